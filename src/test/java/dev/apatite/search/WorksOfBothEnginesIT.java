package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static dev.apatite.search.BothEngines.ROUGHLY;
import static dev.apatite.search.BothEngines.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.opensearch.NeedsOpenSearch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both engines know the same works, who cites them, and the same links between papers. */
@NeedsOpenSearch
class WorksOfBothEnginesIT extends OfBothEngines {
    @Test
    void theSamePapersCiteOne() {
        assertThat(both.there().citedBy("thio"))
                .isNotEmpty()
                .hasSameElementsAs(both.here().citedBy("thio"));
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''                      | -",
                "''                      | inCorpus=true",
                "''                      | inCorpus=false",
                "''                      | citing=pain & year=2000..2010",
                "''                      | citing=zzzzunknown",
                "sodium thiosulfate      | -",
                "warfarin calcinosis     | citing=ulcer",
                "warfarin zzzzunknown 11 | -",
                "printed twice           | -",
                "\"number 7\" OR thiosul* | -",
                "zzzzunknown             | -",
            })
    void theSameWorksMostCitedFirst(String query, @Nullable String filters) {
        SearchRequest request = request(query, filters, null).withPageSize(5);
        WorksResponse here = both.here().works(request);
        WorksResponse there = both.there().works(request);
        assertThat(there.hitCount()).isEqualTo(here.hitCount());
        assertThat(there.allWords()).isEqualTo(here.allWords());
        assertThat(there.rows().stream().map(WorkRow::workId).toList())
                .isEqualTo(here.rows().stream().map(WorkRow::workId).toList());
        assertThat(there.rows().stream().map(WorkRow::papers).toList())
                .isEqualTo(here.rows().stream().map(WorkRow::papers).toList());
        assertThat(there.rows().stream().map(WorkRow::paper).toList())
                .isEqualTo(here.rows().stream().map(WorkRow::paper).toList());
        assertThat(there.nextCursor() == null).isEqualTo(here.nextCursor() == null);
        if (there.nextCursor() != null && here.nextCursor() != null) {
            assertThat(both.there().works(request.withCursor(there.nextCursor())).rows().stream()
                            .map(WorkRow::workId)
                            .toList())
                    .isEqualTo(both.here().works(request.withCursor(here.nextCursor())).rows().stream()
                            .map(WorkRow::workId)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thio", "w1", "w7", "nobody"})
    void aWorkIsCitedByTheSamePapers(String work) {
        assertThat(both.there().work(work).map(each -> each.work().papers()))
                .isEqualTo(both.here().work(work).map(each -> each.work().papers()));
        assertThat(both.there().work(work).isPresent()).isEqualTo(!work.equals("nobody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thio", "made3", "made4", "made5", "nobody"})
    void aPaperHasTheSameReferencesAndRelatedPapers(String paper) {
        assertThat(both.there().references(paper)).isEqualTo(both.here().references(paper));
        List<RelatedPaper> here = both.here().related(paper);
        List<RelatedPaper> there = both.there().related(paper);
        assertThat(there)
                .usingRecursiveComparison()
                .withComparatorForType(ROUGHLY, Double.class)
                .isEqualTo(here);
    }
}
