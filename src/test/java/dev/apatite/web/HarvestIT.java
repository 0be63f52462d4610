package dev.apatite.web;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.harvest.Harvest;
import dev.apatite.harvest.HarvestReport;
import dev.apatite.harvest.HarvestRequest;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.PaperReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers are fetched from another Apatite, which answers as Europe PMC does. */
class HarvestIT {
    @TempDir
    Path folder;

    private static Paper open(int number, String date) {
        return paper("10.1000_open." + number)
                .title("Calcinosis in patient number " + number)
                .year(2016)
                .doi("10.1000/open." + number)
                .ids("2600000" + number, "PMC470000" + number)
                .printed(date, "12", "3", "97", "97", "https://creativecommons.org/licenses/by/4.0/")
                .author("Roe", "Jane")
                .section(SectionKind.CASE, "Case", "A woman with calcinosis got diltiazem.")
                .build();
    }

    @Test
    void whatOneApatiteHoldsAnotherFetchesByQueryAndReads() throws Exception {
        List<Paper> papers = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            papers.add(open(i, "201" + i + "-03-07"));
        }
        try (Site site = new Site(folder.resolve("index"), papers)) {
            Path corpus = folder.resolve("corpus");
            Harvest.Sources sources =
                    new Harvest.Sources(URI.create(site.address + "/europepmc/webservices/rest"), null, 100, "test");
            HarvestReport report;
            try (Harvest harvest = new Harvest(corpus, sources, line -> {})) {
                report = harvest.run(new HarvestRequest("calcinosis", List.of(), LocalDate.parse("2012-01-01"), 10));
            }

            assertThat(report.summary()).isEqualTo("fetched 2, known 0, without full text 0, failed 0");
            Paper read = new PaperReader().read(corpus, "PMC4700002.xml");
            assertThat(read.title()).isEqualTo("Calcinosis in patient number 2");
            assertThat(read.doi()).isEqualTo("10.1000/open.2");
        }
    }
}
