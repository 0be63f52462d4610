package dev.apatite.reading.citation;

import java.util.List;

/** Labels the words of a reference: the best path through a linear-chain conditional random field (Viterbi). */
final class Tagger {
    private static final Label[] LABELS = Label.values();

    private final Weights weights;

    Tagger(Weights weights) {
        this.weights = weights;
    }

    /**
     * The label of each token.
     *
     * @param after what is printed behind the last token
     */
    List<Label> tag(List<Token> tokens, String after) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        Features features = new Features(tokens, after);
        int[][] back = new int[tokens.size()][];
        float[] score = scores(features, 0);
        for (int i = 1; i < tokens.size(); i++) {
            float[] here = scores(features, i);
            back[i] = step(score, here, features.step(i));
            score = here;
        }
        int best = 0;
        for (int label = 1; label < Label.COUNT; label++) {
            best = score[label] > score[best] ? label : best;
        }
        Label[] labels = new Label[tokens.size()];
        for (int i = labels.length - 1; i >= 0; i--) {
            labels[i] = LABELS[best];
            best = i > 0 ? back[i][best] : best;
        }
        return List.of(labels);
    }

    private float[] scores(Features features, int i) {
        float[] sum = new float[Label.COUNT];
        for (String feature : features.at(i)) {
            float[] each = weights.words().get(feature);
            if (each != null) {
                for (int label = 0; label < Label.COUNT; label++) {
                    sum[label] += each[label];
                }
            }
        }
        return sum;
    }

    /** Adds the best way from the labels of the word before to {@code here}, and says which way that is. */
    private int[] step(float[] score, float[] here, String gap) {
        float[] any = weights.steps().get(Weights.ANY);
        float[] special = weights.steps().get(gap);
        int[] back = new int[Label.COUNT];
        for (int right = 0; right < Label.COUNT; right++) {
            float best = Float.NEGATIVE_INFINITY;
            for (int left = 0; left < Label.COUNT; left++) {
                int pair = left * Label.COUNT + right;
                float sum = score[left] + (any == null ? 0 : any[pair]) + (special == null ? 0 : special[pair]);
                if (sum > best) {
                    best = sum;
                    back[right] = left;
                }
            }
            here[right] += best;
        }
        return back;
    }
}
