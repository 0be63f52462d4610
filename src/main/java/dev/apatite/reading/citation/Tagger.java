package dev.apatite.reading.citation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Labels the words of a reference: the best path through a linear-chain conditional random field (Viterbi). */
final class Tagger {
    private static final Label[] LABELS = Label.values();
    private static final long ANY = FeatureHash.of(TaggerWeights.ANY);

    /** Asked when the first reference is tagged: they take longer to load than some papers take to read. */
    private final Supplier<TaggerWeights> source;

    Tagger(TaggerWeights weights) {
        this(() -> weights);
    }

    Tagger(Supplier<TaggerWeights> source) {
        this.source = source;
    }

    /**
     * The label of each token.
     *
     * @param after what is printed behind the last token
     */
    List<Label> tag(List<ReferenceToken> tokens, String after) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        TaggerWeights weights = source.get();
        ReferenceFeatures features = new ReferenceFeatures(tokens, after);
        Sum words = new Sum(weights.words(), Label.COUNT);
        Sum steps = new Sum(weights.steps(), Label.COUNT * Label.COUNT);
        int[][] back = new int[tokens.size()][];
        features.at(0, words);
        int[] score = words.take();
        for (int i = 1; i < tokens.size(); i++) {
            features.at(i, words);
            int[] here = words.take();
            steps.add(ANY);
            features.step(i, steps);
            back[i] = step(score, here, steps.take());
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

    /** Adds the best way from the labels of the word before to {@code here}, and says which way that is. */
    private static int[] step(int[] score, int[] here, int[] pairs) {
        int[] back = new int[Label.COUNT];
        int[] best = new int[Label.COUNT];
        Arrays.fill(best, Integer.MIN_VALUE);
        for (int left = 0; left < Label.COUNT; left++) {
            for (int right = 0; right < Label.COUNT; right++) {
                int sum = score[left] + pairs[left * Label.COUNT + right];
                if (sum > best[right]) {
                    best[right] = sum;
                    back[right] = left;
                }
            }
        }
        for (int right = 0; right < Label.COUNT; right++) {
            here[right] += best[right];
        }
        return back;
    }

    /** The sum of the weights of all features that are named. */
    private static final class Sum implements FeatureSink {
        private final WeightTable table;
        private final FeatureHash name = new FeatureHash();
        private int[] sum;

        Sum(WeightTable table, int width) {
            this.table = table;
            sum = new int[width];
        }

        @Override
        public FeatureSink add(String text, int start, int end) {
            name.add(text, start, end);
            return this;
        }

        @Override
        public void end() {
            add(name.take());
        }

        void add(long fingerprint) {
            table.addTo(sum, fingerprint);
        }

        /** The sum so far; starts anew. */
        int[] take() {
            int[] whole = sum;
            sum = new int[whole.length];
            return whole;
        }
    }
}
