package dev.apatite.index;

import java.io.IOException;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Queries for all terms of a pattern, whose terms are looked through only as long as the question may take: Lucene looks
 * at the time when documents are scored, and the terms of {@code a*} are collected before.
 */
public final class BoundedTerms {
    private static final MultiTermQuery.RewriteMethod BOUNDED = new MultiTermQuery.RewriteMethod() {
        @Override
        public Query rewrite(IndexSearcher searcher, MultiTermQuery query) throws IOException {
            QueryTimeout timeout = searcher.getTimeout();
            return MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE.rewrite(
                    searcher, timeout == null ? query : new Timed(query, timeout));
        }
    };

    private BoundedTerms() {}

    /** Documents with a term that begins so. */
    public static PrefixQuery prefix(Term beginning) {
        return new PrefixQuery(beginning, BOUNDED);
    }

    /** Documents with a term of a pattern with {@code ?} and {@code *}. */
    public static WildcardQuery wildcard(Term pattern) {
        return new WildcardQuery(pattern, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT, BOUNDED);
    }

    /** The terms of another query, until the time is over. */
    private static final class Timed extends MultiTermQuery {
        private final MultiTermQuery of;
        private final QueryTimeout timeout;

        Timed(MultiTermQuery of, QueryTimeout timeout) {
            super(of.getField(), CONSTANT_SCORE_BLENDED_REWRITE);
            this.of = of;
            this.timeout = timeout;
        }

        @Override
        protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
            return new TimedTerms(of.getTermsEnum(terms), timeout);
        }

        @Override
        public String toString(String field) {
            return of.toString(field);
        }

        @Override
        public void visit(QueryVisitor visitor) {
            of.visit(visitor);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Timed that && that.of.equals(of);
        }

        @Override
        public int hashCode() {
            return of.hashCode();
        }
    }

    private static final class TimedTerms extends FilteredTermsEnum {
        /** Telling the time costs as much as looking at some terms. */
        private static final int BETWEEN_LOOKS = 64;

        private final QueryTimeout timeout;
        private int seen;

        TimedTerms(TermsEnum terms, QueryTimeout timeout) {
            super(terms, false);
            this.timeout = timeout;
        }

        @Override
        protected AcceptStatus accept(BytesRef term) {
            if (seen++ % BETWEEN_LOOKS == 0 && timeout.shouldExit()) {
                throw new ExitingReaderException("the terms of a pattern take too long");
            }
            return AcceptStatus.YES;
        }
    }
}
