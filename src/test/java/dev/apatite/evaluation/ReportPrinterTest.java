package dev.apatite.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportPrinterTest {
    private final Report report = new Report(
            "Titles",
            List.of(new Report.Row("title", new Score(3, 1, 2))),
            Map.of("papers", 5),
            List.of("missed: a title"));

    @Test
    void aTableShowsCountsRatiosAndFigures() {
        assertThat(new ReportPrinter().text(report, false).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "Titles", " tp fp fn precision recall F1", "title 3 1 2 0.750 0.600 0.667", "papers 5");
    }

    @Test
    void errorsAreListedWhereTheyAreWanted() {
        assertThat(new ReportPrinter().text(report, true)).endsWith("missed: a title\n");
        assertThat(new ReportPrinter().json(report, true)).contains("\"errors\" : [ \"missed: a title\" ]");
        assertThat(new ReportPrinter().json(report, false)).doesNotContain("errors");
    }

    @Test
    void nothingFoundAndNothingWantedIsZeroNotAnError() {
        assertThat(Score.NONE.f1()).isZero();
        assertThat(Score.ofOne(true, false)).isEqualTo(new Score(0, 1, 1));
    }
}
