package dev.apatite.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The values of facets that a document counts for, as exact terms for engines that count terms: each value that it has
 * itself or that is broader than one that it has, and once more each that it has itself.
 */
public final class FacetNodes {
    private static final char COUNTED = '=';
    private static final char ITSELF = '.';

    private FacetNodes() {}

    /** The terms of a document's doc values of one field ({@link dev.apatite.index.FacetDimensions}). */
    public static List<String> of(Collection<String> paths) {
        List<String> terms = new ArrayList<>();
        FacetDictionary.nodes(paths).forEach((key, itself) -> {
            terms.add(COUNTED + key);
            if (itself) {
                terms.add(ITSELF + key);
            }
        });
        return terms;
    }

    /** The counts of terms by the numbers of a dictionary, as {@link FacetCounts} has them. */
    static int[] counts(FacetDictionary.Snapshot known, Map<String, Long> byTerm) {
        int[] counts = new int[2 * known.values().length];
        byTerm.forEach((term, count) -> {
            Integer number = known.numbers().get(term.substring(1));
            if (number != null) {
                counts[2 * number + (term.charAt(0) == ITSELF ? 1 : 0)] = Math.toIntExact(count);
            }
        });
        return counts;
    }
}
