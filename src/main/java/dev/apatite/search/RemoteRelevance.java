package dev.apatite.search;

import dev.apatite.engine.RemoteRow;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.Gist;
import dev.apatite.index.Schema;
import dev.apatite.query.CompiledQuery;
import dev.apatite.query.EvidenceQueries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Ranks papers of a cluster by bare words as {@link Relevance} does: the cluster scores, the best are looked at more closely
 * and put in order here, and joined with the others, which stay as they were scored.
 */
final class RemoteRelevance {
    private static final Comparator<RemoteRow> BEST_FIRST =
            Comparator.comparing(RemoteRow::score).reversed().thenComparing(RemoteRow::id, RemoteRelevance::byBytes);

    private static final int TERMS_AT_ONCE = 50;

    private final RemoteSnapshot snapshot;
    private final Sort sort;
    private final Query base;
    private final Query everything;
    private Query others;
    private final List<RemoteRow> best;
    private final boolean hasOthers;
    private final Map<String, Float> alone;

    /**
     * Ranks the papers of a question.
     *
     * @param sort by score and then by the paper's id
     * @param nearness in meaning; empty where words are searched alone
     */
    RemoteRelevance(
            RemoteSnapshot snapshot, Question question, RemoteLoose loose, Sort sort, Optional<RemoteNearness> nearness)
            throws IOException {
        this.snapshot = snapshot;
        this.sort = sort;
        List<String> near = nearness.isEmpty() ? List.of() : nearest(snapshot, question, nearness.get());
        boolean whole = !near.isEmpty() && nearness.get().isWhole();
        base = question.papers(
                whole ? Relevance.orNear(loose.matching(), loose.parts(), RemoteLoose.of(near)) : loose.matching());
        alone = alone(near);
        List<RemoteRow> all = snapshot.page(within(base, question, List.of()), sort, null, Relevance.CLOSELY)
                .rows();
        List<RemoteRow> top = AtTheTop.sure(all, Relevance.CLOSELY, RemoteRow::score);
        Map<String, Float> bonus = bonus(loose, top);
        if (nearness.isPresent()) {
            bonus = withMeaning(nearness.get(), loose, top, bonus);
        }
        float any = alone.isEmpty() ? 0 : Relevance.ANY_WORD;
        Query tiered = tiered(base, loose, any);
        everything = within(tiered, question, List.of());
        hasOthers = all.size() == Relevance.CLOSELY;
        List<String> ids = top.stream().map(RemoteRow::id).toList();
        others = within(tiered, question, ids);
        best = withTiers(loose, top, bonus, any);
        alone.forEach((id, score) -> best.add(row(id, score)));
        best.sort(BEST_FIRST);
    }

    /** Ids of the papers nearest to a question in meaning, of those that filters and syntax leave, nearest first. */
    static List<String> nearest(RemoteSnapshot snapshot, Question question, RemoteNearness nearness) {
        List<String> nearest = nearness.nearest();
        Set<String> left = matching(snapshot, Relevance.demanded(question), nearest);
        return nearest.stream().filter(left::contains).toList();
    }

    private static Set<String> matching(RemoteSnapshot snapshot, Query query, List<String> papers) {
        return snapshot.scores(new ConstantScoreQuery(query), papers).keySet();
    }

    /** Those of the near papers that have too few of the words to be found by them, scored by their order. */
    private Map<String, Float> alone(List<String> near) {
        Set<String> found = matching(snapshot, base, near);
        return Nearness.scores(
                near.stream().filter(each -> !found.contains(each)).toList(), Relevance.BY_MEANING_ALONE);
    }

    private static Map<String, Float> withMeaning(
            RemoteNearness nearness, RemoteLoose loose, List<RemoteRow> top, Map<String, Float> bonus) {
        Map<String, Float> scores = new HashMap<>();
        top.forEach(each -> scores.put(each.id(), each.score() + bonus.getOrDefault(each.id(), 0f)));
        int words = loose.parts().size();
        Map<String, Float> both = new HashMap<>(bonus);
        nearness.bonus(scores, words).forEach((paper, more) -> {
            both.merge(paper, more, Float::sum);
            scores.merge(paper, more, Float::sum);
        });
        if (nearness.isWhole()) {
            nearness.lent(scores, words).forEach((paper, more) -> both.merge(paper, more, Float::sum));
        }
        return both;
    }

    /** All papers that are found. */
    Query found() {
        return alone.isEmpty() ? base : Loose.or(base, RemoteLoose.of(List.copyOf(alone.keySet())));
    }

    /** Ids of those that were found by meaning alone; they come last. */
    Set<String> byMeaning() {
        return alone.keySet();
    }

    private static RemoteRow row(String id, float score) {
        return new RemoteRow(id, score, List.of(score, new BytesRef(id)));
    }

    private static Query within(Query papers, Question question, List<String> without) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(papers, Occur.MUST);
        question.filters().ofFacets().values().forEach(each -> all.add(each, Occur.FILTER));
        if (!without.isEmpty()) {
            all.add(RemoteLoose.of(without), Occur.MUST_NOT);
        }
        return all.build();
    }

    /**
     * The papers, those that are asked for by title before those with all words before the others.
     *
     * @param any sets them before what is found without a word
     */
    static Query tiered(Query papers, RemoteLoose loose, float any) {
        BooleanQuery.Builder tiered = new BooleanQuery.Builder()
                .add(papers, Occur.MUST)
                .add(tier(loose.all(), Relevance.ALL_WORDS), Occur.SHOULD);
        if (!loose.titled().isEmpty()) {
            tiered.add(tier(RemoteLoose.of(loose.titled()), Relevance.ALL_WORDS), Occur.SHOULD);
        }
        if (any > 0) {
            tiered.add(tier(new MatchAllDocsQuery(), any), Occur.SHOULD);
        }
        return tiered.build();
    }

    private static Query tier(Query papers, float score) {
        return new BoostQuery(new ConstantScoreQuery(papers), score);
    }

    private List<RemoteRow> withTiers(RemoteLoose loose, List<RemoteRow> top, Map<String, Float> bonus, float any) {
        List<String> ids = top.stream().map(RemoteRow::id).toList();
        Set<String> exact =
                snapshot.scores(new ConstantScoreQuery(loose.all()), ids).keySet();
        Set<String> titled = new HashSet<>(loose.titled());
        List<RemoteRow> ranked = new ArrayList<>();
        for (RemoteRow each : top) {
            float scored = bonus.isEmpty()
                    ? each.score()
                    : (float) ((double) each.score() + bonus.getOrDefault(each.id(), 0f));
            float tiers = (exact.contains(each.id()) ? Relevance.ALL_WORDS : 0)
                    + (titled.contains(each.id()) ? Relevance.ALL_WORDS : 0);
            ranked.add(row(each.id(), Math.max(0, scored) + tiers + any));
        }
        return ranked;
    }

    private static int byBytes(String one, String other) {
        return new BytesRef(one).compareTo(new BytesRef(other));
    }

    /** The scores of those of some papers that the question finds. */
    Map<String, Float> scores(Collection<String> papers) {
        Map<String, Float> scores = new HashMap<>(snapshot.scores(everything, papers));
        best.stream()
                .filter(each ->
                        scores.containsKey(each.id()) || alone.containsKey(each.id()) && papers.contains(each.id()))
                .forEach(each -> scores.put(each.id(), each.score()));
        return scores;
    }

    /** Leaves some papers out of the pages. */
    void leaveOut(Set<String> papers) {
        if (!papers.isEmpty()) {
            best.removeIf(each -> papers.contains(each.id()));
            others = Versions.without(others, RemoteLoose.of(List.copyOf(papers)));
        }
    }

    /** Papers in their order behind a row. */
    List<RemoteRow> page(@Nullable List<Object> after, int size) {
        List<RemoteRow> page = new ArrayList<>();
        for (RemoteRow each : best) {
            if (page.size() < size && (after == null || isBehind(each, after))) {
                page.add(each);
            }
        }
        if (hasOthers) {
            page.addAll(snapshot.page(others, sort, after, size).rows());
            page.sort(BEST_FIRST);
        }
        return page.size() > size ? page.subList(0, size) : page;
    }

    private static boolean isBehind(RemoteRow row, List<Object> after) {
        int byScore = Float.compare((Float) after.getFirst(), row.score());
        return byScore > 0 || byScore == 0 && new BytesRef(row.id()).compareTo((BytesRef) after.getLast()) > 0;
    }

    private Map<String, Float> bonus(RemoteLoose loose, List<RemoteRow> top) throws IOException {
        if (top.size() < 2
                || loose.parts().stream().allMatch(each -> each.term().isEmpty())) {
            return Map.of();
        }
        BooleanQuery.Builder more = new BooleanQuery.Builder();
        feedback(loose.parts(), top, more);
        Relevance.nearness(loose.parts(), more);
        BooleanQuery closely = more.build();
        return closely.clauses().isEmpty()
                ? Map.of()
                : snapshot.scores(closely, top.stream().map(RemoteRow::id).toList());
    }

    /** What the best papers are about, as terms with weights. */
    private void feedback(List<CompiledQuery.Part> typed, List<RemoteRow> top, BooleanQuery.Builder more)
            throws IOException {
        List<RemoteRow> papers = AtTheTop.first(top, Relevance.FEEDBACK_PAPERS, RemoteRow::score, RemoteRow::id);
        Map<String, Gist> gists =
                snapshot.gists(papers.stream().map(RemoteRow::id).toList());
        Map<String, Double> weights = new HashMap<>();
        double scores = 0;
        for (RemoteRow each : papers) {
            scores += each.score();
            Map<String, Integer> words =
                    gists.getOrDefault(each.id(), new Gist(Map.of())).words();
            double length = words.values().stream().mapToInt(one -> one).sum();
            words.forEach((word, times) -> weights.merge(word, each.score() * times / length, Double::sum));
        }
        double highest = 0;
        for (CompiledQuery.Part each : typed) {
            highest += highest(each.ways());
        }
        double lacking = 1 - Math.min(1, scores / papers.size() / Math.max(highest, Float.MIN_NORMAL));
        List<Map.Entry<String, Double>> heaviest = heaviest(weights);
        double sum = heaviest.stream().mapToDouble(Map.Entry::getValue).sum();
        double scale = Relevance.FEEDBACK * lacking * lacking;
        heaviest.forEach(each ->
                more.add(new BoostQuery(inText(each.getKey()), (float) (scale * each.getValue() / sum)), Occur.SHOULD));
    }

    private float highest(Query query) {
        List<RemoteRow> best =
                snapshot.page(query, new Sort(SortField.FIELD_SCORE), null, 1).rows();
        return best.isEmpty() ? 0 : best.getFirst().score();
    }

    private static Query inText(String term) {
        return new TermQuery(new Term(Schema.ALL, term));
    }

    private List<Map.Entry<String, Double>> heaviest(Map<String, Double> weights) {
        List<Map.Entry<String, Double>> sorted = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        long papers = snapshot.counts(List.of(EvidenceQueries.kind(Schema.KIND_PAPER)))
                .getFirst();
        List<Map.Entry<String, Double>> heaviest = new ArrayList<>();
        for (int from = 0; from < sorted.size() && heaviest.size() < Relevance.FEEDBACK_TERMS; from += TERMS_AT_ONCE) {
            List<Map.Entry<String, Double>> some = sorted.subList(from, Math.min(sorted.size(), from + TERMS_AT_ONCE));
            List<Long> having = snapshot.counts(
                    some.stream().map(each -> inText(each.getKey())).toList());
            for (int i = 0; i < some.size() && heaviest.size() < Relevance.FEEDBACK_TERMS; i++) {
                if (having.get(i) > 1 && having.get(i) <= Relevance.COMMON * papers) {
                    heaviest.add(some.get(i));
                }
            }
        }
        return heaviest;
    }
}
