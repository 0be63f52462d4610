package dev.apatite.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of papers.
 *
 * @param hitCount how many papers there are in all
 * @param exactHitCount how many of them have all that was asked for; the others lack some of the words
 * @param meaningHitCount how many of them have none of the words and were found by their meaning alone; they come last
 * @param anyWord whether the others may have only one of the words, for hardly a paper has most
 * @param mended the query that was searched instead of the typed one, misspelt words mended; null where it is the typed
 *     one
 * @param facets by name: treatment, condition, antibody, site, year, journal
 * @param nextCursor asks for the next page; null on the last one
 * @param expansions what was searched beside the typed words
 * @param suggestion the query with its misspelt words mended, null where nothing is to be mended
 * @param parsed the query as it was understood
 * @param ending words and other parts of the query that no paper has, where none has all that was asked for
 * @param changed whether the papers changed since the page before, so that some may come twice or not at all
 */
public record SearchResponse(
        long hitCount,
        long exactHitCount,
        long meaningHitCount,
        boolean anyWord,
        @Nullable String mended,
        List<Hit> hits,
        Map<String, List<FacetValue>> facets,
        @Nullable String nextCursor,
        List<Expansion> expansions,
        @Nullable String suggestion,
        String parsed,
        List<String> ending,
        boolean changed) {
    public SearchResponse {
        hits = List.copyOf(hits);
        facets = Facets.copy(facets);
        expansions = List.copyOf(expansions);
        ending = List.copyOf(ending);
    }

    /** How many papers there are, how many of them have all the words, and how many none, in words. */
    public String counted() {
        long lacking = hitCount - exactHitCount - meaningHitCount;
        StringBuilder counted = new StringBuilder();
        if (lacking <= 0) {
            counted.append(
                    exactHitCount == 0 && meaningHitCount > 0
                            ? "No paper has any of your words"
                            : papers(exactHitCount));
        } else {
            String some = anyWord ? "some" : "most";
            counted.append(
                    exactHitCount == 0
                            ? "No paper has all your words; " + papers(lacking) + have(lacking) + some + " of them"
                            : papers(exactHitCount) + have(exactHitCount) + "all your words; " + lacking + " more"
                                    + have(lacking) + some + " of them");
        }
        if (meaningHitCount > 0) {
            counted.append("; ").append(meaningHitCount).append(" more may be about the same");
        }
        return counted.toString();
    }

    private static String papers(long count) {
        return count == 1 ? "1 paper" : count + " papers";
    }

    private static String have(long count) {
        return count == 1 ? " has " : " have ";
    }

    /** Whether the papers that lack some of the words begin with this one of the page. */
    public boolean divides(int hit, boolean firstPage) {
        return lacks(hit) && (hit == 0 ? firstPage : !lacks(hit - 1));
    }

    private boolean lacks(int hit) {
        return !hits.get(hit).missing().isEmpty() && !hits.get(hit).byMeaning();
    }

    /** Whether the papers that were found by their meaning alone begin with this one of the page. */
    public boolean dividesMeaning(int hit) {
        return hits.get(hit).byMeaning() && (hit == 0 || !hits.get(hit - 1).byMeaning());
    }
}
