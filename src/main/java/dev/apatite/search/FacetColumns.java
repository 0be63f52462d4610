package dev.apatite.search;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of facets that the documents of one commit have, by value: of a value that many have a bit for each document, so
 * that those of a search are counted sixty-four at a time. Values that few have stand with their documents; of these the
 * documents of a search are gone through, or those that it leaves out where they are fewer. Safe to share between threads.
 */
final class FacetColumns {
    /** A value that more than one document of so many has takes less room as bits than as a list. */
    private static final long MANY = 32;

    private final FixedBitSet[] counted;
    private final int documents;
    private final int[] all;

    /** By the number of the value, those that have it or a narrower one; null where they are few. */
    private final long[] @Nullable [] having;

    /** Those that have it itself; the same array where they are the same. */
    private final long[] @Nullable [] itself;

    /** The values that few have of the document with number d: those at {@code starts[d]} to {@code starts[d + 1]}. */
    private final int[] starts;

    private final int[] rare;

    /**
     * @param segments by the ordinals of the reader's leaves
     * @param counted of each segment the documents that have values and were not deleted
     * @param values how many there are
     */
    FacetColumns(FacetDictionary.Segment[] segments, FixedBitSet[] counted, int values) {
        this.counted = counted;
        all = new int[2 * values];
        int number = 0;
        int entries = 0;
        for (int i = 0; i < segments.length; i++) {
            number += counted[i].cardinality();
            entries += segments[i].entries().length;
            each(segments[i], counted[i], this::add);
        }
        documents = number;
        having = new long[values][];
        itself = new long[values][];
        for (int value = 0; value < values; value++) {
            if (all[2 * value] * MANY > documents) {
                having[value] = new long[FixedBitSet.bits2words(documents)];
                itself[value] = all[2 * value] == all[2 * value + 1] ? having[value] : new long[having[value].length];
            }
        }
        starts = new int[documents + 1];
        int[] few = new int[entries];
        int[] at = new int[2];
        for (int i = 0; i < segments.length; i++) {
            each(segments[i], counted[i], (document, list, from, to) -> {
                for (int k = from; k < to; k++) {
                    int value = list[k] >> 1;
                    if (having[value] == null) {
                        few[at[1]++] = list[k];
                    } else {
                        having[value][at[0] >> 6] |= 1L << at[0];
                        itself[value][at[0] >> 6] |= (long) (list[k] & 1) << at[0];
                    }
                }
                starts[++at[0]] = at[1];
            });
        }
        rare = Arrays.copyOf(few, at[1]);
    }

    private interface Entries {
        void of(int document, int[] list, int from, int to);
    }

    private static void each(FacetDictionary.Segment segment, FixedBitSet documents, Entries entries) {
        for (int doc = 0; doc < documents.length(); doc++) {
            if (documents.get(doc)) {
                entries.of(doc, segment.entries(), segment.starts()[doc], segment.starts()[doc + 1]);
            }
        }
    }

    private void add(int document, int[] list, int from, int to) {
        for (int k = from; k < to; k++) {
            all[list[k] & -2]++;
            all[list[k] | 1] += list[k] & 1;
        }
    }

    /** The counts of all documents, as {@link FacetCounts} has them. */
    int[] all() {
        return all;
    }

    /** An empty set of documents of a segment. */
    FixedBitSet none(int segment) {
        return new FixedBitSet(counted[segment].length());
    }

    int segments() {
        return counted.length;
    }

    /** The counts of some documents, by segments; null where there are none of a segment. */
    int[] counts(@Nullable FixedBitSet[] found) {
        long[] hits = hits(found);
        long number = 0;
        for (long each : hits) {
            number += Long.bitCount(each);
        }
        boolean most = 2 * number > documents;
        int[] counts = most ? all.clone() : new int[all.length];
        for (int i = 0; i < hits.length; i++) {
            long valid = i == hits.length - 1 && (documents & 63) != 0 ? (1L << documents) - 1 : -1L;
            long left = most ? ~hits[i] & valid : hits[i];
            for (; left != 0; left &= left - 1) {
                int document = (i << 6) + Long.numberOfTrailingZeros(left);
                for (int k = starts[document]; k < starts[document + 1]; k++) {
                    counts[rare[k] & -2] += most ? -1 : 1;
                    counts[rare[k] | 1] += most ? -(rare[k] & 1) : rare[k] & 1;
                }
            }
        }
        for (int value = 0; value < having.length; value++) {
            long[] column = having[value];
            long[] own = itself[value];
            if (column != null && own != null) {
                counts[2 * value] = both(column, hits);
                counts[2 * value + 1] = own == column ? counts[2 * value] : both(own, hits);
            }
        }
        return counts;
    }

    private static int both(long[] one, long[] other) {
        int both = 0;
        for (int i = 0; i < one.length; i++) {
            both += Long.bitCount(one[i] & other[i]);
        }
        return both;
    }

    /** Documents by their numbers among those that are counted. */
    private long[] hits(@Nullable FixedBitSet[] found) {
        long[] hits = new long[FixedBitSet.bits2words(documents)];
        int at = 0;
        for (int i = 0; i < counted.length; i++) {
            FixedBitSet some = found[i];
            long[] of = counted[i].getBits();
            long[] bits = some == null ? null : some.getBits();
            for (int word = 0; word < FixedBitSet.bits2words(counted[i].length()); word++) {
                int more = Long.bitCount(of[word]);
                long packed = bits == null || more == 0 ? 0 : Long.compress(bits[word], of[word]);
                if (packed != 0) {
                    hits[at >> 6] |= packed << at;
                    if ((at & 63) + more > 64) {
                        hits[(at >> 6) + 1] |= packed >>> -at;
                    }
                }
                at += more;
            }
        }
        return hits;
    }
}
