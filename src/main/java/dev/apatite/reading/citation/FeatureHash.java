package dev.apatite.reading.citation;

/**
 * A name of any length as 64 bits: a polynomial of its characters (Karp and Rabin, Efficient randomized
 * pattern-matching algorithms, 1987), so that it can be made of pieces without putting them together.
 */
final class FeatureHash {
    private static final long BASE = 0x9E3779B97F4A7C15L;

    private long sum = 1;

    void add(String text, int start, int end) {
        long all = sum;
        for (int i = start; i < end; i++) {
            all = all * BASE + text.charAt(i);
        }
        sum = all;
    }

    /** The fingerprint of what was added; starts anew. */
    long take() {
        long mixed = sum;
        sum = 1;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }

    /** The fingerprint of a whole text. */
    static long of(String text) {
        FeatureHash whole = new FeatureHash();
        whole.add(text, 0, text.length());
        return whole.take();
    }
}
