package dev.apatite.annotation.evidence;

import java.util.Arrays;
import java.util.List;

/** Feature vectors of a training set as rows of slots and values. */
final class SparseRows {
    final SlotTable slots;
    final float[] rarity;
    final int[] starts;
    final int[] columns;
    final float[] values;

    private SparseRows(SlotTable slots, float[] rarity, int[] starts, int[] columns, float[] values) {
        this.slots = slots;
        this.rarity = rarity;
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    int size() {
        return starts.length - 1;
    }

    /** Features seen in fewer than {@code least} vectors are left out. */
    static SparseRows of(List<SparseFeatures> vectors, int least) {
        SlotTable seen = new SlotTable(1 << 16);
        int[] counts = new int[1 << 16];
        int[] last = new int[1 << 16];
        boolean[] fact = new boolean[1 << 16];
        long total = 0;
        for (int v = 0; v < vectors.size(); v++) {
            SparseFeatures vector = vectors.get(v);
            total += vector.size();
            for (int i = 0; i < vector.size(); i++) {
                int slot = seen.add(vector.key(i));
                if (slot >= counts.length) {
                    counts = Arrays.copyOf(counts, 2 * slot);
                    last = Arrays.copyOf(last, 2 * slot);
                    fact = Arrays.copyOf(fact, 2 * slot);
                }
                if (last[slot] != v + 1) {
                    last[slot] = v + 1;
                    counts[slot]++;
                }
                fact[slot] = vector.block(i) == SparseFeatures.FACTS;
            }
        }
        SlotTable slots = new SlotTable(1 << 16);
        int[] keys = seen.inOrder();
        float[] rarity = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] >= least) {
                int slot = slots.add(keys[i]);
                rarity[slot] = fact[i] ? 1 : (float) (Math.log((1.0 + vectors.size()) / (1.0 + counts[i])) + 1);
            }
        }
        rarity = Arrays.copyOf(rarity, slots.size());
        int[] starts = new int[vectors.size() + 1];
        int[] columns = new int[(int) total];
        float[] values = new float[(int) total];
        int at = 0;
        for (int v = 0; v < vectors.size(); v++) {
            SparseFeatures vector = vectors.get(v);
            double[] norms = new double[SparseFeatures.BLOCKS];
            int from = at;
            byte[] blocks = new byte[vector.size()];
            for (int i = 0; i < vector.size(); i++) {
                int slot = slots.slot(vector.key(i));
                if (slot >= 0) {
                    columns[at] = slot;
                    values[at] = vector.value(i) * rarity[slot];
                    blocks[at - from] = (byte) vector.block(i);
                    norms[vector.block(i)] += values[at] * values[at];
                    at++;
                }
            }
            for (int i = from; i < at; i++) {
                int block = blocks[i - from];
                if (block != SparseFeatures.FACTS && norms[block] > 0) {
                    values[i] *= (float) (LinearModel.scale(block) / Math.sqrt(norms[block]));
                }
            }
            starts[v + 1] = at;
        }
        return new SparseRows(slots, rarity, starts, Arrays.copyOf(columns, at), Arrays.copyOf(values, at));
    }

    /** The probability that a model of these slots gives row {@code row}. */
    double score(int row, float[] weights, int outputs, int output, float bias) {
        double sum = bias;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            sum += values[i] * weights[columns[i] * outputs + output];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
