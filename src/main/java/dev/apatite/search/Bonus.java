package dev.apatite.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;

/** A document's score and, for some documents, what is added to it. */
final class Bonus extends DoubleValuesSource {
    private final Map<Integer, Float> bonus;

    Bonus(Map<Integer, Float> bonus) {
        this.bonus = bonus;
    }

    @Override
    public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) {
        return new DoubleValues() {
            private int document;

            @Override
            public double doubleValue() throws IOException {
                return scores.doubleValue() + bonus.getOrDefault(leaf.docBase + document, 0f);
            }

            @Override
            public boolean advanceExact(int next) throws IOException {
                document = next;
                return scores.advanceExact(next);
            }
        };
    }

    @Override
    public boolean needsScores() {
        return true;
    }

    @Override
    public DoubleValuesSource rewrite(IndexSearcher searcher) {
        return this;
    }

    /** It is of one commit, and of one question. */
    @Override
    public boolean isCacheable(LeafReaderContext leaf) {
        return false;
    }

    @Override
    public int hashCode() {
        return bonus.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bonus that && that.bonus.equals(bonus);
    }

    @Override
    public String toString() {
        return "bonus of " + bonus.size() + " papers";
    }
}
