package dev.apatite.annotation.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns how log-odds are to be moved: logistic regression with the shipped log-odds as its offset and a normal prior of
 * mean 0 on every weight, so that without evidence nothing moves (MAP estimate, found by Nesterov's accelerated gradient).
 * The same examples give the same weights.
 */
final class FieldTrainer {
    /** Standard deviation of the prior of a weight. */
    private static final double SPREAD = 0.6;

    private static final int STEPS = 400;
    /** Smaller weights are left out. */
    private static final double SMALL = 1e-3;

    private FieldTrainer() {}

    static Map<String, Double> learn(List<FieldExample> examples) {
        Map<String, Integer> names = new HashMap<>();
        List<String> byNumber = new ArrayList<>();
        List<int[]> columns = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        double largest = 0;
        for (FieldExample each : examples) {
            Map<String, Double> features = FieldFeatures.of(each.finding(), each.kind(), each.shipped());
            int[] column = new int[features.size()];
            double[] value = new double[features.size()];
            int i = 0;
            double square = 0;
            for (Map.Entry<String, Double> feature : features.entrySet()) {
                column[i] = names.computeIfAbsent(feature.getKey(), name -> {
                    byNumber.add(name);
                    return byNumber.size() - 1;
                });
                value[i] = feature.getValue();
                square += value[i] * value[i];
                i++;
            }
            largest = Math.max(largest, square);
            columns.add(column);
            values.add(value);
        }
        double prior = 1 / (SPREAD * SPREAD);
        double step = 1 / (0.25 * largest * examples.size() + prior);
        double[] w = new double[byNumber.size()];
        double[] ahead = w.clone();
        for (int t = 0; t < STEPS; t++) {
            double[] slope = new double[w.length];
            for (int j = 0; j < w.length; j++) {
                slope[j] = prior * ahead[j];
            }
            for (int e = 0; e < examples.size(); e++) {
                int[] column = columns.get(e);
                double[] value = values.get(e);
                double z = FieldFeatures.odds(examples.get(e).shipped());
                for (int i = 0; i < column.length; i++) {
                    z += ahead[column[i]] * value[i];
                }
                double off = 1 / (1 + Math.exp(-z)) - (examples.get(e).right() ? 1 : 0);
                for (int i = 0; i < column.length; i++) {
                    slope[column[i]] += off * value[i];
                }
            }
            double momentum = t / (t + 3.0);
            double[] next = new double[w.length];
            for (int j = 0; j < w.length; j++) {
                next[j] = ahead[j] - step * slope[j];
                ahead[j] = next[j] + momentum * (next[j] - w[j]);
            }
            w = next;
        }
        Map<String, Double> weights = new TreeMap<>();
        for (int j = 0; j < w.length; j++) {
            if (Math.abs(w[j]) >= SMALL) {
                weights.put(byNumber.get(j), Math.round(w[j] * 1e5) / 1e5);
            }
        }
        return weights;
    }
}
