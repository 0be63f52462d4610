package dev.apatite.search;

import java.util.Arrays;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Some documents of one commit, each with a score where they are scored. */
final class Documents extends Query {
    private final int[] documents;
    private final float @Nullable [] scores;

    /** Documents that all score alike. */
    Documents(Set<Integer> documents) {
        this(documents.stream().mapToInt(each -> each).sorted().toArray(), null);
    }

    /**
     * Takes the arrays as they are.
     *
     * @param documents in their order in the index
     * @param scores of each; null where all score alike
     */
    Documents(int[] documents, float @Nullable [] scores) {
        this.documents = documents;
        this.scores = scores;
    }

    int size() {
        return documents.length;
    }

    /** The document at a place, in the order of the index. */
    int document(int place) {
        return documents[place];
    }

    /** The score of the document at a place. */
    float score(int place) {
        return scores == null ? 0 : scores[place];
    }

    boolean has(int document) {
        return Arrays.binarySearch(documents, document) >= 0;
    }

    interface Scoring {
        /** The score of a document that has another already. */
        float of(int document, float score);
    }

    /** The same documents with other scores. */
    Documents scored(Scoring scoring) {
        float[] others = new float[documents.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = scoring.of(documents[i], score(i));
        }
        return new Documents(documents, others);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                int from = lowest(leaf.docBase);
                int to = lowest(leaf.docBase + leaf.reader().maxDoc());
                return from == to ? null : new DefaultScorerSupplier(new OfLeaf(leaf.docBase, from, to, boost));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    private int lowest(int document) {
        int at = Arrays.binarySearch(documents, document);
        return at < 0 ? -at - 1 : at;
    }

    /** Goes through the documents of one segment. */
    private final class OfLeaf extends Scorer {
        private final float boost;
        private final Places places;

        OfLeaf(int base, int from, int to, float boost) {
            this.boost = boost;
            places = new Places(base, from, to);
        }

        @Override
        public int docID() {
            return places.docID();
        }

        @Override
        public DocIdSetIterator iterator() {
            return places;
        }

        @Override
        public float score() {
            return scores == null ? boost : scores[places.at] * boost;
        }

        @Override
        public float getMaxScore(int upTo) {
            return scores == null ? boost : Float.MAX_VALUE;
        }
    }

    private final class Places extends DocIdSetIterator {
        private final int base;
        private final int from;
        private final int to;
        private int at;

        Places(int base, int from, int to) {
            this.base = base;
            this.from = from;
            this.to = to;
            at = from - 1;
        }

        @Override
        public int docID() {
            return at < from ? -1 : at < to ? documents[at] - base : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at = Math.min(to, at + 1);
            return docID();
        }

        @Override
        public int advance(int target) {
            if (target == NO_MORE_DOCS) {
                // With the segment's base it would be more than a number holds.
                at = to;
                return NO_MORE_DOCS;
            }
            // What is looked for is near as a rule: by steps that grow until it is behind, then by halves.
            int low = at + 1;
            int step = 1;
            while (low + step < to && documents[low + step] - base < target) {
                low += step;
                step *= 2;
            }
            int high = Math.min(to, low + step + 1);
            int place = low >= to ? to : Arrays.binarySearch(documents, low, high, base + target);
            at = place < 0 ? -place - 1 : place;
            return docID();
        }

        @Override
        public long cost() {
            return to - from;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return documents.length + " documents";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Documents that
                && Arrays.equals(that.documents, documents)
                && Arrays.equals(that.scores, scores);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(documents);
    }
}
