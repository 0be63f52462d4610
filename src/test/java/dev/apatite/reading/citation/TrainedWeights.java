package dev.apatite.reading.citation;

import java.util.Map;

/** Weights by the names of their features, as training makes them and {@link WeightsFile} writes them. */
record TrainedWeights(Map<String, float[]> words, Map<String, float[]> steps) {
    /** The same as the tagger takes them. */
    TaggerWeights packed() {
        TaggerWeights packed = new TaggerWeights();
        words.forEach((name, row) -> add(packed.words(), name, row));
        steps.forEach((name, row) -> add(packed.steps(), name, row));
        return packed;
    }

    private static void add(WeightTable table, String name, float[] weights) {
        int row = table.add(FeatureHash.of(name));
        for (int i = 0; i < weights.length; i++) {
            table.set(row, i, Math.round(weights[i] * 100));
        }
    }
}
