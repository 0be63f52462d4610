package dev.apatite.search;

import java.util.Arrays;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitDocIdSet;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Some documents of one commit. */
final class Documents extends Query {
    private final int[] documents;

    Documents(Set<Integer> documents) {
        this.documents = documents.stream().mapToInt(each -> each).sorted().toArray();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                FixedBitSet bits = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
                for (int each : documents) {
                    if (each >= leaf.docBase
                            && each < leaf.docBase + leaf.reader().maxDoc()) {
                        bits.set(each - leaf.docBase);
                    }
                }
                if (bits.cardinality() == 0) {
                    return null;
                }
                DocIdSetIterator all = new BitDocIdSet(bits).iterator();
                return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, all));
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
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
        return other instanceof Documents that && Arrays.equals(that.documents, documents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(documents);
    }
}
