package dev.apatite.annotation.evidence;

import java.util.Arrays;

/** A sparse vector in the making: hashed features in blocks, each block weighed and normalised by itself. */
final class SparseFeatures {
    /** Word sequences of the text itself. */
    static final int TEXT = 0;

    /** Words of the text before it. */
    static final int CONTEXT = 1;

    /** Facts, taken as they are. */
    static final int FACTS = 2;

    static final int BLOCKS = 3;

    private int[] keys = new int[64];
    private float[] values = new float[64];
    private byte[] blocks = new byte[64];
    private int[] slots = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int key(int at) {
        return keys[at];
    }

    float value(int at) {
        return values[at];
    }

    int block(int at) {
        return blocks[at];
    }

    /** Where each feature's weights stand, -1 where it has none; until the next call. */
    int[] slots(SlotTable table) {
        if (slots.length < size) {
            slots = new int[keys.length];
        }
        table.slots(keys, size, slots);
        return slots;
    }

    void add(int block, int key) {
        add(block, key, 1);
    }

    void add(int block, int key, float value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            blocks = Arrays.copyOf(blocks, 2 * size);
        }
        keys[size] = key(block, key);
        values[size] = value;
        blocks[size++] = (byte) block;
    }

    /** What a block's feature is called among those of all blocks. */
    static int key(int block, int key) {
        return Hashes.mix(key, block);
    }

    void fact(String name) {
        add(FACTS, Hashes.of(name), 1);
    }

    void fact(String name, double value) {
        if (value != 0) {
            add(FACTS, Hashes.of(name), (float) value);
        }
    }

    SparseFeatures copy() {
        SparseFeatures copy = new SparseFeatures();
        copy.keys = Arrays.copyOf(keys, size);
        copy.values = Arrays.copyOf(values, size);
        copy.blocks = Arrays.copyOf(blocks, size);
        copy.size = size;
        return copy;
    }
}
