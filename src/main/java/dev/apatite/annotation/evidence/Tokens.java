package dev.apatite.annotation.evidence;

import java.util.Arrays;

/**
 * The words of a sentence: runs of letters and digits, joined by a hyphen or an apostrophe within.
 *
 * @param words hash of each word in lower case; of a number, that of "0"
 * @param stems hash of its first five letters
 */
record Tokens(int[] starts, int[] ends, int[] words, int[] stems) {
    static final int NUMBER = Hashes.of("0");

    private static final int STEM = 5;
    private static final int MOST = 600;

    int size() {
        return starts.length;
    }

    static Tokens of(String lower) {
        int[] starts = new int[16];
        int[] ends = new int[16];
        int n = 0;
        int at = 0;
        int length = lower.length();
        while (at < length && n < MOST) {
            if (!Character.isLetterOrDigit(lower.charAt(at))) {
                at++;
                continue;
            }
            int start = at;
            while (at < length
                    && (Character.isLetterOrDigit(lower.charAt(at))
                            || at + 1 < length
                                    && isJoint(lower.charAt(at))
                                    && Character.isLetterOrDigit(lower.charAt(at + 1)))) {
                at++;
            }
            if (n == starts.length) {
                starts = Arrays.copyOf(starts, 2 * n);
                ends = Arrays.copyOf(ends, 2 * n);
            }
            starts[n] = start;
            ends[n++] = at;
        }
        int[] words = new int[n];
        int[] stems = new int[n];
        for (int i = 0; i < n; i++) {
            boolean number = Character.isDigit(lower.charAt(starts[i]));
            words[i] = number ? NUMBER : Hashes.of(lower, starts[i], ends[i]);
            stems[i] = number ? NUMBER : Hashes.of(lower, starts[i], Math.min(ends[i], starts[i] + STEM));
        }
        return new Tokens(Arrays.copyOf(starts, n), Arrays.copyOf(ends, n), words, stems);
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '\'' || c == '’' || c == '\u2010' || c == '\u2011';
    }
}
