package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.engine.RemoteRow;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.Gist;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.query.EvidenceQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The papers of a state of an index in a cluster. How frequent terms are is kept for the questions that follow. */
final class RemoteCorpus implements Corpus {
    private final RemoteSnapshot snapshot;
    private final Known known;

    /** How frequent terms are in a state, of those that were asked for lately. Safe to share between threads. */
    static final class Known {
        private static final int MOST = 200_000;

        private record Place(String state, String field, String text) {}

        private final Cache<Place, Integer> frequencies =
                Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

        @Nullable
        Integer of(String state, Term term) {
            return frequencies.getIfPresent(new Place(state, term.field(), term.text()));
        }

        void keep(String state, Term term, long having) {
            frequencies.put(new Place(state, term.field(), term.text()), (int) Math.min(having, Integer.MAX_VALUE));
        }
    }

    RemoteCorpus(RemoteSnapshot snapshot, Known known) {
        this.snapshot = snapshot;
        this.known = known;
    }

    @Override
    public int papers() {
        Term papers = new Term(Schema.KIND, Schema.KIND_PAPER);
        return having(papers);
    }

    @Override
    public int having(Term term) {
        Integer had = known.of(snapshot.state(), term);
        if (had == null) {
            look(List.of(term));
            had = known.of(snapshot.state(), term);
        }
        return had == null ? 0 : had;
    }

    @Override
    public void look(Collection<Term> terms) {
        List<Term> unknown = terms.stream()
                .distinct()
                .filter(each -> known.of(snapshot.state(), each) == null)
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        List<Long> counts =
                snapshot.counts(unknown.stream().<Query>map(TermQuery::new).toList());
        for (int i = 0; i < unknown.size(); i++) {
            known.keep(snapshot.state(), unknown.get(i), counts.get(i));
        }
    }

    @Override
    public long count(Query query) {
        return snapshot.counts(List.of(query)).getFirst();
    }

    @Override
    public List<String> best(Query papers, int most) {
        return snapshot.page(papers, ViewCorpus.BEST_FIRST, null, most).rows().stream()
                .map(RemoteRow::id)
                .toList();
    }

    @Override
    public List<Set<String>> ofAny(List<List<Term>> terms, Collection<String> papers) {
        List<Set<String>> having = new ArrayList<>();
        List<Query> queries = new ArrayList<>();
        for (List<Term> each : terms) {
            BooleanQuery.Builder any =
                    new BooleanQuery.Builder().add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER);
            each.forEach(term -> any.add(new TermQuery(term), Occur.SHOULD));
            queries.add(any.setMinimumNumberShouldMatch(1).build());
            having.add(new LinkedHashSet<>());
        }
        snapshot.matching(queries, papers)
                .forEach((paper, matched) ->
                        matched.forEach(each -> having.get(each).add(paper)));
        return having;
    }

    @Override
    public Map<String, StoredJson.Card> cards(Collection<String> papers) {
        return snapshot.cards(papers);
    }

    @Override
    public Map<String, Gist> gists(Collection<String> papers) {
        return snapshot.gists(papers);
    }

    @Override
    public Optional<String> printedLike(String word) {
        return snapshot.printedLike(word);
    }
}
