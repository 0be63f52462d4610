package dev.apatite.annotation.evidence;

import java.util.Arrays;

/** From a feature's hash to its slot in a table of weights; open addressing, each key beside its slot. */
final class SlotTable {
    private int[] cells;
    private int size;

    SlotTable(int expected) {
        cells = cells(Integer.highestOneBit(Math.max(16, expected * 2)) * 2);
    }

    private static int[] cells(int capacity) {
        int[] cells = new int[2 * capacity];
        Arrays.fill(cells, -1);
        return cells;
    }

    int size() {
        return size;
    }

    /** -1 where the feature has none. */
    int slot(int key) {
        return cells[place(key) + 1];
    }

    /**
     * The slots of the first {@code size} keys, -1 where one has none. The first place of every key is fetched before any
     * is looked at, so that the memory is waited for once and not key by key.
     */
    void slots(int[] keys, int size, int[] into) {
        int[] table = cells;
        int mask = table.length - 1;
        for (int i = 0; i < size; i++) {
            into[i] = table[(2 * keys[i] & mask) + 1];
        }
        for (int i = 0; i < size; i++) {
            if (into[i] >= 0 && table[2 * keys[i] & mask] != keys[i]) {
                into[i] = slot(keys[i]);
            }
        }
    }

    /** Where the key stands, or the free place where it would. */
    private int place(int key) {
        int mask = cells.length - 1;
        int at = 2 * key & mask;
        while (cells[at + 1] >= 0 && cells[at] != key) {
            at = at + 2 & mask;
        }
        return at;
    }

    /** The feature's slot; a new one, the next, where it had none. */
    int add(int key) {
        int at = place(key);
        if (cells[at + 1] >= 0) {
            return cells[at + 1];
        }
        if (size * 4 >= cells.length) {
            grow();
            at = place(key);
        }
        cells[at] = key;
        cells[at + 1] = size;
        return size++;
    }

    /** The features in the order of their slots. */
    int[] inOrder() {
        int[] order = new int[size];
        for (int i = 0; i < cells.length; i += 2) {
            if (cells[i + 1] >= 0) {
                order[cells[i + 1]] = cells[i];
            }
        }
        return order;
    }

    private void grow() {
        int[] old = cells;
        cells = cells(old.length);
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] >= 0) {
                int at = place(old[i]);
                cells[at] = old[i];
                cells[at + 1] = old[i + 1];
            }
        }
    }
}
