package dev.apatite.annotation.evidence;

import java.util.Arrays;

/** From a feature's hash to its slot in a table of weights; open addressing. */
final class SlotTable {
    private int[] keys;
    private int[] slots;
    private int size;

    SlotTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected * 2)) * 2;
        keys = new int[capacity];
        slots = new int[capacity];
        Arrays.fill(slots, -1);
    }

    int size() {
        return size;
    }

    /** -1 where the feature has none. */
    int slot(int key) {
        int mask = keys.length - 1;
        int at = key & mask;
        while (slots[at] >= 0) {
            if (keys[at] == key) {
                return slots[at];
            }
            at = (at + 1) & mask;
        }
        return -1;
    }

    /** The feature's slot; a new one, the next, where it had none. */
    int add(int key) {
        int mask = keys.length - 1;
        int at = key & mask;
        while (slots[at] >= 0) {
            if (keys[at] == key) {
                return slots[at];
            }
            at = (at + 1) & mask;
        }
        if (size * 2 >= keys.length) {
            grow();
            return add(key);
        }
        keys[at] = key;
        slots[at] = size;
        return size++;
    }

    /** The features in the order of their slots. */
    int[] inOrder() {
        int[] order = new int[size];
        for (int i = 0; i < keys.length; i++) {
            if (slots[i] >= 0) {
                order[slots[i]] = keys[i];
            }
        }
        return order;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldSlots = slots;
        keys = new int[oldKeys.length * 2];
        slots = new int[keys.length];
        Arrays.fill(slots, -1);
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldSlots[i] >= 0) {
                int at = oldKeys[i] & mask;
                while (slots[at] >= 0) {
                    at = (at + 1) & mask;
                }
                keys[at] = oldKeys[i];
                slots[at] = oldSlots[i];
            }
        }
    }
}
