package dev.apatite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.search.SearchRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way through the pages of a view and back, by addresses alone. */
class PagingTest {
    private static final SearchRequest REQUEST = SearchRequest.of("a").withPageSize(10);

    private static SearchState at(String cursor, int page, String trail) {
        return new SearchState(View.PAPERS, REQUEST.withCursor(cursor), Paging.of(page, trail));
    }

    @Test
    void eachPageLeadsToTheNextAndBackToTheOneBefore() {
        SearchState first = at(SearchRequest.FIRST_PAGE, 1, "");
        assertThat(first.previous()).isNull();
        assertThat(first.next("C2")).isEqualTo("/?query=a&pageSize=10&cursorMark=C2&page=2");
        SearchState second = at("C2", 2, "");
        assertThat(second.previous()).isEqualTo("/?query=a&pageSize=10");
        assertThat(second.next("C3")).isEqualTo("/?query=a&pageSize=10&cursorMark=C3&page=3&trail=C2");
        SearchState third = at("C3", 3, "C2");
        assertThat(third.previous()).isEqualTo("/?query=a&pageSize=10&cursorMark=C2&page=2");
        assertThat(third.next("C4")).endsWith("&page=4&trail=C2.C3");
        assertThat(third.next("C3")).endsWith("cursorMark=C3&page=3&trail=C2");
    }

    @Test
    void aLongWayIsForgottenAtItsBeginning() {
        List<String> cursors = new ArrayList<>();
        Paging paging = Paging.FIRST;
        for (int page = 1; page < 100; page++) {
            cursors.add("C" + page);
            paging = paging.next("C" + page);
        }
        assertThat(paging.page()).isEqualTo(100);
        assertThat(paging.trail()).hasSize(40).endsWith("C99").doesNotContain("C2");
    }

    @Test
    void aPageSaysWhichRowsItShows() {
        assertThat(at(SearchRequest.FIRST_PAGE, 1, "").range(195, 10)).isEqualTo("1\u201310 of 195");
        assertThat(at("C3", 3, "C2").range(1195, 10)).isEqualTo("21\u201330 of 1,195");
        assertThat(at(SearchRequest.FIRST_PAGE, 1, "").range(5, 5)).isEmpty();
        assertThat(at("C3", 1, "").range(195, 10))
                .as("an address of a script, which counts no pages")
                .isEmpty();
    }
}
