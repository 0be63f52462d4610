package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Papers;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.works.CitationKeys;
import dev.apatite.works.CorpusCitations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingIT {
    private static final String REASON = "can be read, but what it says cannot be recognised: it is nested too deeply";

    @TempDir
    private Path folder;

    @Test
    void aPaperAtWhichNewerRulesBreakStaysWithAWarningAndTheOthersAreAnnotated() throws Exception {
        List<Paper> papers = List.of(
                Papers.paper("deep")
                        .title("Deep")
                        .section(SectionKind.CASE, "Case", "A man had gout.")
                        .build(),
                Papers.paper("good")
                        .title("Good")
                        .section(SectionKind.CASE, "Case", "A woman had gout.")
                        .build());
        try (PaperIndex index = PaperIndex.open(folder, Vocabulary.builtIn());
                Spool spool = new Spool()) {
            try (IndexUpdate update = index.update()) {
                papers.forEach(each -> update.put(each, Papers.provenance(each)));
                update.commit();
            }
            List<Outline> outlines = new ArrayList<>();
            CorpusCitations citations = new CorpusCitations();
            index.outlines(each ->
                    outlines.add(Outline.stored(each, each.stored().provenance().files(), citations)));
            try (IndexUpdate update = index.update()) {
                new Writing(index, new Annotation(WritingIT::annotate, "newer"), spool, update, new CitationKeys(), 2)
                        .write(
                                new WholeCorpus("newer", Set.of()).plan(outlines, citations, Set.of("deep", "good")),
                                (done, total) -> {});
                update.commit();
            }

            assertThat(index.papers()).hasSize(2);
            assertThat(index.papers())
                    .extracting(each -> each.provenance().annotatorVersion())
                    .containsOnly("newer");
            assertThat(warnings(index)).containsExactlyInAnyOrder("Deep: " + REASON, "Good: annotated");
        }
    }

    @Test
    void aNewPaperIsAnnotatedOnceUnderItsIdAndStaysWhereTheRulesBreakUntilTheyAreMended() throws Exception {
        List<Paper> papers = List.of(
                Papers.paper("deep").title("Deep").doi("10.1/a").build(),
                Papers.paper("good").title("Good").doi("10.1/a").build());
        Queue<String> annotated = new ConcurrentLinkedQueue<>();
        UnaryOperator<Paper> broken = paper -> {
            annotated.add(paper.title() + " " + paper.id());
            return annotate(paper);
        };
        try (PaperIndex index = PaperIndex.open(folder, Vocabulary.builtIn());
                Spool spool = new Spool()) {
            CorpusCitations citations = new CorpusCitations();
            List<Outline> outlines = new ArrayList<>();
            for (Paper paper : papers) {
                SourceFile file = new SourceFile(paper.sourceFile(), paper.contentHash(), 1, 2);
                outlines.add(Outline.read(paper, file, spool.put(new PaperJson().write(paper)), citations));
            }
            List<String> progress = new ArrayList<>();
            try (IndexUpdate update = index.update()) {
                new Writing(index, new Annotation(broken, "1"), spool, update, new CitationKeys(), 2)
                        .write(
                                new WholeCorpus("1", Set.of()).plan(outlines, citations, Set.of()),
                                (done, total) -> progress.add(done + "/" + total));
                update.commit();
            }
            assertThat(annotated).containsExactlyInAnyOrder("Deep 10.1_a", "Good 10.1_a-hash-goo");
            assertThat(progress).containsExactly("0/2", "1/2", "2/2");
            assertThat(index.paper("10.1_a").orElseThrow().warnings())
                    .containsExactly(
                            "claims the DOI 10.1/a like good.txt, but has another title; both are kept", REASON);

            List<Outline> standing = new ArrayList<>();
            index.outlines(each ->
                    standing.add(Outline.stored(each, each.stored().provenance().files(), citations)));
            try (IndexUpdate update = index.update()) {
                new Writing(index, new Annotation(paper -> paper, "2"), spool, update, new CitationKeys(), 2)
                        .write(new WholeCorpus("2", Set.of()).plan(standing, citations, Set.of()), (done, total) -> {});
                update.commit();
            }
            assertThat(index.paper("10.1_a").orElseThrow().warnings())
                    .containsExactly("claims the DOI 10.1/a like good.txt, but has another title; both are kept");
        }
    }

    private static List<String> warnings(PaperIndex index) {
        return index.papers().stream()
                .map(each -> index.paper(each.id()).orElseThrow())
                .flatMap(paper -> paper.warnings().stream().map(warning -> paper.title() + ": " + warning))
                .toList();
    }

    private static Paper annotate(Paper paper) {
        if ("Deep".equals(paper.title())) {
            throw new StackOverflowError();
        }
        return paper.withWarnings(List.of("annotated"));
    }
}
