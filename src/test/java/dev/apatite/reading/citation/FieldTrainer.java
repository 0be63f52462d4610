package dev.apatite.reading.citation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Trains the conditional random field by stochastic gradient (AdaGrad) on the log-likelihood of the allowed labels. Where
 * a word may have several (AnyStyle tags all names in one piece), they stay hidden and are learned along.
 */
final class FieldTrainer {
    private static final int L = Label.COUNT;

    private final int rareBelow;
    private final float rate;
    private final float decay;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> steps = new HashMap<>();
    private float[] wordWeights = {};
    private float[] wordSquares = {};
    private float[] stepWeights = {};
    private float[] stepSquares = {};

    /** An example as numbers: features of each token, the gap before it, its allowed labels. */
    private record Sequence(int[][] features, int[] gaps, int[] allowed) {}

    FieldTrainer(int rareBelow, float rate, float decay) {
        this.rareBelow = rareBelow;
        this.rate = rate;
        this.decay = decay;
    }

    TrainedWeights train(List<Example> examples, int epochs, long seed) {
        count(examples);
        List<Sequence> sequences = new ArrayList<>(examples.stream()
                .map(this::encode)
                .filter(each -> each.features().length > 0)
                .toList());
        Random random = new Random(seed);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(sequences, random);
            double loss = 0;
            for (Sequence each : sequences) {
                loss += learn(each);
            }
            System.err.printf("epoch %d loss %.3f%n", epoch + 1, loss / sequences.size());
        }
        return weights();
    }

    private void count(List<Example> examples) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> gaps = new HashMap<>();
        for (Example example : examples) {
            List<ReferenceToken> tokens = example.tokens();
            ReferenceFeatures features = new ReferenceFeatures(tokens, example.after(tokens));
            for (int i = 0; i < tokens.size(); i++) {
                names(features, i).forEach(each -> seen.merge(each, 1, Integer::sum));
                gaps.merge(step(features, i), 1, Integer::sum);
            }
        }
        seen.forEach((feature, n) -> {
            if (n >= rareBelow) {
                words.put(feature, words.size());
            }
        });
        steps.put(TaggerWeights.ANY, 0);
        gaps.forEach((gap, n) -> {
            if (n >= 20 && !gap.startsWith("^")) {
                steps.put(gap, steps.size());
            }
        });
        wordWeights = new float[words.size() * L];
        wordSquares = new float[words.size() * L];
        stepWeights = new float[steps.size() * L * L];
        stepSquares = new float[steps.size() * L * L];
        System.err.printf("%d examples, %d features, %d gaps%n", examples.size(), words.size(), steps.size());
    }

    private static List<String> names(ReferenceFeatures features, int token) {
        return FeatureNames.of(out -> features.at(token, out));
    }

    private static String step(ReferenceFeatures features, int token) {
        return FeatureNames.of(out -> features.step(token, out)).getFirst();
    }

    private Sequence encode(Example example) {
        List<ReferenceToken> tokens = example.tokens();
        ReferenceFeatures features = new ReferenceFeatures(tokens, example.after(tokens));
        int[][] ids = new int[tokens.size()][];
        int[] gaps = new int[tokens.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = names(features, i).stream()
                    .map(words::get)
                    .filter(each -> each != null)
                    .mapToInt(Integer::intValue)
                    .toArray();
            gaps[i] = steps.getOrDefault(step(features, i), 0);
        }
        return new Sequence(ids, gaps, example.allowed(tokens));
    }

    private double learn(Sequence sequence) {
        int n = sequence.features().length;
        double[][] node = new double[n][L];
        double[][][] edge = new double[n][][];
        for (int i = 0; i < n; i++) {
            for (int id : sequence.features()[i]) {
                for (int label = 0; label < L; label++) {
                    node[i][label] += wordWeights[id * L + label];
                }
            }
            if (i > 0) {
                edge[i] = new double[L][L];
                int gap = sequence.gaps()[i];
                for (int pair = 0; pair < L * L; pair++) {
                    double w = stepWeights[pair] + (gap == 0 ? 0 : stepWeights[gap * L * L + pair]);
                    edge[i][pair / L][pair % L] = Math.exp(w);
                }
            }
        }
        Lattice free = new Lattice(node, edge, null);
        Lattice gold = new Lattice(node, edge, sequence.allowed());
        for (int i = 0; i < n; i++) {
            update(sequence, i, free, gold);
        }
        return free.logSum - gold.logSum;
    }

    private void update(Sequence sequence, int i, Lattice free, Lattice gold) {
        for (int label = 0; label < L; label++) {
            float slope = (float) (gold.node(i, label) - free.node(i, label));
            if (Math.abs(slope) < 1e-4) {
                continue;
            }
            for (int id : sequence.features()[i]) {
                step(wordWeights, wordSquares, id * L + label, slope);
            }
        }
        if (i == 0) {
            return;
        }
        int gap = sequence.gaps()[i];
        for (int pair = 0; pair < L * L; pair++) {
            float slope = (float) (gold.edge(i, pair / L, pair % L) - free.edge(i, pair / L, pair % L));
            if (Math.abs(slope) >= 1e-4) {
                step(stepWeights, stepSquares, pair, slope);
                if (gap > 0) {
                    step(stepWeights, stepSquares, gap * L * L + pair, slope);
                }
            }
        }
    }

    private void step(float[] weights, float[] squares, int at, float slope) {
        float whole = slope - decay * weights[at];
        squares[at] += whole * whole;
        weights[at] += rate * whole / (float) Math.sqrt(squares[at] + 1e-6f);
    }

    private TrainedWeights weights() {
        Map<String, float[]> wordMap = new HashMap<>();
        words.forEach((feature, id) -> wordMap.put(feature, slice(wordWeights, id * L, L)));
        Map<String, float[]> stepMap = new HashMap<>();
        steps.forEach((gap, id) -> stepMap.put(gap, slice(stepWeights, id * L * L, L * L)));
        return new TrainedWeights(wordMap, stepMap);
    }

    private static float[] slice(float[] all, int from, int size) {
        return java.util.Arrays.copyOfRange(all, from, from + size);
    }

    /** Forward and backward sums over all label paths, or over the allowed ones. */
    private static final class Lattice {
        private final double[][] forward;
        private final double[][] backward;
        private final double[][] local;
        private final double[][][] edge;
        private final double[] scale;
        final double logSum;

        Lattice(double[][] node, double[][][] edge, int @org.jspecify.annotations.Nullable [] allowed) {
            int n = node.length;
            this.edge = edge;
            local = new double[n][L];
            forward = new double[n][L];
            backward = new double[n][L];
            scale = new double[n];
            double log = 0;
            for (int i = 0; i < n; i++) {
                double top = Double.NEGATIVE_INFINITY;
                for (double each : node[i]) {
                    top = Math.max(top, each);
                }
                log += top;
                for (int label = 0; label < L; label++) {
                    boolean open = allowed == null || (allowed[i] >> label & 1) == 1;
                    local[i][label] = open ? Math.exp(node[i][label] - top) + 1e-300 : 0;
                    double sum = i == 0 ? 1 : 0;
                    for (int left = 0; i > 0 && left < L; left++) {
                        sum += forward[i - 1][left] * edge[i][left][label];
                    }
                    forward[i][label] = sum * local[i][label];
                    scale[i] += forward[i][label];
                }
                scale[i] = Math.max(scale[i], 1e-280);
                for (int label = 0; label < L; label++) {
                    forward[i][label] /= scale[i];
                }
                log += Math.log(scale[i]);
            }
            java.util.Arrays.fill(backward[n - 1], 1);
            for (int i = n - 2; i >= 0; i--) {
                for (int label = 0; label < L; label++) {
                    for (int right = 0; right < L; right++) {
                        backward[i][label] += edge[i + 1][label][right] * local[i + 1][right] * backward[i + 1][right];
                    }
                    backward[i][label] /= scale[i + 1];
                }
            }
            logSum = log;
        }

        double node(int i, int label) {
            return forward[i][label] * backward[i][label];
        }

        double edge(int i, int left, int right) {
            return forward[i - 1][left] * edge[i][left][right] * local[i][right] * backward[i][right] / scale[i];
        }
    }
}
