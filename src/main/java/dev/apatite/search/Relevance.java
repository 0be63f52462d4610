package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.query.CompiledQuery;
import dev.apatite.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Ranks papers by bare words. BM25 says which come first; the best of them are then looked at more closely: whether
 * neighbouring words of the query stand near each other, and what else the papers at the top are about, of which the
 * others may have some too (RM3: Abdul-Jaleel et al. 2004), which counts the less the more the papers at the top have of
 * what was typed: who typed what they say needs no other words.
 */
final class Relevance {
    /** How many papers are looked at more closely. */
    static final int CLOSELY = 1000;

    /** The usual number of papers and of terms of feedback. */
    static final int FEEDBACK_PAPERS = 10;

    static final int FEEDBACK_TERMS = 10;

    /** How many words as they are typed the terms of feedback weigh together where the best papers have none of those. */
    static final double FEEDBACK = 3;

    /** A term in more papers than this share says nothing of the few at the top. */
    static final double COMMON = 0.1;

    private static final int NEAR = 8;
    private static final float NEARNESS = 0.2f;

    /** More than any score, so that papers with all words stand before all others. */
    static final float ALL_WORDS = 1024;

    /** The most papers that are found by meaning alone. */
    static final int BY_MEANING_ALONE = 100;

    /** Sets papers with any of the words before those without. */
    static final float ANY_WORD = 2;

    private final Semantics semantics;

    Relevance(Semantics semantics) {
        this.semantics = semantics;
    }

    /** The papers of a loose question, scored; those with all words first, those by meaning alone last. */
    Ranked ranked(IndexView view, Question question, Loose loose) throws IOException {
        Optional<Nearness> nearness = question.request().wording().semantic()
                ? semantics.nearness(view, question.request().query())
                : Optional.empty();
        if (nearness.isPresent()) {
            return ranked(view, question, loose, nearness);
        }
        Rankings lately = view.attachment(Rankings.class, "", any -> new Rankings());
        Ranked known = lately.of(question);
        if (known == null) {
            known = ranked(view, question, loose, nearness);
            view.check();
            lately.keep(question, known);
        }
        return known;
    }

    private Ranked ranked(IndexView view, Question question, Loose loose, Optional<Nearness> nearness)
            throws IOException {
        Set<Integer> near = nearness.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(
                        within(view.searcher(), question, nearness.get().nearest()));
        Query base = question.papers(loose.matching());
        boolean whole = nearness.isPresent() && nearness.get().meanings().complete();
        if (whole) {
            base = question.papers(orNear(loose.matching(), loose.parts(), new Documents(near)));
        }
        IndexSearcher searcher = view.searcher();
        Documents found = Gathering.scored(searcher, base);
        ScoreDoc[] best = AtTheTop.sure(
                        List.of(Gathering.best(within(searcher, question, found), CLOSELY)),
                        CLOSELY,
                        each -> each.score)
                .toArray(ScoreDoc[]::new);
        Map<Integer, Float> bonus = bonus(view, loose, best);
        if (nearness.isPresent()) {
            bonus = withMeaning(nearness.get(), loose, best, bonus);
        }
        List<Integer> alone = near.stream()
                .filter(each -> !found.has(each))
                .limit(BY_MEANING_ALONE)
                .toList();
        Documents tiered = tiered(searcher, found, bonus, loose, alone.isEmpty() ? 0 : ANY_WORD);
        return alone.isEmpty() ? new Ranked(tiered, base, Set.of()) : withMeaningAlone(tiered, base, alone);
    }

    /** Near in meaning makes up for words that are missing, but for the last one. */
    static Query orNear(Query matching, List<CompiledQuery.Part> parts, Query near) {
        Query nearWithAny = new BooleanQuery.Builder()
                .add(Loose.any(parts), Occur.MUST)
                .add(near, Occur.FILTER)
                .build();
        return new DisjunctionMaxQuery(List.of(matching, nearWithAny), 0);
    }

    /** Those of what was found that the filters leave. */
    private static Documents within(IndexSearcher searcher, Question question, Documents found) throws IOException {
        Collection<Query> choices = question.filters().ofFacets().values();
        if (choices.isEmpty()) {
            return found;
        }
        BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(found, Occur.MUST);
        choices.forEach(each -> filtered.add(each, Occur.FILTER));
        return Gathering.scored(searcher, filtered.build());
    }

    /** The papers nearest to a question in meaning, of those that filters and syntax leave, nearest first. */
    List<Integer> nearest(IndexView view, Question question) throws IOException {
        Optional<Nearness> nearness =
                semantics.nearness(view, question.request().query());
        return nearness.isEmpty()
                ? List.of()
                : within(view.searcher(), question, nearness.get().nearest());
    }

    private static Map<Integer, Float> withMeaning(
            Nearness nearness, Loose loose, ScoreDoc[] best, Map<Integer, Float> bonus) throws IOException {
        Map<Integer, Float> scores = new HashMap<>();
        for (ScoreDoc each : best) {
            scores.put(each.doc, each.score + bonus.getOrDefault(each.doc, 0f));
        }
        int words = loose.parts().size();
        Map<Integer, Float> both = new HashMap<>(bonus);
        nearness.bonus(scores, words).forEach((document, more) -> {
            both.merge(document, more, Float::sum);
            scores.merge(document, more, Float::sum);
        });
        if (nearness.meanings().complete()) {
            nearness.lent(scores, words).forEach((document, more) -> both.merge(document, more, Float::sum));
        }
        return both;
    }

    /** Those of some papers that the question's filters, and what it demands beside bare words, leave. */
    private static List<Integer> within(IndexSearcher searcher, Question question, List<Integer> documents)
            throws IOException {
        ScoreDoc[] rows = documents.stream().map(each -> new ScoreDoc(each, 0)).toArray(ScoreDoc[]::new);
        Set<Integer> left = Scores.matching(searcher, demanded(question), rows);
        return documents.stream().filter(left::contains).toList();
    }

    /** The papers that the question's filters, and what it demands beside bare words, leave. */
    static Query demanded(Question question) {
        boolean words = question.tree() instanceof QueryNode.Word || question.tree() instanceof QueryNode.Words;
        Query demanded = question.compiled()
                .relaxed()
                .map(CompiledQuery.Relaxed::demanded)
                .orElse(words ? new MatchAllDocsQuery() : question.compiled().query());
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(question.papers(demanded), Occur.MUST);
        question.filters().ofFacets().values().forEach(each -> all.add(each, Occur.FILTER));
        return all.build();
    }

    /** Adds the papers that are near and have none of the words, behind all others. */
    private static Ranked withMeaningAlone(Documents tiered, Query base, List<Integer> alone) {
        Map<Integer, Float> order = Nearness.scores(alone, BY_MEANING_ALONE);
        Documents others =
                new Documents(new LinkedHashSet<>(alone)).scored((document, any) -> order.getOrDefault(document, 0f));
        return new Ranked(
                new BooleanQuery.Builder()
                        .add(tiered, Occur.SHOULD)
                        .add(others, Occur.SHOULD)
                        .build(),
                Loose.or(base, Set.copyOf(alone)),
                Set.copyOf(alone));
    }

    /** Papers in another order than that of their relevance: only who has all words stands before the others. */
    static Ranked unranked(IndexSearcher searcher, Question question, Loose loose) throws IOException {
        Query base = question.papers(loose.matching());
        Documents found = Gathering.unscored(searcher, base);
        return new Ranked(tiered(searcher, found, Map.of(), loose, 0), base, Set.of());
    }

    /**
     * The same papers with what is known of them beside their words, those that are asked for by title before those with
     * all words before the others.
     */
    private static Documents tiered(
            IndexSearcher searcher, Documents found, Map<Integer, Float> bonus, Loose loose, float any)
            throws IOException {
        Documents all = Gathering.unscored(searcher, loose.all());
        return found.scored((document, words) -> {
            float score = Math.max(0, words + bonus.getOrDefault(document, 0f));
            int tiers = (all.has(document) ? 1 : 0) + (loose.titled().contains(document) ? 1 : 0);
            return score + tiers * ALL_WORDS + any;
        });
    }

    /** A score as it is shown: without what sets papers with all words before the others. */
    static float shown(float score) {
        return score % ALL_WORDS;
    }

    private Map<Integer, Float> bonus(IndexView view, Loose loose, ScoreDoc[] best) throws IOException {
        BooleanQuery.Builder more = new BooleanQuery.Builder();
        Set<String> terms = new LinkedHashSet<>();
        loose.parts().forEach(each -> each.term().ifPresent(terms::add));
        if (terms.isEmpty() || best.length < 2) {
            return Map.of();
        }
        StoredRows rows = new StoredRows(view);
        List<ScoreDoc> top =
                AtTheTop.first(List.of(best), FEEDBACK_PAPERS, each -> each.score, each -> rows.paperOf(each.doc));
        feedback(view, loose.parts(), top, more);
        nearness(loose.parts(), more);
        Query closely = more.build();
        return ((BooleanQuery) closely).clauses().isEmpty() ? Map.of() : Scores.of(view.searcher(), closely, best);
    }

    static void nearness(List<CompiledQuery.Part> parts, BooleanQuery.Builder more) {
        for (int i = 0; i + 1 < parts.size(); i++) {
            String one = parts.get(i).term().orElse("");
            String next = parts.get(i + 1).term().orElse("");
            if (!one.isEmpty() && !next.isEmpty() && !one.equals(next)) {
                more.add(new BoostQuery(new PhraseQuery(NEAR, Schema.ALL, one, next), NEARNESS), Occur.SHOULD);
            }
        }
    }

    /** What the best papers are about, as terms with weights. */
    private static void feedback(
            IndexView view, List<CompiledQuery.Part> typed, List<ScoreDoc> top, BooleanQuery.Builder more)
            throws IOException {
        IndexSearcher searcher = view.searcher();
        Gists gists = view.attachment(Gists.class, "", any -> new Gists());
        Map<String, Double> weights = new HashMap<>();
        double scores = 0;
        for (ScoreDoc paper : top) {
            scores += paper.score;
            Map<String, Integer> words = gists.of(searcher, paper.doc).words();
            double length = words.values().stream().mapToInt(each -> each).sum();
            for (Map.Entry<String, Integer> each : words.entrySet()) {
                weights.merge(each.getKey(), paper.score * each.getValue() / length, Double::sum);
            }
        }
        Highest known = view.attachment(Highest.class, "", any -> new Highest());
        double highest = 0;
        for (CompiledQuery.Part each : typed) {
            highest += known.of(searcher, each.ways());
        }
        double lacking = 1 - Math.min(1, scores / top.size() / Math.max(highest, Float.MIN_NORMAL));
        List<Map.Entry<String, Double>> heaviest = heaviest(view, weights);
        double sum = heaviest.stream().mapToDouble(Map.Entry::getValue).sum();
        double scale = FEEDBACK * lacking * lacking;
        heaviest.forEach(each -> more.add(
                new BoostQuery(
                        new TermQuery(new Term(Schema.ALL, each.getKey())), (float) (scale * each.getValue() / sum)),
                Occur.SHOULD));
    }

    private static List<Map.Entry<String, Double>> heaviest(IndexView view, Map<String, Double> weights)
            throws IOException {
        // Few are wanted of many, so that they are not all sorted.
        PriorityQueue<Map.Entry<String, Double>> left = new PriorityQueue<>(
                Math.max(1, weights.size()),
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()));
        left.addAll(weights.entrySet());
        IndexReader reader = view.searcher().getIndexReader();
        Frequencies frequencies = view.attachment(Frequencies.class, "", any -> new Frequencies());
        int papers = reader.getDocCount(Schema.ALL);
        List<Map.Entry<String, Double>> heaviest = new ArrayList<>();
        while (heaviest.size() < FEEDBACK_TERMS && !left.isEmpty()) {
            Map.Entry<String, Double> each = left.remove();
            int having = frequencies.of(reader, each.getKey());
            if (having > 1 && having <= COMMON * papers) {
                heaviest.add(each);
            }
        }
        return heaviest;
    }
}
