package dev.apatite.annotation.evidence;

import java.util.List;

/** Texts in folds: what is learned for one fold is learned from the others. */
final class Folds {
    static final int COUNT = 5;

    private Folds() {}

    static int of(GoldDocument document) {
        return (int) (document.chance("fold") * COUNT);
    }

    /** One model of several outputs, from the weights of each, the bias last. */
    static LinearModel model(SparseRows rows, List<float[]> outputs) {
        int size = rows.slots.size();
        float[] weights = new float[size * outputs.size()];
        float[] bias = new float[outputs.size()];
        for (int o = 0; o < outputs.size(); o++) {
            float[] each = outputs.get(o);
            for (int s = 0; s < size; s++) {
                weights[s * outputs.size() + o] = each[s];
            }
            bias[o] = each[size];
        }
        return new LinearModel(rows.slots, rows.rarity, weights, bias);
    }
}
