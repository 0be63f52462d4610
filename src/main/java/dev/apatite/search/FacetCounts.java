package dev.apatite.search;

import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * How many of the documents that a search collects have each value of a facet: at twice its number those that have it or a
 * narrower one, beside it those that have it itself. Where a search collects more than half of all, those that it leaves out
 * are fewer, and are taken from the counts of all.
 */
final class FacetCounts implements CollectorManager<FacetCounts.Collected, int[]> {
    private final FacetDictionary.Segment[] segments;
    private final FixedBitSet[] counted;
    private final int[] all;

    /**
     * @param segments by the ordinals of the reader's leaves
     * @param counted of each segment the documents that have values and were not deleted
     * @param all the counts of all of these
     */
    FacetCounts(FacetDictionary.Segment[] segments, FixedBitSet[] counted, int[] all) {
        this.segments = segments;
        this.counted = counted;
        this.all = all;
    }

    /** The counts of all documents that are counted. */
    static int[] ofAll(FacetDictionary.Segment[] segments, FixedBitSet[] counted, int values) {
        int[] counts = new int[2 * values];
        for (int i = 0; i < segments.length; i++) {
            add(segments[i], counted[i], 1, counts);
        }
        return counts;
    }

    @Override
    public Collected newCollector() {
        return new Collected();
    }

    @Override
    public int[] reduce(Collection<Collected> collectors) {
        int hits = 0;
        int documents = 0;
        FixedBitSet[] found = new FixedBitSet[segments.length];
        for (int i = 0; i < segments.length; i++) {
            for (Collected each : collectors) {
                found[i] = either(found[i], each.found[i]);
            }
            documents += counted[i].cardinality();
            if (found[i] != null) {
                hits += (int) FixedBitSet.intersectionCount(counted[i], found[i]);
            }
        }
        return 2 * hits > documents ? allBut(found) : of(found);
    }

    private static @Nullable FixedBitSet either(@Nullable FixedBitSet one, @Nullable FixedBitSet other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        one.or(other);
        return one;
    }

    private int[] of(@Nullable FixedBitSet[] found) {
        int[] counts = new int[all.length];
        for (int i = 0; i < found.length; i++) {
            FixedBitSet some = found[i];
            if (some != null) {
                some.and(counted[i]);
                add(segments[i], some, 1, counts);
            }
        }
        return counts;
    }

    private int[] allBut(@Nullable FixedBitSet[] found) {
        int[] counts = all.clone();
        for (int i = 0; i < found.length; i++) {
            FixedBitSet others = counted[i].clone();
            FixedBitSet some = found[i];
            if (some != null) {
                others.andNot(some);
            }
            add(segments[i], others, -1, counts);
        }
        return counts;
    }

    private static void add(FacetDictionary.Segment segment, FixedBitSet documents, int sign, int[] counts) {
        int[] starts = segment.starts();
        int[] entries = segment.entries();
        for (int doc = next(documents, 0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(documents, doc + 1)) {
            for (int i = starts[doc]; i < starts[doc + 1]; i++) {
                int entry = entries[i];
                counts[entry & -2] += sign;
                counts[entry | 1] += sign * (entry & 1);
            }
        }
    }

    private static int next(FixedBitSet documents, int from) {
        return from >= documents.length() ? DocIdSetIterator.NO_MORE_DOCS : documents.nextSetBit(from);
    }

    /** What one thread found. */
    final class Collected implements Collector {
        private final @Nullable FixedBitSet[] found = new FixedBitSet[segments.length];

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) {
            FixedBitSet documents = found[leaf.ord];
            if (documents == null) {
                documents = new FixedBitSet(counted[leaf.ord].length());
                found[leaf.ord] = documents;
            }
            FixedBitSet into = documents;
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int doc) {
                    into.set(doc);
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
