package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.annotation.Annotator;
import dev.apatite.annotation.field.FieldFit;
import dev.apatite.index.PaperIndex;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.review.Decision;
import dev.apatite.review.ListEntry;
import dev.apatite.review.Mark;
import dev.apatite.review.PaperLists;
import dev.apatite.review.Reviews;
import dev.apatite.review.Verdict;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Marks from a terminal, over the sample corpus: as a table, and as what the judge learns from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarksCommandsIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private Path index = Path.of("");

    @BeforeAll
    void index() {
        index = folder.resolve("index");
        run("index", "corpus", "--index", index.toString());
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        line.execute(arguments);
        return out.toString();
    }

    /** Of all candidates, those of treatments that failed are called right and all others wrong. */
    private void markEverything() {
        Vocabulary vocabulary = Vocabulary.builtIn();
        Annotator annotator = new Annotator(vocabulary);
        Reviews reviews = Reviews.open(index);
        try (PaperIndex papers = PaperIndex.open(index, vocabulary)) {
            papers.papers().forEach(stored -> {
                Paper paper = annotator.withCandidates(papers.paper(stored.id()).orElseThrow());
                for (Finding each : paper.findings()) {
                    Verdict said = each.response() == Response.NO_RESPONSE ? Verdict.RIGHT : Verdict.WRONG;
                    Mark.By ann = new Mark.By("ann", null, "2026-01-02T03:04:05Z", false);
                    reviews.add(Mark.of(paper, each, said, Mark.Correction.NONE, ann));
                }
            });
        }
    }

    @Test
    void theJudgeIsFittedToMarksAndTheNextIndexGoesByIt() throws IOException {
        assertThat(run("train", "evidence", "--marks", "--index", index.toString()))
                .contains("0 candidates of 0 papers are marked", "the shipped judge stays: fewer than 10");
        assertThat(index.resolve(FieldFit.FILE)).doesNotExist();
        markEverything();
        String said = run("train", "evidence", "--marks", "--index", index.toString());
        assertThat(said).contains("a right one before a wrong one", "likely from", "written to");
        FieldFit fit = FieldFit.beside(index).orElseThrow();
        assertThat(fit.weights().get("response no_response")).isPositive();
        String table = run("marks", "--index", index.toString());
        Files.delete(index.resolve(Reviews.FILE));
        assertThat(run("index", "corpus", "--index", index.toString()))
                .endsWith("indexed 0, unchanged 5, removed 0, failed 0\n");
        Path file = Files.writeString(folder.resolve("marks.csv"), table);
        String taken = run("marks", "--import", file.toString(), "--index", index.toString());
        assertThat(taken).contains("kept " + (table.split("\r\n").length - 1) + ", unchanged 0, not taken 0");
        assertThat(run("marks", "--index", index.toString())).isEqualTo(table);
    }

    @Test
    void aListIsWrittenWithItsDecisionsAndTakenAgain() throws IOException {
        PaperLists lists = PaperLists.open(index);
        String id;
        try (PaperIndex papers = PaperIndex.open(index, Vocabulary.builtIn())) {
            id = papers.papers().getFirst().id();
        }
        String time = "2026-01-02T03:04:05Z";
        lists.keep(ListEntry.of("screen", id, "A title", "ann", time).decided(Decision.EXCLUDE, "no case", time));
        assertThat(run("lists", "--index", index.toString()))
                .isEqualTo("screen: 1 papers, 0 included, 1 excluded, 0 open, 0 disagreed\n");
        assertThat(run("lists", "screen", "--index", index.toString())).contains("exclude  " + id, "(no case)");
        assertThat(run("lists", "screen", "--format", "ris", "--index", index.toString()))
                .contains("N1  - Decision by ann: exclude: no case");
        assertThat(run("lists", "screen", "--format", "prisma", "--index", index.toString()))
                .contains("\"reasons\":{\"no case\":1}");
        Path table = folder.resolve("list.csv");
        run("lists", "screen", "--format", "csv", "--output", table.toString(), "--index", index.toString());
        assertThat(run("lists", "other", "--import", table.toString(), "--index", index.toString()))
                .endsWith("kept 1, unchanged 0, not taken 0\n");
        assertThat(run("lists", "gone", "--index", index.toString())).contains("there is no list gone");
    }

    @Test
    void whatToLearnFromMustBeSaid() {
        assertThat(run("train", "evidence")).contains("say either --gold DIR or --marks");
    }
}
