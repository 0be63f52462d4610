package dev.apatite.search;

import dev.apatite.index.CitedCounts;
import dev.apatite.index.Schema;
import dev.apatite.query.EvidenceQueries;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** How many papers of the corpus cite each one, for one commit. */
final class Citations {
    private final IndexSearcher searcher;
    private final @Nullable Map<String, Integer> known;

    Citations(IndexSearcher searcher) {
        this(searcher, null);
    }

    /** Counts that are known by the papers' ids. */
    Citations(IndexSearcher searcher, @Nullable Map<String, Integer> known) {
        this.searcher = searcher;
        this.known = known;
    }

    /** The papers that cite a paper, by its id as the cited work's or by its DOI, without itself. */
    static Query citing(String id, @Nullable String doi) {
        BooleanQuery.Builder citing = new BooleanQuery.Builder();
        names(id, doi).forEach(each -> citing.add(new TermQuery(each), Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(citing.build(), Occur.MUST)
                .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                .add(new TermQuery(new Term(Schema.PAPER, id)), Occur.MUST_NOT)
                .build();
    }

    /** What papers that cite a paper have, by its id or by its DOI. */
    static List<Term> names(String id, @Nullable String doi) {
        Term own = new Term(Schema.CITES, id);
        return doi == null || doi.isEmpty()
                ? List.of(own)
                : List.of(own, new Term(Schema.CITES, "doi:" + doi.toLowerCase(Locale.ROOT)));
    }

    /** How many papers cite a paper, whichever of its two names they cite it by. */
    int of(String id, @Nullable String doi) throws IOException {
        return known == null ? CitedCounts.of(searcher.getIndexReader(), id, doi) : known.getOrDefault(id, 0);
    }

    /** By how often a paper is cited, as it was counted when the commit was made. */
    static SortField order(boolean mostFirst) {
        SortField order = new SortField(Schema.CITED_BY, SortField.Type.LONG, mostFirst);
        order.setMissingValue(0L);
        return order;
    }
}
