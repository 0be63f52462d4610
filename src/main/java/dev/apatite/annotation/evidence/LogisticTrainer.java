package dev.apatite.annotation.evidence;

import java.util.SplittableRandom;

/**
 * Logistic regression with an L2 penalty by dual coordinate descent (Yu, Huang and Lin 2011, "Dual coordinate descent
 * methods for logistic regression and maximum entropy models", as in LIBLINEAR). One thread, a fixed order: the same
 * rows give the same weights.
 */
final class LogisticTrainer {
    private static final int PASSES = 10;
    private static final int INNER = 100;
    private static final double ENOUGH = 0.01;

    private final SparseRows rows;

    LogisticTrainer(SparseRows rows) {
        this.rows = rows;
    }

    /**
     * Weights by slot, the bias behind them.
     *
     * @param use the rows to learn from
     * @param right what each row of the whole set is
     * @param cost how much an error at each row of the whole set counts
     */
    float[] train(int[] use, boolean[] right, double[] cost) {
        int bias = rows.slots.size();
        double[] w = new double[bias + 1];
        double[] alpha = new double[use.length];
        double[] squares = new double[use.length];
        int[] order = new int[use.length];
        for (int k = 0; k < use.length; k++) {
            order[k] = k;
            int row = use[k];
            double sum = 1;
            for (int i = rows.starts[row]; i < rows.starts[row + 1]; i++) {
                sum += rows.values[i] * rows.values[i];
            }
            squares[k] = sum;
            alpha[k] = Math.min(0.001 * cost[row], 1e-8);
            move(w, row, right[row] ? alpha[k] : -alpha[k], bias);
        }
        SplittableRandom random = new SplittableRandom(17);
        double inside = 1e-2;
        for (int pass = 0; pass < PASSES; pass++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swap = order[i];
                order[i] = order[j];
                order[j] = swap;
            }
            double worst = 0;
            int steps = 0;
            for (int k : order) {
                int row = use[k];
                double c = cost[row];
                if (c <= 0) {
                    continue;
                }
                double y = right[row] ? 1 : -1;
                double b = w[bias];
                for (int i = rows.starts[row]; i < rows.starts[row + 1]; i++) {
                    b += w[rows.columns[i]] * rows.values[i];
                }
                b *= y;
                double a = squares[k];
                double one = alpha[k];
                double two = c - one;
                double sign = 1;
                if (0.5 * a * (two - one) + b < 0) {
                    one = two;
                    sign = -1;
                }
                double old = one;
                double z = c - one < 0.5 * c ? 0.1 * one : one;
                double slope = a * (z - old) + sign * b + Math.log(z / (c - z));
                worst = Math.max(worst, Math.abs(slope));
                int inner = 0;
                while (inner <= INNER && Math.abs(slope) >= inside) {
                    double bend = a + c / (c - z) / z;
                    double next = z - slope / bend;
                    z = next <= 0 ? z * 0.1 : next;
                    slope = a * (z - old) + sign * b + Math.log(z / (c - z));
                    inner++;
                    steps++;
                }
                if (inner > 0) {
                    alpha[k] = sign > 0 ? z : c - z;
                    move(w, row, sign * (z - old) * y, bias);
                }
            }
            if (worst < ENOUGH) {
                break;
            }
            if (steps <= use.length / 10) {
                inside = Math.max(1e-8, 0.1 * inside);
            }
        }
        float[] weights = new float[w.length];
        for (int i = 0; i < w.length; i++) {
            weights[i] = (float) w[i];
        }
        return weights;
    }

    private void move(double[] w, int row, double by, int bias) {
        for (int i = rows.starts[row]; i < rows.starts[row + 1]; i++) {
            w[rows.columns[i]] += by * rows.values[i];
        }
        w[bias] += by;
    }
}
