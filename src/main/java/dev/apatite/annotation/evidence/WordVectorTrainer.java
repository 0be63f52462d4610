package dev.apatite.annotation.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Makes the vectors of words that the judge reads sentences with: each word that texts have often enough, as an encoder
 * sees it by itself, turned to the directions in which words differ most (as Tulkens and van Dongen 2024, "Model2Vec").
 */
public final class WordVectorTrainer {
    private static final int DIMENSIONS = 96;
    private static final int LEAST = 3;
    private static final int LONGEST_WORD = 29;
    private static final int TURNS = 40;

    /** The share of all words at which a word counts half. */
    private static final double COMMON = 1e-3;

    private final Map<String, Integer> counts = new HashMap<>();
    private long all;

    /** Counts the words of a text. */
    public void add(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        Tokens tokens = Tokens.of(lower);
        for (int i = 0; i < tokens.size(); i++) {
            boolean number = tokens.words()[i] == Tokens.NUMBER;
            counts.merge(number ? "0" : lower.substring(tokens.starts()[i], tokens.ends()[i]), 1, Integer::sum);
            all++;
        }
    }

    /**
     * Writes the vectors of the words counted.
     *
     * @param encoder a word's vector
     * @return how many words have one
     */
    public int write(Function<String, float[]> encoder, Path file) throws IOException {
        List<String> words = counts.entrySet().stream()
                .filter(each -> each.getValue() >= LEAST && each.getKey().length() <= LONGEST_WORD)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        double[][] encoded = new double[words.size()][];
        double[] weights = new double[words.size()];
        for (int i = 0; i < encoded.length; i++) {
            float[] vector = encoder.apply(words.get(i));
            encoded[i] = new double[vector.length];
            for (int d = 0; d < vector.length; d++) {
                encoded[i][d] = vector[d];
            }
            weights[i] = COMMON / (COMMON + (double) counts.getOrDefault(words.get(i), 0) / all);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            WordVectors.write(words, weights, turned(encoded), out);
        }
        return words.size();
    }

    /** The rows along their principal components, each of unit length. */
    private static float[][] turned(double[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        int kept = Math.min(DIMENSIONS, width);
        double[] mean = new double[width];
        for (double[] row : rows) {
            for (int d = 0; d < width; d++) {
                mean[d] += row[d] / rows.length;
            }
        }
        double[][] spread = new double[width][width];
        for (double[] row : rows) {
            for (int d = 0; d < width; d++) {
                row[d] -= mean[d];
            }
            for (int a = 0; a < width; a++) {
                for (int b = 0; b < width; b++) {
                    spread[a][b] += row[a] * row[b];
                }
            }
        }
        double[][] directions = directions(spread, kept);
        float[][] turned = new float[rows.length][kept];
        for (int i = 0; i < rows.length; i++) {
            double[] along = new double[kept];
            for (int k = 0; k < kept; k++) {
                along[k] = dot(rows[i], directions[k]);
            }
            double length = Math.sqrt(dot(along, along));
            for (int k = 0; k < kept; k++) {
                turned[i][k] = length == 0 ? 0 : (float) (along[k] / length);
            }
        }
        return turned;
    }

    /** The directions of greatest spread, by subspace iteration from a fixed start. */
    private static double[][] directions(double[][] spread, int kept) {
        SplittableRandom random = new SplittableRandom(11);
        double[][] directions = new double[kept][spread.length];
        for (double[] each : directions) {
            Arrays.setAll(each, any -> random.nextDouble() - 0.5);
        }
        for (int turn = 0; turn < TURNS; turn++) {
            for (int k = 0; k < kept; k++) {
                double[] moved = new double[spread.length];
                for (int d = 0; d < moved.length; d++) {
                    moved[d] = dot(spread[d], directions[k]);
                }
                directions[k] = moved;
            }
            for (int k = 0; k < kept; k++) {
                for (int before = 0; before < k; before++) {
                    double shared = dot(directions[k], directions[before]);
                    for (int d = 0; d < spread.length; d++) {
                        directions[k][d] -= shared * directions[before][d];
                    }
                }
                double length = Math.sqrt(dot(directions[k], directions[k]));
                for (int d = 0; d < spread.length; d++) {
                    directions[k][d] /= Math.max(1e-300, length);
                }
            }
        }
        return directions;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
