package dev.apatite.annotation.evidence;

/**
 * Logistic models that share their features: text as TF-IDF, facts as they are.
 *
 * @param slots where a feature's weights stand
 * @param rarity inverse document frequency by slot
 * @param weights by slot, {@code outputs} each
 * @param bias one for each output
 */
record LinearModel(SlotTable slots, float[] rarity, float[] weights, float[] bias) {
    private static final float[] SCALE = {2, 0.6f, 1};

    int outputs() {
        return bias.length;
    }

    /** The probability that each output gives; {@code into} has room for them. */
    void score(SparseFeatures features, double[] into) {
        int outputs = bias.length;
        double[] sums = new double[SparseFeatures.BLOCKS * outputs];
        double[] norms = new double[SparseFeatures.BLOCKS];
        int[] found = features.slots(slots);
        for (int i = 0; i < features.size(); i++) {
            int slot = found[i];
            if (slot < 0) {
                continue;
            }
            int block = features.block(i);
            float value = features.value(i) * rarity[slot];
            norms[block] += value * value;
            int from = slot * outputs;
            for (int o = 0; o < outputs; o++) {
                sums[block * outputs + o] += value * weights[from + o];
            }
        }
        for (int o = 0; o < outputs; o++) {
            double sum = bias[o] + sums[SparseFeatures.FACTS * outputs + o];
            for (int block = 0; block < SparseFeatures.FACTS; block++) {
                if (norms[block] > 0) {
                    sum += SCALE[block] * sums[block * outputs + o] / Math.sqrt(norms[block]);
                }
            }
            into[o] = 1 / (1 + Math.exp(-sum));
        }
    }

    /** What the features of one block add to each output's log-odds. */
    double[] part(SparseFeatures features, int wanted) {
        int outputs = bias.length;
        double[] sums = new double[outputs];
        double norm = 0;
        int[] found = features.slots(slots);
        for (int i = 0; i < features.size(); i++) {
            int slot = features.block(i) == wanted ? found[i] : -1;
            if (slot < 0) {
                continue;
            }
            float value = features.value(i) * rarity[slot];
            norm += value * value;
            int from = slot * outputs;
            for (int o = 0; o < outputs; o++) {
                sums[o] += value * weights[from + o];
            }
        }
        if (wanted != SparseFeatures.FACTS) {
            for (int o = 0; o < outputs; o++) {
                sums[o] = norm > 0 ? SCALE[wanted] * sums[o] / Math.sqrt(norm) : 0;
            }
        }
        return sums;
    }

    /** The probability that each output gives, from what its blocks add. */
    void score(double[] facts, double[] text, double[] context, double[] into) {
        for (int o = 0; o < bias.length; o++) {
            into[o] = 1 / (1 + Math.exp(-(bias[o] + facts[o] + text[o] + context[o])));
        }
    }

    /** What a fact adds to the log-odds of the only output; 0 where no weight was learned for it. */
    float fact(int key) {
        int slot = slots.slot(key);
        return slot < 0 ? 0 : rarity[slot] * weights[slot];
    }

    static float scale(int block) {
        return SCALE[block];
    }
}
