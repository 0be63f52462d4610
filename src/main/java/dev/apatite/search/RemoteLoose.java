package dev.apatite.search;

import dev.apatite.engine.RemotePage;
import dev.apatite.engine.RemoteRow;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.TextAnalysis;
import dev.apatite.query.CompiledQuery;
import dev.apatite.query.EvidenceQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Bare words of which a paper may lack some, in a cluster: {@link Loose}, with papers by their ids.
 *
 * @param titled ids of papers that are asked for by their titles
 */
record RemoteLoose(
        List<CompiledQuery.Part> parts, Query matching, boolean anyWord, Query all, long exact, List<String> titled) {
    /** The papers of a question that has bare words, and may do with most of them. */
    static Optional<RemoteLoose> of(RemoteSnapshot snapshot, TextAnalysis analysis, Question question) {
        Optional<CompiledQuery.Relaxed> relaxed = question.compiled().relaxed();
        if (relaxed.isEmpty() || !question.request().wording().most()) {
            return Optional.empty();
        }
        List<String> titled = relaxed.get().rest().isEmpty()
                ? titled(
                        snapshot,
                        analysis,
                        question.mended() == null ? question.request().query() : question.mended())
                : List.of();
        Query all = or(question.compiled().query(), titled);
        int most = relaxed.get().parts().size() / 2 + 1;
        Query matching = Loose.matching(relaxed.get(), most);
        List<Long> counts = snapshot.counts(List.of(bound(question, all), bound(question, matching)));
        long exact = counts.getFirst();
        boolean anyWord = most > 1 && exact < Loose.FEW && counts.getLast() < Loose.FEW;
        return Optional.of(new RemoteLoose(
                relaxed.get().parts(),
                or(anyWord ? Loose.matching(relaxed.get(), 1) : matching, titled),
                anyWord,
                all,
                exact,
                titled));
    }

    private static Query bound(Question question, Query query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(question.papers(query), Occur.MUST);
        question.filters().ofFacets().values().forEach(each -> all.add(each, Occur.FILTER));
        return all.build();
    }

    private static Query or(Query query, List<String> papers) {
        return papers.isEmpty() ? query : Loose.or(query, of(papers));
    }

    /** Papers by their ids. */
    static Query of(List<String> papers) {
        return new BooleanQuery.Builder()
                .add(
                        new TermInSetQuery(
                                Schema.PAPER, papers.stream().map(BytesRef::new).toList()),
                        Occur.FILTER)
                .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                .build();
    }

    private static List<String> titled(RemoteSnapshot snapshot, TextAnalysis analysis, String typed) {
        Set<String> words = Titled.words(analysis, typed);
        if (Titled.isNoTitle(words)) {
            return List.of();
        }
        RemotePage best =
                snapshot.page(Titled.candidates(words), new Sort(SortField.FIELD_SCORE), null, Titled.CANDIDATES);
        Map<String, StoredJson.Card> cards =
                snapshot.cards(best.rows().stream().map(RemoteRow::id).toList());
        return best.rows().stream()
                .map(RemoteRow::id)
                .filter(each -> cards.containsKey(each)
                        && Titled.isTitle(analysis, cards.get(each).title(), words))
                .toList();
    }

    /** The same for papers that stand in a view, by their ids. */
    Loose in(CompiledQuery compiled, Map<String, Integer> documents) {
        Set<Integer> here = new java.util.LinkedHashSet<>();
        titled.stream().filter(documents::containsKey).forEach(each -> here.add(documents.get(each)));
        return new Loose(parts, matching, anyWord, Loose.or(compiled.query(), here), exact, here);
    }
}
