package dev.apatite.works;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Finds the pairs of works that are worth comparing: those that have a key in common. A key that too many works have is
 * boring or hostile; such works are compared with their neighbours in two orders only, so that the number of pairs grows
 * with the number of works and not with its square.
 */
final class Blocks {
    private static final int MOST_IN_BLOCK = 40;
    private static final int NEIGHBOURS = 10;
    private static final int NO_KEY = BlockKeys.NONE;

    /** The order in which works that share a boring title stand beside the works most like them. */
    private static final Comparator<CitedWork> BY_PLACE = Comparator.comparingInt(CitedWork::year)
            .thenComparing(CitedWork::volume)
            .thenComparing(CitedWork::page)
            .thenComparing(CitedWork.ORDER);

    /** Is shown a pair. */
    interface Pairs {
        void accept(int one, int other);
    }

    private final CitedWork[] works;
    private final int[][] keys = new int[BlockKeys.KINDS][];

    /** For each identifier the works that were compared with every other that has it. */
    private final BitSet[] compared = new BitSet[BlockKeys.IDENTIFIERS];

    /** {@code works} in {@link CitedWork#ORDER}. */
    Blocks(CitedWork[] works) {
        this.works = works;
        Arrays.setAll(keys, each -> new int[works.length]);
        Arrays.setAll(compared, each -> new BitSet());
        for (int i = 0; i < works.length; i++) {
            int[] of = BlockKeys.of(works[i]);
            for (int k = 0; k < keys.length; k++) {
                keys[k][i] = of[k];
            }
        }
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
    private static long[] entries(int[] key) {
        long[] entries = new long[key.length];
        int n = 0;
        for (int i = 0; i < key.length; i++) {
            if (key[i] != NO_KEY) {
                entries[n++] = (long) key[i] << 32 | i;
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
        if (size <= MOST_IN_BLOCK && key < BlockKeys.IDENTIFIERS) {
            Arrays.stream(block).forEach(compared[key]::set);
        }
        forEach(size, each -> works[block[each]], (one, other) -> {
            if (!wereCompared(block[one], block[other], key)) {
                pairs.accept(Math.min(block[one], block[other]), Math.max(block[one], block[other]));
            }
        });
    }

    /** Shows the pairs worth comparing of so many works that have a key in common, in {@link CitedWork#ORDER}. */
    static void forEach(int size, IntFunction<CitedWork> works, Pairs pairs) {
        if (size <= MOST_IN_BLOCK) {
            window(size, size, pairs);
            return;
        }
        window(size, NEIGHBOURS, pairs);
        int[] placed = IntStream.range(0, size)
                .boxed()
                .sorted((i, j) -> BY_PLACE.compare(works.apply(i), works.apply(j)))
                .mapToInt(Integer::intValue)
                .toArray();
        window(size, NEIGHBOURS, (one, other) -> pairs.accept(placed[one], placed[other]));
    }

    private static void window(int size, int width, Pairs pairs) {
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < Math.min(size, i + 1 + width); j++) {
                pairs.accept(i, j);
            }
        }
    }

    /** By DOI or PMID, unless too many have it: a DOI cut short is that of a whole publisher. */
    private boolean wereCompared(int i, int j, int key) {
        for (int k = 0; k < Math.min(key, BlockKeys.IDENTIFIERS); k++) {
            if (keys[k][i] != NO_KEY && keys[k][i] == keys[k][j] && compared[k].get(i)) {
                return true;
            }
        }
        return false;
    }
}
