package dev.apatite.search;

import java.util.List;
import java.util.Map;

/** Requests of saved searches: the newest papers that have all that is asked for, for papers with less are no news. */
public final class SavedRequests {
    private SavedRequests() {}

    /** The request of a saved query with its filters. */
    public static SearchRequest of(String query, Map<String, List<String>> filters) {
        return SearchRequest.of(query)
                .withFilters(filters)
                .withWording(Wording.USUAL.withMost(false).withSemantic(false).withMend(false))
                .withSort("P_PDATE_D desc")
                .withPageSize(SearchRequest.LARGEST_PAGE)
                .rowsOnly();
    }
}
