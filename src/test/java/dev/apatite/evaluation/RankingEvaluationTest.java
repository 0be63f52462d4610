package dev.apatite.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.evaluation.RankingEvaluation.By;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection of three papers, one of which means what is asked in other words, ranked in each way. */
class RankingEvaluationTest {
    @TempDir
    private static Path folder;

    private static List<Report> reports;

    @BeforeAll
    static void evaluate() throws IOException {
        Path collection = Files.createDirectories(folder.resolve("small"));
        Files.writeString(collection.resolve("corpus.jsonl"), """
                {"_id": "same", "title": "Loaves from the oven", "text": "Dough of flour and yeast rises and browns in the heat."}
                {"_id": "words", "title": "On prices", "text": "The bread of a poor state."}
                {"_id": "other", "title": "On stars", "text": "The stars of a galaxy were counted by night."}
                """);
        Files.writeString(collection.resolve("queries.jsonl"), """
                {"_id": "1", "text": "bread baking"}
                {"_id": "2", "text": "nobody judged this one"}
                """);
        Files.createDirectories(collection.resolve("qrels"));
        Files.writeString(collection.resolve("qrels/test.tsv"), "query-id\tcorpus-id\tscore\n1\tsame\t1\n");
        reports = new RankingEvaluation(Vocabulary.builtIn())
                .evaluate(collection, null, List.of(By.values()), UnaryOperator.identity());
    }

    private static double figure(int report, String name) {
        return Objects.requireNonNull(reports.get(report).figures().get(name)).doubleValue();
    }

    @Test
    void eachWayHasAReportOfItsOwn() {
        assertThat(reports)
                .extracting(Report::title)
                .containsExactly(
                        "ranking on small by words",
                        "ranking on small by vectors alone",
                        "ranking on small by words and vectors");
        assertThat(figure(0, "papers")).isEqualTo(3);
        assertThat(figure(0, "queries")).isEqualTo(1);
    }

    @Test
    void wordsDoNotFindWhatIsSaidOtherwise() {
        assertThat(figure(0, "nDCG@10")).isZero();
        assertThat(reports.getFirst().errors()).containsExactly("none of the first ten is relevant: bread baking");
    }

    @Test
    void vectorsAloneRankItFirst() {
        assertThat(figure(1, "nDCG@10")).isEqualTo(1);
        assertThat(figure(1, "recall@100")).isEqualTo(1);
    }

    @Test
    void withWordsItStandsBehindThoseThatHaveSome() {
        assertThat(figure(2, "nDCG@10")).isBetween(0.5, 0.7);
    }

    @Test
    void severalReportsArePrintedOneAfterTheOther() {
        ReportPrinter printer = new ReportPrinter();
        assertThat(printer.text(reports, false)).contains("\n\nranking on small by vectors alone\n");
        assertThat(printer.json(reports, false)).startsWith("[{").endsWith("}]\n");
        assertThat(printer.json(reports.subList(0, 1), false)).startsWith("{").endsWith("}\n");
    }
}
