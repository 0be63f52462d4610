package dev.apatite.search;

import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * How many of the documents that a search collects have each value of a facet: at twice its number those that have it or a
 * narrower one, beside it those that have it itself.
 */
final class FacetCounts implements CollectorManager<FacetCounts.Collected, int[]> {
    private final FacetColumns columns;

    FacetCounts(FacetColumns columns) {
        this.columns = columns;
    }

    @Override
    public Collected newCollector() {
        return new Collected();
    }

    @Override
    public int[] reduce(Collection<Collected> collectors) {
        FixedBitSet[] found = new FixedBitSet[columns.segments()];
        for (Collected each : collectors) {
            for (int i = 0; i < found.length; i++) {
                found[i] = either(found[i], each.found[i]);
            }
        }
        return columns.counts(found);
    }

    private static @Nullable FixedBitSet either(@Nullable FixedBitSet one, @Nullable FixedBitSet other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        one.or(other);
        return one;
    }

    /** What one thread found. */
    final class Collected implements Collector {
        private final @Nullable FixedBitSet[] found = new FixedBitSet[columns.segments()];

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) {
            FixedBitSet known = found[leaf.ord];
            FixedBitSet documents = known == null ? columns.none(leaf.ord) : known;
            found[leaf.ord] = documents;
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int doc) {
                    documents.set(doc);
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
