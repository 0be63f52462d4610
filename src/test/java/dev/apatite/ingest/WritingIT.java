package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Papers;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingIT {
    private static final String REASON = "can be read, but what it says cannot be recognised (StackOverflow)";

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
            Citations citations = new Citations();
            index.outlines(each ->
                    outlines.add(Outline.stored(each, each.stored().provenance().files(), citations)));
            try (IndexUpdate update = index.update()) {
                new Writing(index, new Annotation(WritingIT::annotate, "newer"), spool, update)
                        .write(outlines, citations, Set.of("deep", "good"));
                update.commit();
            }

            assertThat(index.papers()).hasSize(2);
            assertThat(index.papers())
                    .extracting(each -> each.provenance().annotatorVersion())
                    .containsOnly("newer");
            assertThat(warnings(index)).containsExactlyInAnyOrder("Deep: " + REASON, "Good: annotated");
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
