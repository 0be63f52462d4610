package dev.apatite.annotation.evidence;

/**
 * Boosted regression trees. A tree is a run of nodes; a node's children stand side by side. What is asked of a node lies
 * together in memory.
 */
final class Trees {
    private final float bias;
    private final int[] roots;
    private final short[] feature;
    private final float[] value;
    private final int[] left;

    /** By node three numbers: its feature, its value's bits, where its left child's numbers begin. */
    private final int[] nodes;

    /**
     * Trees as they were grown.
     *
     * @param roots where each tree begins
     * @param feature by node; -1 a leaf
     * @param value by node: the greatest value that goes left, or what the leaf adds
     * @param left by node: its left child, the right one stands behind it
     */
    Trees(float bias, int[] roots, short[] feature, float[] value, int[] left) {
        this.bias = bias;
        this.roots = roots;
        this.feature = feature;
        this.value = value;
        this.left = left;
        nodes = new int[3 * feature.length];
        for (int i = 0; i < feature.length; i++) {
            nodes[3 * i] = feature[i];
            nodes[3 * i + 1] = Float.floatToRawIntBits(value[i]);
            nodes[3 * i + 2] = 3 * left[i];
        }
    }

    float bias() {
        return bias;
    }

    int[] roots() {
        return roots;
    }

    short[] feature() {
        return feature;
    }

    float[] value() {
        return value;
    }

    int[] left() {
        return left;
    }

    /** The sum over all trees: log-odds. */
    double sum(float[] features) {
        return sum(features, 0, roots.length, bias);
    }

    /** The sum over all trees, or over the first quarter of them where that is less than {@code least} already. */
    double sumFrom(double least, float[] features) {
        int quarter = roots.length / 4;
        double first = sum(features, 0, quarter, bias);
        return first < least ? first : sum(features, quarter, roots.length, first);
    }

    private double sum(float[] features, int from, int to, double before) {
        double sum = before;
        for (int tree = from; tree < to; tree++) {
            int node = 3 * roots[tree];
            int asked = nodes[node];
            while (asked >= 0) {
                boolean goesLeft = features[asked] <= Float.intBitsToFloat(nodes[node + 1]);
                node = nodes[node + 2] + (goesLeft ? 0 : 3);
                asked = nodes[node];
            }
            sum += Float.intBitsToFloat(nodes[node + 1]);
        }
        return sum;
    }

    double probability(float[] features) {
        return probability(sum(features));
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
