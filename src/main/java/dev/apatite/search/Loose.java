package dev.apatite.search;

import dev.apatite.query.CompiledQuery;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Bare words of which a paper may lack some: most of them must be there; any where hardly a paper has most, so that no
 * query of words ends at nothing while one of them is in the corpus.
 *
 * @param parts the words
 * @param matching papers with enough of them, scored by those that they have
 * @param anyWord whether one of them is enough
 * @param all papers with all of them, and those that are asked for by their titles, as far as the filters leave them
 * @param exact how many those are
 * @param titled documents of those that are asked for by their titles
 */
record Loose(
        List<CompiledQuery.Part> parts, Query matching, boolean anyWord, Query all, long exact, Set<Integer> titled) {
    /** Fewer papers than a page holds are few. */
    static final int FEW = SearchRequest.DEFAULT_PAGE_SIZE;

    interface Bound {
        /** The papers of a query that the filters leave. */
        Query of(Query query);
    }

    static Loose of(IndexSearcher searcher, CompiledQuery compiled, Set<Integer> titled, Bound bound)
            throws IOException {
        CompiledQuery.Relaxed relaxed = compiled.relaxed().orElseThrow();
        Documents all = Gathering.unscored(searcher, bound.of(or(compiled.query(), titled)));
        int most = relaxed.parts().size() / 2 + 1;
        Query matching = matching(relaxed, most);
        boolean anyWord = most > 1 && all.size() < FEW && Gathering.isFewer(searcher, bound.of(matching), FEW);
        return new Loose(
                relaxed.parts(),
                or(anyWord ? matching(relaxed, 1) : matching, titled),
                anyWord,
                all,
                all.size(),
                titled);
    }

    static Query or(Query query, Set<Integer> documents) {
        return documents.isEmpty() ? query : or(query, new Documents(documents));
    }

    /** The same papers, and some more that score nothing for it. */
    static Query or(Query query, Query also) {
        return new DisjunctionMaxQuery(List.of(query, new BoostQuery(new ConstantScoreQuery(also), 0)), 0);
    }

    static Query matching(CompiledQuery.Relaxed relaxed, int least) {
        Query some = some(relaxed.parts(), least);
        return relaxed.rest().isEmpty()
                ? some
                : new BooleanQuery.Builder()
                        .add(some, Occur.MUST)
                        .add(relaxed.demanded(), Occur.MUST)
                        .build();
    }

    private static Query some(List<CompiledQuery.Part> parts, int least) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        parts.forEach(each -> words.add(each.ways(), Occur.SHOULD));
        return words.setMinimumNumberShouldMatch(least).build();
    }

    /** Papers with any of some words, scored by those that they have. */
    static Query any(List<CompiledQuery.Part> parts) {
        return some(parts, 1);
    }
}
