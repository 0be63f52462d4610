package dev.apatite.search;

import dev.apatite.index.Schema;
import dev.apatite.query.EvidenceQueries;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How many papers of the corpus cite each one, for one commit. */
final class Citations {
    private final IndexSearcher searcher;
    private int @Nullable [] counts;

    Citations(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** The papers that cite a paper, by its id as the cited work's or by its DOI, without itself. */
    static Query citing(String id, @Nullable String doi) {
        BooleanQuery.Builder citing = new BooleanQuery.Builder();
        citing.add(new TermQuery(new Term(Schema.CITES, id)), Occur.SHOULD);
        if (doi != null && !doi.isEmpty()) {
            citing.add(new TermQuery(new Term(Schema.CITES, "doi:" + doi.toLowerCase(Locale.ROOT))), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(citing.build(), Occur.MUST)
                .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                .add(new TermQuery(new Term(Schema.PAPER, id)), Occur.MUST_NOT)
                .build();
    }

    /** How many papers cite a paper, whichever of its two names they cite it by. */
    int of(String id, @Nullable String doi) throws IOException {
        int citing = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(Schema.CITES);
            if (terms != null) {
                citing += citing(leaf.reader(), terms.iterator(), id, doi);
            }
        }
        return citing;
    }

    private static int citing(LeafReader leaf, TermsEnum terms, String id, @Nullable String doi) throws IOException {
        Set<Integer> documents = new HashSet<>();
        Bits live = leaf.getLiveDocs();
        for (String name :
                doi == null || doi.isEmpty() ? List.of(id) : List.of(id, "doi:" + doi.toLowerCase(Locale.ROOT))) {
            if (terms.seekExact(new BytesRef(name))) {
                PostingsEnum citing = terms.postings(null, PostingsEnum.NONE);
                for (int doc = citing.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = citing.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        documents.add(doc);
                    }
                }
            }
        }
        return documents.isEmpty() ? 0 : documents.size() - own(leaf, documents, id);
    }

    /** 1 where the paper cites itself. */
    private static int own(LeafReader leaf, Set<Integer> documents, String id) throws IOException {
        PostingsEnum block = leaf.postings(new Term(Schema.PAPER, id), PostingsEnum.NONE);
        if (block == null) {
            return 0;
        }
        int own = 0;
        for (int doc = block.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = block.nextDoc()) {
            own += documents.contains(doc) ? 1 : 0;
        }
        return own;
    }

    /** By how often a paper is cited. */
    SortField order(boolean mostFirst) {
        return new Source(this).getSortField(mostFirst);
    }

    /** By document; counted when it is first asked for. */
    private synchronized int[] counts() throws IOException {
        if (counts != null) {
            return counts;
        }
        int[] counted = new int[searcher.getIndexReader().maxDoc()];
        Query papers = searcher.rewrite(EvidenceQueries.kind(Schema.KIND_PAPER));
        Weight weight = searcher.createWeight(papers, ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            SortedDocValues ids = DocValues.getSorted(leaf.reader(), Schema.PAPER);
            SortedDocValues dois = DocValues.getSorted(leaf.reader(), Schema.DOI);
            DocIdSetIterator documents = scorer.iterator();
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if (ids.advanceExact(doc)) {
                    String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
                    String doi = dois.advanceExact(doc)
                            ? dois.lookupOrd(dois.ordValue()).utf8ToString()
                            : null;
                    counted[leaf.docBase + doc] = of(id, doi);
                }
            }
        }
        counts = counted;
        return counted;
    }

    /** The counts as values to sort by. */
    private static final class Source extends LongValuesSource {
        private final Citations citations;

        Source(Citations citations) {
            this.citations = citations;
        }

        @Override
        public LongValues getValues(LeafReaderContext leaf, @Nullable DoubleValues scores) throws IOException {
            int[] counts = citations.counts();
            return new LongValues() {
                private int current;

                @Override
                public long longValue() {
                    return counts[current];
                }

                @Override
                public boolean advanceExact(int doc) {
                    current = leaf.docBase + doc;
                    return true;
                }
            };
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }

        @Override
        public boolean needsScores() {
            return false;
        }

        @Override
        public LongValuesSource rewrite(IndexSearcher searcher) {
            return this;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(citations);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Source source && source.citations == citations;
        }

        @Override
        public String toString() {
            return "cited";
        }
    }
}
