package dev.apatite.annotation.evidence;

import java.util.Arrays;
import java.util.Comparator;

/**
 * From a raw score to the share of such scores that is right: a rising line through points, learned by isotonic
 * regression (pool adjacent violators).
 */
record Calibration(float[] scores, float[] shares) {
    private static final double LEAST = 0.01;
    private static final double MOST = 0.99;
    private static final int SMALL = 15;

    double share(double score) {
        int n = scores.length;
        if (n == 0) {
            return score;
        }
        if (score <= scores[0]) {
            return shares[0] * Math.max(0, score) / Math.max(1e-9, scores[0]);
        }
        if (score >= scores[n - 1]) {
            return shares[n - 1];
        }
        int at = Arrays.binarySearch(scores, (float) score);
        int right = at >= 0 ? at : -at - 1;
        if (right == 0) {
            return shares[0];
        }
        double span = scores[right] - scores[right - 1];
        double part = span <= 0 ? 1 : (score - scores[right - 1]) / span;
        return shares[right - 1] + part * (shares[right] - shares[right - 1]);
    }

    /** Learned from scores and whether what they stood for was right. */
    static Calibration learn(double[] score, boolean[] right) {
        Integer[] order = new Integer[score.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> score[i]));
        double[] sum = new double[order.length];
        double[] place = new double[order.length];
        int[] count = new int[order.length];
        int n = 0;
        for (int i : order) {
            sum[n] = right[i] ? 1 : 0;
            place[n] = score[i];
            count[n++] = 1;
            while (n > 1 && sum[n - 2] / count[n - 2] >= sum[n - 1] / count[n - 1]) {
                n = join(sum, place, count, n);
            }
        }
        n = withoutSmall(sum, place, count, n);
        float[] scores = new float[n];
        float[] shares = new float[n];
        for (int i = 0; i < n; i++) {
            scores[i] = (float) (place[i] / count[i]);
            shares[i] = (float) Math.min(MOST, Math.max(LEAST, sum[i] / count[i]));
        }
        return new Calibration(scores, shares);
    }

    /** The last pool becomes part of the one before. */
    private static int join(double[] sum, double[] place, int[] count, int n) {
        sum[n - 2] += sum[n - 1];
        place[n - 2] += place[n - 1];
        count[n - 2] += count[n - 1];
        return n - 1;
    }

    /** Pools of too few scores say little by themselves. */
    private static int withoutSmall(double[] sum, double[] place, int[] count, int pools) {
        int n = 0;
        for (int i = 0; i < pools; i++) {
            sum[n] = sum[i];
            place[n] = place[i];
            count[n++] = count[i];
            if (n > 1 && count[n - 2] < SMALL) {
                n = join(sum, place, count, n);
            }
        }
        return n > 1 && count[n - 1] < SMALL ? join(sum, place, count, n) : n;
    }
}
