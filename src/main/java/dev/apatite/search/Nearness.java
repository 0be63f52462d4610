package dev.apatite.search;

import dev.apatite.index.Meanings;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * How near papers are to a question in meaning, and what that adds to their score by words. Words are brought to the range
 * of a cosine by the best of them, of which nothing is the least that there can be (as Bruch, Gai and Ingber 2023 do it), so
 * that neither the worst paper nor a constant of a collection is in it; meaning counts the less the fewer words there are,
 * for a short query means its words.
 */
record Nearness(Meanings meanings, float[] question) {
    /** How many papers are looked for by meaning alone. */
    static final int NEAREST = 200;

    /** A cosine spans a small part of its range. At most it counts so many times as much as words. */
    private static final float MOST_WEIGHT = 9;

    /** How many of the best papers lend each other some of their score. */
    private static final int LENDING = 100;

    /** How many papers most like it a paper is lent to by, the like ones more. */
    private static final int LENDERS = 5;

    /** The largest share of its score that a paper has of others. */
    private static final float LENT = 0.25f;

    private static final float SHARPNESS = 10;

    /** How many papers to either side, by words, say how near one is whose meaning is not known. */
    private static final int NEIGHBOURS = 5;

    /** The papers nearest to the question, nearest first. */
    List<Integer> nearest() throws IOException {
        return meanings.nearest(question, NEAREST);
    }

    /** How near a paper is. */
    Optional<Float> of(int document) throws IOException {
        return meanings.similarity(document, question);
    }

    /**
     * What is added to the score of papers found by words.
     *
     * @param scores their scores by words
     * @param words how many words were asked for
     */
    Map<Integer, Float> bonus(Map<Integer, Float> scores, int words) throws IOException {
        Map<Integer, Float> near = new HashMap<>();
        for (int document : scores.keySet()) {
            Optional<Float> similarity = of(document);
            if (similarity.isPresent()) {
                near.put(document, similarity.get());
            }
        }
        return bonus(scores, near, words);
    }

    /** The same where it is known how near some of them are. */
    static <P extends Comparable<P>> Map<P, Float> bonus(Map<P, Float> scores, Map<P, Float> near, int words) {
        float best = scores.isEmpty() ? 0 : Collections.max(scores.values());
        if (best <= 0 || near.isEmpty()) {
            return Map.of();
        }
        float far = Collections.min(near.values());
        float weight = MOST_WEIGHT * share(words);
        Map<P, Float> bonus = new HashMap<>();
        all(scores, near).forEach((document, nearness) -> bonus.put(document, weight * best * (nearness - far)));
        return bonus;
    }

    /** A long question says what it means, two words mean themselves: how much of its weight meaning has. */
    private static float share(int words) {
        return (words - 1f) / (words + 1f);
    }

    /**
     * What the best papers lend each other: papers alike in meaning answer the same questions, and so each takes a share of
     * the scores of those most like it (regularised scores: Diaz 2005).
     *
     * @param scores all that is known of their relevance so far
     * @param words how many words were asked for
     */
    Map<Integer, Float> lent(Map<Integer, Float> scores, int words) throws IOException {
        Map<Integer, float[]> vectors = new LinkedHashMap<>();
        for (int each : lending(scores)) {
            Optional<float[]> vector = meanings.vector(each);
            if (vector.isPresent()) {
                vectors.put(each, vector.get());
            }
        }
        return lent(scores, vectors, words);
    }

    /** The papers that lend each other some of their score, best first. */
    static <P extends Comparable<P>> List<P> lending(Map<P, Float> scores) {
        return bestFirst(scores).stream().limit(LENDING).toList();
    }

    private static <P extends Comparable<P>> List<P> bestFirst(Map<P, Float> scores) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<P, Float>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The same where the vectors of the best are known. */
    static <P> Map<P, Float> lent(Map<P, Float> scores, Map<P, float[]> vectors, int words) {
        List<P> papers = List.copyOf(vectors.keySet());
        float[][] of = vectors.values().toArray(float[][]::new);
        if (papers.size() <= LENDERS) {
            return Map.of();
        }
        float[][] alike = new float[papers.size()][papers.size()];
        for (int i = 0; i < papers.size(); i++) {
            alike[i][i] = Float.NEGATIVE_INFINITY;
            for (int j = 0; j < i; j++) {
                alike[i][j] = VectorUtil.dotProduct(of[i], of[j]);
                alike[j][i] = alike[i][j];
            }
        }
        Map<P, Float> lent = new HashMap<>();
        for (int i = 0; i < papers.size(); i++) {
            float[] row = alike[i];
            List<Integer> lenders = IntStream.range(0, row.length)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(each -> row[each])
                            .reversed())
                    .limit(LENDERS)
                    .toList();
            double sum = 0;
            double weights = 0;
            for (int lender : lenders) {
                double weight = Math.exp(SHARPNESS * (row[lender] - row[lenders.getFirst()]));
                sum += weight * scores.getOrDefault(papers.get(lender), 0f);
                weights += weight;
            }
            float own = scores.getOrDefault(papers.get(i), 0f);
            lent.put(papers.get(i), (float) (LENT * share(words) * (sum / weights - own)));
        }
        return lent;
    }

    /**
     * How near all of them are: a paper whose meaning is not known yet is taken to be as near as those are on average that
     * have about as many of the words, so that what is known already is no advantage.
     */
    private static <P extends Comparable<P>> Map<P, Float> all(Map<P, Float> scores, Map<P, Float> near) {
        if (near.size() == scores.size()) {
            return near;
        }
        List<P> byWords = bestFirst(scores);
        List<P> known = byWords.stream().filter(near::containsKey).toList();
        Map<P, Float> all = new HashMap<>(near);
        int before = 0;
        for (P paper : byWords) {
            if (near.containsKey(paper)) {
                before++;
            } else {
                List<P> beside =
                        known.subList(Math.max(0, before - NEIGHBOURS), Math.min(known.size(), before + NEIGHBOURS));
                all.put(paper, (float)
                        beside.stream().mapToDouble(near::get).average().orElseThrow());
            }
        }
        return all;
    }

    /** The nearest of these rows, at most so many, as scores between 0 and 1. */
    static <P> Map<P, Float> scores(List<P> rows, int most) {
        Map<P, Float> scores = new HashMap<>();
        for (int i = 0; i < Math.min(most, rows.size()); i++) {
            scores.put(rows.get(i), 1f - i / (float) (most + 1));
        }
        return scores;
    }
}
