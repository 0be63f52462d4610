package dev.apatite.works;

import java.util.List;

/**
 * What works have in common that are worth comparing. Keys are kept as hashes: where two of them collide by chance, works
 * are compared in vain.
 */
final class BlockKeys {
    /** How many kinds of keys there are. */
    static final int KINDS = 7;

    /** How many of them are identifiers, which stand first. */
    static final int IDENTIFIERS = 2;

    /** Stands for a key that a work does not have. */
    static final int NONE = 0;

    private static final int BRIEF = 6;

    private interface Key {
        String of(CitedWork work, List<String> contentWords);
    }

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

    private BlockKeys() {}

    /** The work's key of each kind. */
    static int[] of(CitedWork work) {
        int[] keys = new int[KINDS];
        List<String> words = work.contentWords();
        for (int kind = 0; kind < KINDS; kind++) {
            String key = KEYS.get(kind).of(work, words);
            int hash = (int) hash(key);
            keys[kind] = key.isEmpty() ? NONE : hash == NONE ? 1 : hash;
        }
        return keys;
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

    /** By Fowler, Noll and Vo (FNV-1a), its upper half folded into the lower. */
    static long hash(CharSequence text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash ^ hash >>> 32;
    }
}
