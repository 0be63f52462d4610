package dev.apatite.annotation.evidence;

/**
 * Boosted regression trees. A tree is a run of nodes; a node's children stand side by side.
 *
 * @param roots where each tree begins
 * @param feature by node; -1 a leaf
 * @param value by node: the greatest value that goes left, or what the leaf adds
 * @param left by node: its left child, the right one stands behind it
 */
record Trees(float bias, int[] roots, short[] feature, float[] value, int[] left) {
    /** The sum over all trees: log-odds. */
    double sum(float[] features) {
        double sum = bias;
        for (int root : roots) {
            int node = root;
            while (feature[node] >= 0) {
                node = left[node] + (features[feature[node]] <= value[node] ? 0 : 1);
            }
            sum += value[node];
        }
        return sum;
    }

    double probability(float[] features) {
        return 1 / (1 + Math.exp(-sum(features)));
    }
}
