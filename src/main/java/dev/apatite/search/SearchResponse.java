package dev.apatite.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of papers.
 *
 * @param hitCount how many papers there are in all
 * @param facets by name: treatment, condition, antibody, site, year, journal
 * @param nextCursor asks for the next page; null on the last one
 * @param expansions what was searched beside the typed words
 * @param suggestion the query with its misspelt words mended, null where nothing is to be mended
 * @param parsed the query as it was understood
 */
public record SearchResponse(
        long hitCount,
        List<Hit> hits,
        Map<String, List<FacetValue>> facets,
        @Nullable String nextCursor,
        List<Expansion> expansions,
        @Nullable String suggestion,
        String parsed) {
    public SearchResponse {
        hits = List.copyOf(hits);
        facets = Facets.copy(facets);
        expansions = List.copyOf(expansions);
    }
}
