package dev.apatite.reading.citation;

import java.util.Arrays;

/**
 * Rows of weights, in hundredths, by the fingerprint of a feature: a hash table with open addressing. Most features that
 * are asked for have no row; a byte for each slot, few enough to stay in the processor's cache, tells so.
 */
final class WeightTable {
    private final int width;
    private byte[] marks = new byte[1 << 10];
    private long[] keys = new long[1 << 10];
    private int[] rowOf = new int[1 << 10];
    private short[] weights;
    private int rows;

    /** @param width weights in a row */
    WeightTable(int width) {
        this.width = width;
        weights = new short[64 * width];
    }

    /**
     * Adds a row of zeros.
     *
     * @return its number
     * @throws IllegalStateException where the table has a row for this fingerprint
     */
    int add(long fingerprint) {
        if (rows * 2 >= keys.length) {
            grow();
        }
        int slot = slot(fingerprint);
        if (marks[slot] != 0) {
            throw new IllegalStateException("two features with one fingerprint");
        }
        marks[slot] = mark(fingerprint);
        keys[slot] = fingerprint;
        rowOf[slot] = rows;
        if ((rows + 1) * width > weights.length) {
            weights = Arrays.copyOf(weights, weights.length * 2);
        }
        return rows++;
    }

    /** Sets a weight; what does not fit is cut to the largest that does. */
    void set(int row, int column, int hundredths) {
        weights[row * width + column] = (short) Math.clamp(hundredths, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** Adds the fingerprint's row, where there is one, to {@code sum}. */
    void addTo(int[] sum, long fingerprint) {
        int slot = slot(fingerprint);
        if (marks[slot] != 0) {
            int start = rowOf[slot] * width;
            for (int i = 0; i < width; i++) {
                sum[i] += weights[start + i];
            }
        }
    }

    /** The slot that holds the fingerprint, or the empty one that would. */
    private int slot(long fingerprint) {
        int mask = keys.length - 1;
        byte mark = mark(fingerprint);
        int slot = (int) fingerprint & mask;
        while (marks[slot] != 0 && (marks[slot] != mark || keys[slot] != fingerprint)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** A few bits of the fingerprint, never 0, other ones than those that choose the slot. */
    private static byte mark(long fingerprint) {
        return (byte) (fingerprint >>> 56 | 1);
    }

    private void grow() {
        byte[] oldMarks = marks;
        long[] old = keys;
        int[] oldRows = rowOf;
        marks = new byte[old.length * 2];
        keys = new long[old.length * 2];
        rowOf = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (oldMarks[i] != 0) {
                int slot = slot(old[i]);
                marks[slot] = oldMarks[i];
                keys[slot] = old[i];
                rowOf[slot] = oldRows[i];
            }
        }
    }
}
