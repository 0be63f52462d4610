package dev.apatite.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.LongHeap;
import org.jspecify.annotations.Nullable;

/** Gathers all that a query finds, so that it is matched and scored once, however often it is then looked through. */
final class Gathering implements CollectorManager<Gathering.Gathered, Documents> {
    private final ScoreMode mode;

    private Gathering(ScoreMode mode) {
        this.mode = mode;
    }

    /** What a query finds, with its scores. */
    static Documents scored(IndexSearcher searcher, Query query) throws IOException {
        return searcher.search(query, new Gathering(ScoreMode.COMPLETE));
    }

    /** What a query finds; all of that may score alike. */
    static Documents unscored(IndexSearcher searcher, Query query) throws IOException {
        return query instanceof Documents known
                ? known
                : searcher.search(query, new Gathering(ScoreMode.COMPLETE_NO_SCORES));
    }

    /** Whether a query finds fewer documents than that; it looks no further than it must. */
    static boolean isFewer(IndexSearcher searcher, Query query, int few) throws IOException {
        AtomicInteger found = new AtomicInteger();
        return searcher.search(query, new CollectorManager<SimpleCollector, Boolean>() {
            @Override
            public SimpleCollector newCollector() {
                return new UpTo(found, few);
            }

            @Override
            public Boolean reduce(Collection<SimpleCollector> collectors) {
                return found.get() < few;
            }
        });
    }

    /** Counts until there are so many. */
    private static final class UpTo extends SimpleCollector {
        private final AtomicInteger found;
        private final int few;

        UpTo(AtomicInteger found, int few) {
            this.found = found;
            this.few = few;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) {
            if (found.get() >= few) {
                throw new CollectionTerminatedException();
            }
        }

        @Override
        public void collect(int document) {
            if (found.incrementAndGet() >= few) {
                throw new CollectionTerminatedException();
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** The best so many of some documents, the best first; of those that score the same, the first in the index. */
    static ScoreDoc[] best(Documents documents, int most) {
        LongHeap best = new LongHeap(Math.max(1, Math.min(most, documents.size())));
        for (int i = 0; i < documents.size(); i++) {
            // No score is below 0, so that their bits are in their order.
            best.insertWithOverflow((long) Float.floatToIntBits(documents.score(i)) << 32 | Integer.MAX_VALUE - i);
        }
        ScoreDoc[] rows = new ScoreDoc[best.size()];
        for (int i = rows.length - 1; i >= 0; i--) {
            int place = Integer.MAX_VALUE - (int) best.pop();
            rows[i] = new ScoreDoc(documents.document(place), documents.score(place));
        }
        return rows;
    }

    @Override
    public Gathered newCollector() {
        return new Gathered();
    }

    @Override
    public Documents reduce(Collection<Gathered> collectors) {
        List<Part> parts = new ArrayList<>();
        collectors.forEach(each -> parts.addAll(each.parts));
        parts.sort(Comparator.comparingInt(each -> each.size == 0 ? -1 : each.documents[0]));
        int size = parts.stream().mapToInt(each -> each.size).sum();
        int[] documents = new int[size];
        float @Nullable [] scores = mode.needsScores() ? new float[size] : null;
        int at = 0;
        for (Part each : parts) {
            System.arraycopy(each.documents, 0, documents, at, each.size);
            if (scores != null) {
                System.arraycopy(each.scores, 0, scores, at, each.size);
            }
            at += each.size;
        }
        return new Documents(documents, scores);
    }

    /** What was found in one segment, or in a part of it. */
    private static final class Part {
        private int[] documents = new int[64];
        private float[] scores;
        private int size;

        Part(boolean scored) {
            scores = new float[scored ? documents.length : 0];
        }

        void add(int document) {
            if (size == documents.length) {
                documents = Arrays.copyOf(documents, 2 * size);
                if (scores.length > 0) {
                    scores = Arrays.copyOf(scores, 2 * size);
                }
            }
            documents[size++] = document;
        }
    }

    /** What one thread found. */
    final class Gathered implements Collector {
        private final List<Part> parts = new ArrayList<>();

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) {
            Part part = new Part(mode.needsScores());
            parts.add(part);
            int base = leaf.docBase;
            return new LeafCollector() {
                private @Nullable Scorable scorer;

                @Override
                public void setScorer(Scorable now) {
                    scorer = mode.needsScores() ? now : null;
                }

                @Override
                public void collect(int document) throws IOException {
                    part.add(base + document);
                    if (scorer != null) {
                        part.scores[part.size - 1] = scorer.score();
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return mode;
        }
    }
}
