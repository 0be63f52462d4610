package dev.apatite.search;

import static dev.apatite.search.BothEngines.ROUGHLY;
import static dev.apatite.search.BothEngines.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.opensearch.NeedsOpenSearch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both engines have the same findings and patients, and sum them up alike. */
@NeedsOpenSearch
class EvidenceOfBothEnginesIT extends OfBothEngines {
    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''         | -                             | -",
                "''         | -                             | TREATMENT asc",
                "''         | -                             | P_PDATE_D desc",
                "''         | treatment=diltiazem & own=true | TITLE asc",
                "''         | response=no_response          | P_PDATE_D asc",
                "''         | finding=diltiazem:no_response | TREATMENT asc",
                "''         | minConfidence=0.5             | TREATMENT asc",
                "calcinosis | treatment=bisphosphonates     | TITLE asc",
                "pain ulcer | year=2000..2010               | P_PDATE_D desc",
                "pain       | sex=female                    | TITLE asc",
            })
    void theSameFindingsInTheSameOrder(String query, @Nullable String filters, @Nullable String sort) {
        SearchRequest request = request(query, filters, sort).rowsOnly();
        EvidenceResponse here = both.here().evidence(request);
        EvidenceResponse there = both.there().evidence(request);
        assertThat(there.hitCount()).isEqualTo(here.hitCount());
        assertThat(there.rows()).isEqualTo(here.rows());
        assertThat(findings(both.there(), request)).isEqualTo(findings(both.here(), request));
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TITLE:skin12         | minConfidence=0",
                "made5                | minConfidence=0.1",
                "TITLE:calcinosis AND year | minConfidence=0 & year=1995..1996",
                "pain                 | minConfidence=0",
                "zzzzunknown          | minConfidence=0",
            })
    void findingsThatNoIndexKeepsAreTheSame(String query, String filters) {
        SearchRequest request = request(query, filters, "TREATMENT asc");
        AllEvidence here = both.here().allEvidence(request);
        AllEvidence there = both.there().allEvidence(request);
        assertThat(there.unsure()).isEqualTo(here.unsure());
        assertThat(there.response().hitCount()).isEqualTo(here.response().hitCount());
        assertThat(there.response().rows()).isEqualTo(here.response().rows());
        assertThat(there.response().facets()).isEqualTo(here.response().facets());
    }

    private static List<EvidenceRow> findings(Searcher searcher, SearchRequest request) {
        List<EvidenceRow> rows = new ArrayList<>();
        searcher.forEachFinding(request, rows::add);
        return rows;
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''   | -                              | -",
                "''   | -                              | AGE asc",
                "''   | -                              | AGE desc",
                "''   | given=warfarin                 | P_PDATE_D desc",
                "''   | age=20..40 & sex=female        | AGE asc",
                "''   | antibody=anti-Scl-70:positive  | TITLE asc",
                "pain | sex=male                       | AGE asc",
            })
    void theSamePatientsWithTheSameFacets(String query, @Nullable String filters, @Nullable String sort) {
        SearchRequest request = request(query, filters, sort);
        PatientsResponse here = both.here().patients(request);
        PatientsResponse there = both.there().patients(request);
        assertThat(there.hitCount()).isEqualTo(here.hitCount());
        assertThat(there.facets()).isEqualTo(here.facets());
        assertThat(there.rows()).isEqualTo(here.rows());
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''         | -",
                "calcinosis | -",
                "diltiazem  | year=2000..2010",
                "pain       | own=true & response=no_response",
                "''         | minConfidence=0.5",
            })
    void findingsSumUpToTheSame(String query, @Nullable String filters) {
        SearchRequest request = request(query, filters, "TREATMENT asc");
        EvidenceResponse here = both.here().evidence(request);
        EvidenceResponse there = both.there().evidence(request);
        assertThat(there.summary()).isEqualTo(here.summary()).isNotEmpty();
        assertThat(there.facets()).isEqualTo(here.facets());
        assertThat(there.typed()).isEqualTo(here.typed());
        assertThat(there.share() == null).isEqualTo(here.share() == null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A 44-year-old woman with calcinosis, anti-Scl-70 positive, was given diltiazem.",
                "A boy of 12 with an ulcer of the elbow who took warfarin",
                "nothing that is known"
            })
    void theSamePatientsAreLikeACase(String text) {
        LikePatients here = both.here().patientsLike(text, 20);
        LikePatients there = both.there().patientsLike(text, 20);
        assertThat(there.understood()).isEqualTo(here.understood());
        assertThat(there.patients())
                .usingRecursiveComparison()
                .withComparatorForType(ROUGHLY, Double.class)
                .isEqualTo(here.patients());
    }
}
