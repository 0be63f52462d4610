package dev.apatite.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of papers.
 *
 * @param hitCount how many papers there are in all
 * @param exactHitCount how many of them have all that was asked for; the others lack some of the words
 * @param anyWord whether the others may have only one of the words, for hardly a paper has most
 * @param mended the query that was searched instead of the typed one, misspelt words mended; null where it is the typed
 *     one
 * @param facets by name: treatment, condition, antibody, site, year, journal
 * @param nextCursor asks for the next page; null on the last one
 * @param expansions what was searched beside the typed words
 * @param suggestion the query with its misspelt words mended, null where nothing is to be mended
 * @param parsed the query as it was understood
 */
public record SearchResponse(
        long hitCount,
        long exactHitCount,
        boolean anyWord,
        @Nullable String mended,
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

    /** How many papers there are, and how many of them have all the words, in words. */
    public String counted() {
        long others = hitCount - exactHitCount;
        if (others <= 0) {
            return papers(hitCount);
        }
        String some = anyWord ? "some" : "most";
        return exactHitCount == 0
                ? "No paper has all your words; " + papers(others) + have(others) + some + " of them"
                : papers(exactHitCount) + have(exactHitCount) + "all your words; " + others + " more" + have(others)
                        + some + " of them";
    }

    private static String papers(long count) {
        return count == 1 ? "1 paper" : count + " papers";
    }

    private static String have(long count) {
        return count == 1 ? " has " : " have ";
    }

    /** Whether the papers that lack some of the words begin with this one of the page. */
    public boolean divides(int hit, boolean firstPage) {
        return !hits.get(hit).missing().isEmpty()
                && (hit == 0 ? firstPage : hits.get(hit - 1).missing().isEmpty());
    }
}
