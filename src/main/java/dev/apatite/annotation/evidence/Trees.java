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

    /**
     * By node four numbers: its feature, its value as {@link #ordered}, where its left and its right child's numbers begin.
     * A leaf is its own child, so that a way goes on without asking whether it has come to its end.
     */
    private final int[] nodes;

    /** By tree how many steps its longest way takes. */
    private final int[] depths;

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
        nodes = new int[4 * feature.length];
        for (int i = 0; i < feature.length; i++) {
            boolean leaf = feature[i] < 0;
            nodes[4 * i] = leaf ? 0 : feature[i];
            nodes[4 * i + 1] = ordered(value[i]);
            nodes[4 * i + 2] = 4 * (leaf ? i : left[i]);
            nodes[4 * i + 3] = 4 * (leaf ? i : left[i] + 1);
        }
        depths = new int[roots.length];
        for (int tree = 0; tree < roots.length; tree++) {
            depths[tree] = depth(roots[tree]);
        }
    }

    private int depth(int node) {
        return feature[node] < 0 ? 0 : 1 + Math.max(depth(left[node]), depth(left[node] + 1));
    }

    /** A whole number for a number, in the same order; what is no number is greater than all. */
    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
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

    /** Features as trees ask for them; worked out once for all trees that are asked of the same. */
    static int[] asked(float[] features) {
        int[] asked = new int[features.length];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = ordered(features[i]);
        }
        return asked;
    }

    /** The sum over all trees: log-odds. */
    double sum(float[] features) {
        return sum(asked(features));
    }

    /** The same of features as {@link #asked}. */
    double sum(int[] asked) {
        return sum(asked, 0, roots.length, bias);
    }

    /** The sum over all trees, or over the first quarter of them where that is less than {@code least} already. */
    double sumFrom(double least, int[] asked) {
        int quarter = roots.length / 4;
        double first = sum(asked, 0, quarter, bias);
        return first < least ? first : sum(asked, quarter, roots.length, first);
    }

    /**
     * Four trees are walked at a time, and no step is a guess of the processor's: one tree alone waits for each of its
     * nodes. The leaves are added in the order of the trees.
     */
    private double sum(int[] asked, int from, int to, double before) {
        double sum = before;
        int tree = from;
        for (; tree + 4 <= to; tree += 4) {
            int one = 4 * roots[tree];
            int two = 4 * roots[tree + 1];
            int three = 4 * roots[tree + 2];
            int four = 4 * roots[tree + 3];
            int steps =
                    Math.max(Math.max(depths[tree], depths[tree + 1]), Math.max(depths[tree + 2], depths[tree + 3]));
            for (int step = 0; step < steps; step++) {
                one = next(asked, one);
                two = next(asked, two);
                three = next(asked, three);
                four = next(asked, four);
            }
            sum += value[one >> 2];
            sum += value[two >> 2];
            sum += value[three >> 2];
            sum += value[four >> 2];
        }
        for (; tree < to; tree++) {
            int node = 4 * roots[tree];
            for (int step = 0; step < depths[tree]; step++) {
                node = next(asked, node);
            }
            sum += value[node >> 2];
        }
        return sum;
    }

    /** The child that a feature leads to: the left one up to the node's value. */
    private int next(int[] asked, int node) {
        int right = (int) ((long) nodes[node + 1] - asked[nodes[node]] >>> 63);
        return nodes[node + 2 + right];
    }

    double probability(float[] features) {
        return probability(sum(features));
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
