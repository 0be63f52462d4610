package dev.apatite.search;

import dev.apatite.index.Meanings;
import java.io.IOException;
import java.util.ArrayList;
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
        float least =
                (float) scores.values().stream().mapToDouble(each -> each).min().orElse(0);
        float best =
                (float) scores.values().stream().mapToDouble(each -> each).max().orElse(0);
        Map<Integer, Float> near = new HashMap<>();
        for (int document : scores.keySet()) {
            Optional<Float> similarity = of(document);
            if (similarity.isPresent()) {
                near.put(document, similarity.get());
            }
        }
        float far =
                (float) near.values().stream().mapToDouble(each -> each).min().orElse(0);
        float nearest =
                (float) near.values().stream().mapToDouble(each -> each).max().orElse(0);
        if (best <= least || nearest <= far) {
            return Map.of();
        }
        float weight = words / (words + 1f);
        Map<Integer, Float> bonus = new HashMap<>();
        scores.forEach((document, score) -> {
            // A paper whose meaning is not known yet is taken to be as near as its words are.
            float share = near.containsKey(document)
                    ? (near.get(document) - far) / (nearest - far)
                    : (score - least) / (best - least);
            bonus.put(document, weight * (best - least) * share);
        });
        return bonus;
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
