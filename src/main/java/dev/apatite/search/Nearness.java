package dev.apatite.search;

import dev.apatite.index.Meanings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How near papers are to a question in meaning, and what that adds to their score by words. Both are brought to the same
 * range by the best and the worst of them (min-max), so that no constant of a collection is in it; meaning counts the
 * less the fewer words there are, for a short query means its words.
 */
record Nearness(Meanings meanings, float[] question) {
    /** How many papers are looked for by meaning alone. */
    private static final int NEAREST = 200;

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
    static Map<Integer, Float> bonus(Map<Integer, Float> scores, Map<Integer, Float> near, int words) {
        float range = range(scores);
        float reach = range(near);
        if (range <= 0 || reach <= 0) {
            return Map.of();
        }
        float far = Collections.min(near.values());
        // A long question says what it means, two words mean themselves; at most meaning counts three times as much.
        float weight = 3f * (words - 1) / (words + 1);
        Map<Integer, Float> bonus = new HashMap<>();
        all(scores, near)
                .forEach((document, nearness) -> bonus.put(document, weight * range * (nearness - far) / reach));
        return bonus;
    }

    private static float range(Map<Integer, Float> values) {
        return values.isEmpty() ? 0 : Collections.max(values.values()) - Collections.min(values.values());
    }

    /**
     * How near all of them are: a paper whose meaning is not known yet is taken to be as near as those are on average that
     * have about as many of the words, so that what is known already is no advantage.
     */
    private static Map<Integer, Float> all(Map<Integer, Float> scores, Map<Integer, Float> near) {
        if (near.size() == scores.size()) {
            return near;
        }
        List<Integer> byWords = scores.entrySet().stream()
                .sorted(Map.Entry.<Integer, Float>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<Integer> known = byWords.stream().filter(near::containsKey).toList();
        Map<Integer, Float> all = new HashMap<>(near);
        int before = 0;
        for (int document : byWords) {
            if (near.containsKey(document)) {
                before++;
            } else {
                List<Integer> beside =
                        known.subList(Math.max(0, before - NEIGHBOURS), Math.min(known.size(), before + NEIGHBOURS));
                all.put(document, (float)
                        beside.stream().mapToDouble(near::get).average().orElseThrow());
            }
        }
        return all;
    }

    /** The nearest of these rows, at most so many, as scores between 0 and 1. */
    static Map<Integer, Float> scores(List<Integer> documents, int most) {
        Map<Integer, Float> scores = new HashMap<>();
        List<Integer> first = new ArrayList<>(documents.subList(0, Math.min(most, documents.size())));
        for (int i = 0; i < first.size(); i++) {
            scores.put(first.get(i), 1f - i / (float) (most + 1));
        }
        return scores;
    }
}
