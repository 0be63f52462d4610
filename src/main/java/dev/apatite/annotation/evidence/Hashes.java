package dev.apatite.annotation.evidence;

/** Hash codes of words and of sequences of words: the same everywhere and always. */
final class Hashes {
    private Hashes() {}

    static int of(CharSequence text) {
        return of(text, 0, text.length());
    }

    /** FNV-1a over UTF-16 units, finished so that near strings lie far apart. */
    static int of(CharSequence text, int from, int to) {
        int hash = 0x811c9dc5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return finish(hash);
    }

    static int mix(int one, int other) {
        return finish(one * 31 + other + 0x9e3779b9);
    }

    private static int finish(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        h ^= h >>> 16;
        return h;
    }
}
