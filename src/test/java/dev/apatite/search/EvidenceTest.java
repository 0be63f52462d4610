package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    @TempDir
    private static Path folder;

    private static SampleIndex sample;

    @BeforeAll
    static void open() {
        sample = new SampleIndex(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @ParameterizedTest(name = "{0} with {1}={2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "                                |           |                       | thio-0 thio-1 pam-0 pam-1 review-0",
                "                                | treatment | diltiazem             | thio-0 pam-1 review-0",
                "                                | treatment | bisphosphonates       | pam-0",
                "                                | finding   | diltiazem:no_response | thio-0",
                "                                | response  | partial_response      | pam-0 pam-1 review-0",
                "                                | own       | true                  | thio-0 thio-1 pam-0",
                "                                | minConfidence | 0.5               | thio-0 thio-1 pam-0 pam-1",
                "                                | minConfidence | 0.4               | thio-0 thio-1 pam-0 pam-1 review-0",
                "                                | year      | 2015                  | thio-0 thio-1",
                "                                | given     | pamidronate           | pam-0 pam-1",
                "                                | sex       | female                | thio-0 thio-1",
                "                                | antibody  | anti-Scl-70:negative  | pam-0 pam-1",
                "TITLE:review                    |           |                       | review-0",
                "FINDING:(diltiazem no_response) |           |                       | thio-0",
                "NOT winter                      | own       | false                 | pam-1 review-0",
            })
    void findsFindings(String query, String filter, String value, String ids) {
        SearchRequest request = SearchRequest.of(query == null ? "" : query);
        EvidenceResponse answer = sample.searcher.evidence(filter == null ? request : request.filter(filter, value));
        assertThat(answer.rows())
                .extracting(each -> each.finding().id())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(ids.split(" ")));
        assertThat(answer.hitCount()).isEqualTo(ids.split(" ").length);
    }

    @Test
    void aRowSaysWhereItsSentenceStandsAndWhatItCites() {
        EvidenceRow row = sample.searcher
                .evidence(SearchRequest.of("").filter("own", "false").filter("year", "2018"))
                .rows()
                .getFirst();
        assertThat(row.sectionKind()).isEqualTo(SectionKind.DISCUSS);
        assertThat(row.works()).containsExactly("w1");
        assertThat(row.paper().title()).startsWith("Pamidronate");
    }

    @Test
    void theSameCitedStudyIsCountedOnce() {
        List<TreatmentSummary> summary =
                sample.searcher.evidence(SearchRequest.of("")).summary();
        assertThat(summary)
                .contains(new TreatmentSummary(
                        "diltiazem",
                        new TreatmentSummary.Total(1, 1, 1, 17),
                        List.of(
                                new TreatmentSummary.Count(Response.PARTIAL_RESPONSE, 0, 0, 1, 17),
                                new TreatmentSummary.Count(Response.NO_RESPONSE, 1, 1, 0, 0))));
    }

    @Test
    void whereRelevanceTiesTheSurestStandFirstAndTheirShareIsTold() {
        EvidenceResponse answer = sample.searcher.evidence(SearchRequest.of(""));
        assertThat(answer.rows().getLast().finding().id()).isEqualTo("review-0");
        assertThat(answer.share()).isEqualTo(0.4);
    }

    @Test
    void findingsHaveFacets() {
        EvidenceResponse answer = sample.searcher.evidence(SearchRequest.of("").filter("own", "true"));
        assertThat(answer.facets().get("own"))
                .extracting(FacetValue::value, FacetValue::count, FacetValue::selected)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("true", 3L, true),
                        org.assertj.core.groups.Tuple.tuple("false", 2L, false));
        assertThat(answer.facets().get("response"))
                .extracting(FacetValue::value)
                .containsExactlyInAnyOrder("no_response", "complete_response", "partial_response");
    }

    @ParameterizedTest
    @CsvSource({"''", "P_PDATE_D desc", "TITLE asc", "TREATMENT asc"})
    void findingsArePaged(String sort) {
        SearchRequest request = SearchRequest.of("").withSort(sort);
        List<String> all = new ArrayList<>();
        sample.searcher.forEachFinding(request, each -> all.add(each.finding().id()));
        List<String> paged = new ArrayList<>();
        for (String cursor = "*"; cursor != null; ) {
            EvidenceResponse page =
                    sample.searcher.evidence(request.withPageSize(2).withCursor(cursor));
            page.rows().forEach(each -> paged.add(each.finding().id()));
            cursor = page.nextCursor();
        }
        assertThat(paged).isEqualTo(all).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "age       | 40..50               | thio-1",
                "sex       | male                 | pam-1",
                "antibody  | anti-Scl-70:positive | thio-1",
                "given     | bisphosphonates      | pam-1",
                "treatment | diltiazem            | thio-1 pam-1",
                "year      | 2018                 | pam-1",
                "condition | nosuchthing          |",
            })
    void findsPatients(String filter, String value, String ids) {
        PatientsResponse answer = sample.searcher.patients(SearchRequest.of("").filter(filter, value));
        assertThat(answer.rows())
                .extracting(each -> each.patient().id())
                .containsExactlyInAnyOrderElementsOf(ids == null ? List.of() : Arrays.asList(ids.split(" ")));
    }

    @Test
    void patientsHaveFacetsAndTheirFindings() {
        PatientsResponse answer = sample.searcher.patients(
                SearchRequest.of("").withSort("AGE desc").filter("sex", "female"));
        assertThat(answer.rows().getFirst().findings()).hasSize(2);
        assertThat(answer.facets().get("sex"))
                .extracting(FacetValue::value)
                .containsExactlyInAnyOrder("female", "male");
        assertThat(answer.facets().get("age")).extracting(FacetValue::value).containsExactly("40..49");
    }
}
