package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows of one treatment count together: each row a paper, its patient or the works that it cites, and how many were treated. */
class SummariesTest {
    private static void add(Summaries summaries, String row) {
        String[] cells = row.strip().split("\\s+");
        @Nullable Long patient = cells[1].startsWith("w") ? null : Long.valueOf(cells[1].replace("p", ""));
        summaries.add(new Summaries.Row(
                "diltiazem",
                Response.of(cells[3]).orElseThrow(),
                1,
                Integer.parseInt(cells[2]),
                "paper " + cells[0],
                Long.parseLong(cells[0]),
                patient,
                patient != null || cells[1].equals("w") ? List.of() : Arrays.asList(cells[1].split(","))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 p7 1 no_response                                      | 1 own of 1, 0 cited of 0",
                "1 p7 1 no_response / 1 p7 1 no_response                 | 1 own of 1, 0 cited of 0",
                "1 p7 1 no_response / 1 p8 1 partial_response            | 1 own of 2, 0 cited of 0",
                "1 p-1 12 no_response / 1 p-1 9 no_response              | 1 own of 12, 0 cited of 0",
                "1 p-1 2 no_response / 1 p7 1 no_response / 1 p8 1 no_response / 1 p9 1 no_response | 1 own of 3, 0 cited of 0",
                "1 p7 1 no_response / 1 p8 1 no_response / 1 p7 1 no_response | 1 own of 2, 0 cited of 0",
                "1 p7 1 no_response / 2 p9 1 no_response / 1 p8 1 no_response / 1 p-1 5 no_response | 2 own of 6, 0 cited of 0",
                "1 w1 5 no_response                                      | 0 own of 0, 1 cited of 5",
                "1 w1 5 no_response / 2 w1 17 no_response                | 0 own of 0, 1 cited of 17",
                "1 w1,w2,w3 5 no_response                                | 0 own of 0, 3 cited of 5",
                "1 w1,w2 5 no_response / 2 w2 4 no_response              | 0 own of 0, 2 cited of 9",
                "1 w 5 no_response / 1 w 4 no_response / 2 w 1 no_response | 0 own of 0, 2 cited of 6",
            })
    void patientsAndWorksAreCountedOnce(String rows, String total) {
        Summaries summaries = new Summaries();
        for (String row : rows.split("/")) {
            add(summaries, row);
        }
        TreatmentSummary.Total all = summaries.result().treatments().getFirst().total();
        assertThat(all.own() + " own of " + all.ownPatients() + ", " + all.cited() + " cited of " + all.citedPatients())
                .isEqualTo(total);
    }

    @Test
    void ofSeveralWorksThatASentenceCitesNoneHoldsThePatientsAlone(@TempDir Path folder) {
        String said = "Rituximab softened the lumps in 9 patients.";
        Paper review = paper("several")
                .title("Rituximab in review")
                .section(SectionKind.DISCUSS, "Discussion", said)
                .cites("1", "Old A. Lumps. 1990.", "w8")
                .cites("2", "Old B. Lumps. 1991.", "w9")
                .finding("rituximab", Response.PARTIAL_RESPONSE, false, 9, said, "1", "2")
                .build();
        try (SampleIndex sample = new SampleIndex(folder)) {
            sample.put(List.of(review));
            assertThat(sample.searcher.evidence(SearchRequest.of("")).summary())
                    .filteredOn(each -> each.treatment().equals("rituximab"))
                    .extracting(TreatmentSummary::total)
                    .containsExactly(new TreatmentSummary.Total(0, 0, 2, 9));
        }
    }
}
