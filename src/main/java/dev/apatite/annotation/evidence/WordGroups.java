package dev.apatite.annotation.evidence;

import dev.apatite.text.DataLines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The groups that a word belongs to, by {@code word-groups.tsv}: a bit for each. Safe to share between threads. */
final class WordGroups {
    private final SlotTable words = new SlotTable(2000);
    private int[] bitsOf = new int[64];
    private final Map<String, Integer> bits = new HashMap<>();

    WordGroups() {
        DataLines.cells(WordGroups.class, "word-groups.tsv", 2).forEach(this::add);
    }

    private void add(String[] cells) {
        int bit = 1 << bits.size();
        bits.put(cells[0], bit);
        for (String word : cells[1].split(" ")) {
            int slot = words.add(Hashes.of(word));
            bitsOf = slot < bitsOf.length ? bitsOf : Arrays.copyOf(bitsOf, 2 * bitsOf.length);
            bitsOf[slot] |= bit;
        }
    }

    /** How many groups there are. */
    int size() {
        return bits.size();
    }

    /** The bits of a word's groups, 0 where it is in none. */
    int of(int word) {
        int slot = words.slot(word);
        return slot < 0 ? 0 : bitsOf[slot];
    }

    /** The bit of a group. */
    int bit(String group) {
        return Objects.requireNonNull(bits.get(group), group);
    }
}
