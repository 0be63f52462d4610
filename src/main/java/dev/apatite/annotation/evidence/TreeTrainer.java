package dev.apatite.annotation.evidence;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Grows boosted trees level by level over histograms of at most 64 bins (Friedman 2001; Chen and Guestrin 2016, second
 * order with an L2 penalty). One thread, a fixed seed: the same rows give the same trees.
 */
final class TreeTrainer {
    /**
     * How to grow.
     *
     * @param rate how much of a tree counts
     * @param rowShare share of the rows that a tree sees
     * @param featureShare share of the features that a tree sees
     * @param least least second-order weight of a leaf
     */
    record Plan(
            int trees, int depth, double rate, double rowShare, double featureShare, double least, double penalty) {}

    private static final int BINS = 64;

    private final float[][] rows;
    private final int features;
    private final float[][] cuts;
    private final byte[][] bins;

    /** Rows of features; what is trained later chooses among them. */
    TreeTrainer(float[][] rows) {
        this.rows = rows;
        features = rows.length == 0 ? 0 : rows[0].length;
        cuts = new float[features][];
        bins = new byte[features][rows.length];
        for (int f = 0; f < features; f++) {
            float[] column = new float[rows.length];
            for (int r = 0; r < rows.length; r++) {
                column[r] = rows[r][f];
            }
            cuts[f] = cuts(column);
            for (int r = 0; r < rows.length; r++) {
                bins[f][r] = (byte) bin(cuts[f], rows[r][f]);
            }
        }
    }

    private static float[] cuts(float[] column) {
        float[] sorted = column.clone();
        Arrays.sort(sorted);
        int distinct = 0;
        float[] values = new float[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                values[distinct++] = sorted[i];
            }
        }
        if (distinct <= BINS) {
            return Arrays.copyOf(values, Math.max(0, distinct - 1));
        }
        float[] cuts = new float[BINS - 1];
        int size = 0;
        for (int b = 1; b < BINS; b++) {
            float cut = sorted[(int) ((long) b * sorted.length / BINS)];
            if ((size == 0 || cut > cuts[size - 1]) && cut < sorted[sorted.length - 1]) {
                cuts[size++] = cut;
            }
        }
        return Arrays.copyOf(cuts, size);
    }

    private static int bin(float[] cuts, float value) {
        int low = 0;
        int high = cuts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= cuts[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Trees that tell right rows from wrong ones. */
    Trees train(Plan plan, int[] use, boolean[] right, double[] weight, long seed) {
        double good = 0;
        double all = 0;
        for (int row : use) {
            good += right[row] ? weight[row] : 0;
            all += weight[row];
        }
        double share = Math.min(1 - 1e-4, Math.max(1e-4, good / Math.max(1e-9, all)));
        double bias = Math.log(share / (1 - share));
        double[] sums = new double[rows.length];
        Arrays.fill(sums, bias);
        Grower grower = new Grower(plan, seed);
        double[] slope = new double[rows.length];
        double[] bend = new double[rows.length];
        for (int t = 0; t < plan.trees(); t++) {
            for (int row : use) {
                double p = 1 / (1 + Math.exp(-sums[row]));
                slope[row] = weight[row] * (p - (right[row] ? 1 : 0));
                bend[row] = weight[row] * Math.max(1e-6, p * (1 - p));
            }
            grower.grow(use, slope, bend, sums);
        }
        return grower.trees((float) bias);
    }

    /** Trees for each class that together tell which class a row is of. */
    Trees[] trainClasses(Plan plan, int[] use, int[] label, int classes, double[] weight, long seed) {
        double[][] sums = new double[classes][rows.length];
        Grower[] growers = new Grower[classes];
        double[] bias = new double[classes];
        for (int c = 0; c < classes; c++) {
            double here = 1;
            double all = classes;
            for (int row : use) {
                here += label[row] == c ? weight[row] : 0;
                all += weight[row];
            }
            bias[c] = Math.log(here / all);
            Arrays.fill(sums[c], bias[c]);
            growers[c] = new Grower(plan, seed + c);
        }
        double[] slope = new double[rows.length];
        double[] bend = new double[rows.length];
        double[][] p = new double[classes][rows.length];
        for (int t = 0; t < plan.trees(); t++) {
            for (int row : use) {
                double total = 0;
                for (int c = 0; c < classes; c++) {
                    p[c][row] = Math.exp(sums[c][row]);
                    total += p[c][row];
                }
                for (int c = 0; c < classes; c++) {
                    p[c][row] /= total;
                }
            }
            for (int c = 0; c < classes; c++) {
                for (int row : use) {
                    slope[row] = weight[row] * (p[c][row] - (label[row] == c ? 1 : 0));
                    bend[row] = weight[row] * Math.max(1e-6, 2 * p[c][row] * (1 - p[c][row]));
                }
                growers[c].grow(use, slope, bend, sums[c]);
            }
        }
        Trees[] trees = new Trees[classes];
        for (int c = 0; c < classes; c++) {
            trees[c] = growers[c].trees((float) bias[c]);
        }
        return trees;
    }

    private final class Grower {
        private final Plan plan;
        private final SplittableRandom random;
        private int[] roots = new int[0];
        private short[] feature = new short[0];
        private float[] value = new float[0];
        private int[] left = new int[0];
        private int[] split = new int[0];
        private int nodes;

        Grower(Plan plan, long seed) {
            this.plan = plan;
            random = new SplittableRandom(seed);
        }

        Trees trees(float bias) {
            return new Trees(
                    bias,
                    roots,
                    Arrays.copyOf(feature, nodes),
                    Arrays.copyOf(value, nodes),
                    Arrays.copyOf(left, nodes));
        }

        private int node() {
            if (nodes == feature.length) {
                int room = Math.max(64, nodes * 2);
                feature = Arrays.copyOf(feature, room);
                value = Arrays.copyOf(value, room);
                left = Arrays.copyOf(left, room);
                split = Arrays.copyOf(split, room);
            }
            feature[nodes] = -1;
            return nodes++;
        }

        void grow(int[] use, double[] slope, double[] bend, double[] sums) {
            int[] sample = Arrays.stream(use)
                    .filter(row -> random.nextDouble() < plan.rowShare())
                    .toArray();
            int[] chosen = choose();
            int root = node();
            roots = Arrays.copyOf(roots, roots.length + 1);
            roots[roots.length - 1] = root;
            split(root, sample, 0, chosen, slope, bend, null);
            for (int row : use) {
                int node = root;
                while (feature[node] >= 0) {
                    node = left[node] + ((bins[feature[node]][row] & 0xff) <= split[node] ? 0 : 1);
                }
                sums[row] += value[node];
            }
        }

        private int[] choose() {
            int[] all = new int[features];
            for (int i = 0; i < features; i++) {
                all[i] = i;
            }
            int count = Math.max(1, (int) Math.round(features * plan.featureShare()));
            for (int i = 0; i < count; i++) {
                int j = i + random.nextInt(features - i);
                int swap = all[i];
                all[i] = all[j];
                all[j] = swap;
            }
            int[] chosen = Arrays.copyOf(all, count);
            Arrays.sort(chosen);
            return chosen;
        }

        /**
         * Splits a node where that gains most.
         *
         * @param sums slope and bend of the node's rows by feature and bin, null where they are not known yet
         */
        private void split(
                int node,
                int[] sample,
                int depth,
                int[] chosen,
                double[] slope,
                double[] bend,
                double @Nullable [] sums) {
            double g = 0;
            double h = 0;
            double[] here = gathered(sample, slope, bend);
            for (int i = 0; i < here.length; i += 2) {
                g += here[i];
                h += here[i + 1];
            }
            double best = 1e-6;
            int bestFeature = -1;
            int bestBin = 0;
            double[] known = sums;
            if (depth < plan.depth() && h >= 2 * plan.least()) {
                known = known == null ? sums(sample, here, chosen) : known;
                double base = g * g / (h + plan.penalty());
                for (int k = 0; k < chosen.length; k++) {
                    int last = cuts[chosen[k]].length;
                    double leftSlope = 0;
                    double leftBend = 0;
                    int at = 2 * BINS * k;
                    for (int bin = 0; bin < last; bin++, at += 2) {
                        leftSlope += known[at];
                        leftBend += known[at + 1];
                        double rightBend = h - leftBend;
                        if (leftBend < plan.least() || rightBend < plan.least()) {
                            continue;
                        }
                        double rightSlope = g - leftSlope;
                        double gain = leftSlope * leftSlope / (leftBend + plan.penalty())
                                + rightSlope * rightSlope / (rightBend + plan.penalty())
                                - base;
                        if (gain > best) {
                            best = gain;
                            bestFeature = chosen[k];
                            bestBin = bin;
                        }
                    }
                }
            }
            if (bestFeature < 0 || known == null) {
                value[node] = (float) (-plan.rate() * g / (h + plan.penalty()));
                return;
            }
            byte[] column = bins[bestFeature];
            int count = 0;
            for (int row : sample) {
                count += (column[row] & 0xff) <= bestBin ? 1 : 0;
            }
            int[] goes = new int[count];
            int[] stays = new int[sample.length - count];
            int a = 0;
            int b = 0;
            for (int row : sample) {
                if ((column[row] & 0xff) <= bestBin) {
                    goes[a++] = row;
                } else {
                    stays[b++] = row;
                }
            }
            int first = node();
            int second = node();
            feature[node] = (short) bestFeature;
            split[node] = bestBin;
            value[node] = cuts[bestFeature][bestBin];
            left[node] = first;
            double[] ofGoes = null;
            double[] ofStays = null;
            if (depth + 1 < plan.depth()) {
                // what the smaller half sums up to is counted, the other half's is what is left of the whole
                int[] smaller = a <= b ? goes : stays;
                double[] less = sums(smaller, gathered(smaller, slope, bend), chosen);
                for (int i = 0; i < known.length; i++) {
                    known[i] -= less[i];
                }
                ofGoes = a <= b ? less : known;
                ofStays = a <= b ? known : less;
            }
            split(first, goes, depth + 1, chosen, slope, bend, ofGoes);
            split(second, stays, depth + 1, chosen, slope, bend, ofStays);
        }

        private static double[] gathered(int[] sample, double[] slope, double[] bend) {
            double[] here = new double[2 * sample.length];
            for (int i = 0; i < sample.length; i++) {
                here[2 * i] = slope[sample[i]];
                here[2 * i + 1] = bend[sample[i]];
            }
            return here;
        }

        private double[] sums(int[] sample, double[] here, int[] chosen) {
            double[] sums = new double[2 * BINS * chosen.length];
            for (int k = 0; k < chosen.length; k++) {
                if (cuts[chosen[k]].length == 0) {
                    continue;
                }
                byte[] column = bins[chosen[k]];
                int base = 2 * BINS * k;
                for (int i = 0; i < sample.length; i++) {
                    int at = base + 2 * (column[sample[i]] & 0xff);
                    sums[at] += here[2 * i];
                    sums[at + 1] += here[2 * i + 1];
                }
            }
            return sums;
        }
    }
}
