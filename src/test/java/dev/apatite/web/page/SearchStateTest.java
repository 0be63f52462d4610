package dev.apatite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.search.SearchRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Addresses of what can be asked next. */
class SearchStateTest {
    private final SearchState state = new SearchState(
            View.EVIDENCE,
            SearchRequest.of("calcin* & \"x\"")
                    .filter("treatment", "diltiazem")
                    .filter("treatment", "colchicine")
                    .filter("response", "mixed")
                    .withSort("TREATMENT asc")
                    .withCursor("abc"));

    private static final String QUERY = "query=calcin*%20%26%20%22x%22";

    @Test
    void aFilterIsRemovedAloneAndTheFirstPageIsShown() {
        assertThat(state.without("treatment", "Diltiazem"))
                .isEqualTo("/evidence?" + QUERY + "&treatment=colchicine&response=mixed&sort=TREATMENT%20asc");
    }

    @Test
    void allFiltersAreRemovedAtOnce() {
        assertThat(state.withoutFilters()).isEqualTo("/evidence?" + QUERY + "&sort=TREATMENT%20asc");
    }

    @Test
    void oneValueTakesThePlaceOfThoseChosenBefore() {
        assertThat(state.only(Map.of("treatment", "a b")))
                .isEqualTo("/evidence?" + QUERY + "&treatment=a%20b&response=mixed&sort=TREATMENT%20asc");
    }

    @Test
    void anotherViewIsAskedOnlyWhatItKnows() {
        assertThat(state.on(View.PAPERS))
                .isEqualTo("/?" + QUERY + "&treatment=diltiazem&treatment=colchicine&response=mixed");
    }

    @Test
    void whatIsAskedOfPapersIsWhatTheCitingPapersOfWorksAreAbout() {
        String works = "/works?treatment=diltiazem&treatment=colchicine&response=mixed&citing=calcin*%20%26%20%22x%22";
        assertThat(state.on(View.WORKS)).isEqualTo(works);
    }

    @Test
    void anExportIsOfAllRows() {
        assertThat(state.export("csv"))
                .startsWith("/api/v1/evidence?" + QUERY)
                .endsWith("&format=csv")
                .doesNotContain("cursorMark");
    }

    @Test
    void theNextPageKeepsEverything() {
        assertThat(state.next("def")).endsWith("&sort=TREATMENT%20asc&cursorMark=def&page=2");
    }

    @Test
    void whatIsChosenIsTold() {
        assertThat(state.activeFilters())
                .extracting(each -> each.name() + " " + each.label())
                .containsExactly("treatment diltiazem", "treatment colchicine", "response mixed");
    }
}
