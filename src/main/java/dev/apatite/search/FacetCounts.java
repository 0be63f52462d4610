package dev.apatite.search;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * How many of the documents that a search collects have each value of a facet: at twice its number those that have it or a
 * narrower one, beside it those that have it itself.
 */
final class FacetCounts implements CollectorManager<FacetCounts.Counting, int[]> {
    private final FacetDictionary.Segment[] segments;
    private final int values;

    /**
     * @param segments by the ordinals of the reader's leaves
     * @param values how many there are
     */
    FacetCounts(FacetDictionary.Segment[] segments, int values) {
        this.segments = segments;
        this.values = values;
    }

    @Override
    public Counting newCollector() {
        return new Counting();
    }

    @Override
    public int[] reduce(Collection<Counting> collectors) {
        int[] sum = null;
        for (Counting each : collectors) {
            if (sum == null) {
                sum = each.counts;
            } else {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += each.counts[i];
                }
            }
        }
        return sum == null ? new int[2 * values] : sum;
    }

    /** The counts of one thread. */
    final class Counting implements Collector {
        private final int[] counts = new int[2 * values];

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            FacetDictionary.Segment segment = segments[leaf.ord];
            int[] starts = segment.starts();
            int[] entries = segment.entries();
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {}

                @Override
                public void collect(int doc) {
                    for (int i = starts[doc]; i < starts[doc + 1]; i++) {
                        int entry = entries[i];
                        counts[entry & -2]++;
                        counts[entry | 1] += entry & 1;
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
