package dev.apatite.works;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the pairs of works that are worth comparing: those that have a key in common. A key that too many works have is
 * boring or hostile; such works are compared with their neighbours in two orders only, so that the number of pairs grows
 * with the number of works and not with its square.
 */
final class Blocks {
    private static final int MOST_IN_BLOCK = 40;
    private static final int NEIGHBOURS = 10;
    private static final int BRIEF = 6;
    private static final int IDENTIFIERS = 2;
    private static final long NO_KEY = 0;

    /** The order in which works that share a boring title stand beside the works most like them. */
    private static final Comparator<CitedWork> BY_PLACE = Comparator.comparingInt(CitedWork::year)
            .thenComparing(CitedWork::volume)
            .thenComparing(CitedWork::page)
            .thenComparing(CitedWork.ORDER);

    /** Is shown a pair. */
    interface Pairs {
        void accept(int one, int other);
    }

    private interface Key {
        String of(CitedWork work, List<String> contentWords);
    }

    /** The identifiers first. */
    private static final List<Key> KEYS = List.of(
            (work, words) -> work.doi(),
            (work, words) -> work.pmid(),
            (work, words) -> work.volume().isEmpty() || work.page().isEmpty() || work.year() == 0
                    ? ""
                    : work.volume() + "|" + work.page() + "|" + work.year(),
            (work, words) -> work.volume().isEmpty()
                            || work.page().isEmpty()
                            || work.family().isEmpty()
                    ? ""
                    : work.volume() + "|" + work.page() + "|" + work.family().charAt(0),
            (work, words) -> three(words, 0),
            (work, words) -> words.size() <= 3 ? "" : three(words, words.size() - 3),
            (work, words) -> work.family().isEmpty() || work.year() == 0 || words.isEmpty()
                    ? ""
                    : work.family() + "|" + work.year() + "|" + brief(words.getFirst()));

    private final CitedWork[] works;
    private final long[][] keys = new long[KEYS.size()][];

    /** For each identifier the works that were compared with every other that has it. */
    private final BitSet[] compared = new BitSet[IDENTIFIERS];

    /** {@code works} in {@link CitedWork#ORDER}. */
    Blocks(CitedWork[] works) {
        this.works = works;
        Arrays.setAll(keys, each -> new long[works.length]);
        Arrays.setAll(compared, each -> new BitSet());
        for (int i = 0; i < works.length; i++) {
            List<String> words = works[i].contentWords();
            for (int k = 0; k < keys.length; k++) {
                keys[k][i] = hash(KEYS.get(k).of(works[i], words));
            }
        }
    }

    private static String three(List<String> words, int from) {
        StringBuilder key = new StringBuilder();
        for (int i = from; i < Math.min(words.size(), from + 3); i++) {
            key.append(brief(words.get(i))).append(' ');
        }
        return key.toString();
    }

    private static String brief(String word) {
        return word.length() > BRIEF ? word.substring(0, BRIEF) : word;
    }

    private static long hash(String key) {
        if (key.isEmpty()) {
            return NO_KEY;
        }
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        hash ^= hash >>> 32;
        return hash == NO_KEY ? 1 : hash;
    }

    /** Shows every pair worth comparing, some of them more than once. */
    void forEach(Pairs pairs) {
        for (int k = 0; k < keys.length; k++) {
            long[] entries = entries(keys[k]);
            int start = 0;
            for (int i = 1; i <= entries.length; i++) {
                if (i == entries.length || entries[i] >>> 32 != entries[start] >>> 32) {
                    block(entries, start, i, k, pairs);
                    start = i;
                }
            }
        }
    }

    /** Key and place of every work that has one, by key; a rare collision costs a comparison. */
    private static long[] entries(long[] key) {
        long[] entries = new long[key.length];
        int n = 0;
        for (int i = 0; i < key.length; i++) {
            if (key[i] != NO_KEY) {
                entries[n++] = key[i] << 32 | i;
            }
        }
        long[] known = Arrays.copyOf(entries, n);
        Arrays.sort(known);
        return known;
    }

    private void block(long[] entries, int from, int to, int key, Pairs pairs) {
        int size = to - from;
        if (size < 2) {
            return;
        }
        int[] block = new int[size];
        for (int i = 0; i < size; i++) {
            block[i] = (int) entries[from + i];
        }
        if (size <= MOST_IN_BLOCK) {
            window(block, size, key, pairs);
            if (key < IDENTIFIERS) {
                Arrays.stream(block).forEach(compared[key]::set);
            }
            return;
        }
        window(block, NEIGHBOURS, key, pairs);
        int[] placed = Arrays.stream(block)
                .boxed()
                .sorted((i, j) -> BY_PLACE.compare(works[i], works[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        window(placed, NEIGHBOURS, key, pairs);
    }

    private void window(int[] block, int width, int key, Pairs pairs) {
        for (int i = 0; i < block.length; i++) {
            for (int j = i + 1; j < Math.min(block.length, i + 1 + width); j++) {
                if (!wereCompared(block[i], block[j], key)) {
                    pairs.accept(Math.min(block[i], block[j]), Math.max(block[i], block[j]));
                }
            }
        }
    }

    /** By DOI or PMID, unless too many have it: a DOI cut short is that of a whole publisher. */
    private boolean wereCompared(int i, int j, int key) {
        for (int k = 0; k < Math.min(key, IDENTIFIERS); k++) {
            if (keys[k][i] != NO_KEY && keys[k][i] == keys[k][j] && compared[k].get(i)) {
                return true;
            }
        }
        return false;
    }
}
