package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.query.CompiledQuery;
import dev.apatite.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
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
    private static final int BY_MEANING_ALONE = 100;

    /** Sets papers with any of the words before those without. */
    private static final float ANY_WORD = 2;

    private final Semantics semantics;

    Relevance(Semantics semantics) {
        this.semantics = semantics;
    }

    /** The papers of a loose question, scored; those with all words first, those by meaning alone last. */
    Ranked ranked(IndexView view, Question question, Loose loose) throws IOException {
        Optional<Nearness> nearness = question.request().wording().semantic()
                ? semantics.nearness(view, question.request().query())
                : Optional.empty();
        Set<Integer> near = nearness.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(
                        within(view.searcher(), question, nearness.get().nearest()));
        Query base = question.papers(loose.matching());
        boolean whole = nearness.isPresent() && nearness.get().meanings().complete();
        if (whole) {
            // Near in meaning makes up for words that are missing, but for the last one.
            Query nearWithAny = new BooleanQuery.Builder()
                    .add(loose.anyOfThem(), Occur.MUST)
                    .add(new Documents(near), Occur.FILTER)
                    .build();
            base = question.papers(new DisjunctionMaxQuery(List.of(loose.matching(), nearWithAny), 0));
        }
        BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(base, Occur.MUST);
        question.filters().ofFacets().values().forEach(each -> filtered.add(each, Occur.FILTER));
        ScoreDoc[] best = AtTheTop.sure(
                        List.of(view.searcher().search(filtered.build(), CLOSELY).scoreDocs),
                        CLOSELY,
                        each -> each.score)
                .toArray(ScoreDoc[]::new);
        Map<Integer, Float> bonus = bonus(view, loose, best);
        if (nearness.isPresent()) {
            bonus = withMeaning(nearness.get(), loose, best, bonus);
        }
        Query scored = bonus.isEmpty() ? base : new FunctionScoreQuery(base, new Bonus(bonus));
        Query tiered = tiered(scored, loose);
        return near.isEmpty() ? new Ranked(tiered, Set.of()) : withMeaningAlone(view.searcher(), tiered, base, near);
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
        boolean words = question.tree() instanceof QueryNode.Word || question.tree() instanceof QueryNode.Words;
        Query demanded = question.compiled()
                .relaxed()
                .map(CompiledQuery.Relaxed::demanded)
                .orElse(words ? new MatchAllDocsQuery() : question.compiled().query());
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(question.papers(demanded), Occur.MUST);
        question.filters().ofFacets().values().forEach(each -> all.add(each, Occur.FILTER));
        ScoreDoc[] rows = documents.stream().map(each -> new ScoreDoc(each, 0)).toArray(ScoreDoc[]::new);
        Set<Integer> left = Scores.of(searcher, all.build(), rows).keySet();
        return documents.stream().filter(left::contains).toList();
    }

    /** Adds the papers that are near and have none of the words, behind all others. */
    private static Ranked withMeaningAlone(IndexSearcher searcher, Query tiered, Query base, Set<Integer> near)
            throws IOException {
        ScoreDoc[] rows = near.stream().map(each -> new ScoreDoc(each, 0)).toArray(ScoreDoc[]::new);
        Set<Integer> worded = Scores.of(searcher, base, rows).keySet();
        List<Integer> alone = near.stream()
                .filter(each -> !worded.contains(each))
                .limit(BY_MEANING_ALONE)
                .toList();
        if (alone.isEmpty()) {
            return new Ranked(tiered, Set.of());
        }
        Map<Integer, Float> order = Nearness.scores(alone, BY_MEANING_ALONE);
        Query all = new BooleanQuery.Builder()
                .add(tiered, Occur.SHOULD)
                .add(new BoostQuery(new ConstantScoreQuery(base), ANY_WORD), Occur.SHOULD)
                .add(
                        new FunctionScoreQuery(
                                new BoostQuery(new ConstantScoreQuery(new Documents(new LinkedHashSet<>(alone))), 0),
                                new Bonus(order)),
                        Occur.SHOULD)
                .build();
        return new Ranked(all, Set.copyOf(alone));
    }

    /** The same papers, those that are asked for by title before those with all words before the others. */
    static Query tiered(Query papers, Loose loose) {
        BooleanQuery.Builder tiered = new BooleanQuery.Builder()
                .add(papers, Occur.MUST)
                .add(new BoostQuery(new ConstantScoreQuery(loose.all()), ALL_WORDS), Occur.SHOULD);
        if (!loose.titled().isEmpty()) {
            tiered.add(new BoostQuery(new ConstantScoreQuery(new Documents(loose.titled())), ALL_WORDS), Occur.SHOULD);
        }
        return tiered.build();
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
        feedback(view.searcher(), loose.parts(), top, more);
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
            IndexSearcher searcher, List<CompiledQuery.Part> typed, List<ScoreDoc> top, BooleanQuery.Builder more)
            throws IOException {
        Map<String, Double> weights = new HashMap<>();
        double scores = 0;
        for (ScoreDoc paper : top) {
            scores += paper.score;
            Map<String, Integer> words = Gists.of(searcher, paper.doc).words();
            double length = words.values().stream().mapToInt(each -> each).sum();
            for (Map.Entry<String, Integer> each : words.entrySet()) {
                weights.merge(each.getKey(), paper.score * each.getValue() / length, Double::sum);
            }
        }
        double highest = 0;
        for (CompiledQuery.Part each : typed) {
            highest += Scores.highest(searcher, each.ways());
        }
        double lacking = 1 - Math.min(1, scores / top.size() / Math.max(highest, Float.MIN_NORMAL));
        List<Map.Entry<String, Double>> heaviest = heaviest(searcher.getIndexReader(), weights);
        double sum = heaviest.stream().mapToDouble(Map.Entry::getValue).sum();
        double scale = FEEDBACK * lacking * lacking;
        heaviest.forEach(each -> more.add(
                new BoostQuery(
                        new TermQuery(new Term(Schema.ALL, each.getKey())), (float) (scale * each.getValue() / sum)),
                Occur.SHOULD));
    }

    private static List<Map.Entry<String, Double>> heaviest(IndexReader reader, Map<String, Double> weights)
            throws IOException {
        List<Map.Entry<String, Double>> sorted = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        int papers = reader.getDocCount(Schema.ALL);
        List<Map.Entry<String, Double>> heaviest = new ArrayList<>();
        for (Map.Entry<String, Double> each : sorted) {
            if (heaviest.size() == FEEDBACK_TERMS) {
                break;
            }
            int having = reader.docFreq(new Term(Schema.ALL, each.getKey()));
            if (having > 1 && having <= COMMON * papers) {
                heaviest.add(each);
            }
        }
        return heaviest;
    }
}
