package dev.apatite.annotation.evidence;

import java.util.Arrays;
import java.util.List;

/** What a word looks like and what stands around it, to tell whether it names a treatment. */
final class TokenFeatures {
    /** Stands for the words before the first and behind the last. */
    static final int EDGE = Hashes.of("\u0001edge");

    static final int MOST_OFTEN = 5;

    /** One more than the greatest {@link #shape}. */
    static final int SHAPES = 7;

    private final SlotTable words = new SlotTable(4000);
    private final SlotTable title = new SlotTable(16);
    private int[] counts = new int[1024];

    TokenFeatures(String title, List<Tokens> lines) {
        Tokens heading = Tokens.of(title.toLowerCase(java.util.Locale.ROOT));
        for (int word : heading.words()) {
            this.title.add(word);
        }
        for (Tokens line : lines) {
            for (int word : line.words()) {
                int slot = words.add(word);
                counts = slot < counts.length ? counts : Arrays.copyOf(counts, 2 * counts.length);
                counts[slot]++;
            }
        }
    }

    void of(Line line, Tokens tokens, int t, SparseFeatures into) {
        String lower = line.lower();
        int start = tokens.starts()[t];
        int end = tokens.ends()[t];
        int word = tokens.words()[t];
        int before = at(tokens, t - 1);
        int before2 = at(tokens, t - 2);
        int after = at(tokens, t + 1);
        int after2 = at(tokens, t + 2);
        put(into, 1, word);
        put(into, 2, Hashes.of(lower, Math.max(start, end - 3), end));
        put(into, 3, Hashes.of(lower, Math.max(start, end - 4), end));
        put(into, 4, Hashes.of(lower, Math.max(start, end - 5), end));
        put(into, 5, Hashes.of(lower, start, Math.min(end, start + 4)));
        put(into, 6, before);
        put(into, 7, after);
        put(into, 8, Hashes.mix(before2, before));
        put(into, 9, Hashes.mix(after, after2));
        put(into, 10, before2);
        put(into, 11, after2);
        put(into, 12, Hashes.mix(before, word));
        put(into, 13, Hashes.mix(word, after));
        put(into, 14, suffix(lower, tokens, t - 1));
        put(into, 15, suffix(lower, tokens, t + 1));
        put(into, 16, Hashes.mix(before, after));
        put(into, 17, at(tokens, t - 3));
        put(into, 18, shape(line.text(), start, end, t));
        int often = often(number(word));
        int titled = titled(word);
        put(into, 19, often);
        put(into, 20, titled);
        put(into, 21, often * 2 + titled);
        put(into, 22, isBracketed(lower, start) ? 1 : 0);
        put(into, 23, inCondition(line, start) ? 1 : 0);
        put(into, 24, line.kind().ordinal());
    }

    private static void put(SparseFeatures into, int kind, int value) {
        into.add(SparseFeatures.FACTS, Hashes.mix(kind * 7919, value));
    }

    /** What a feature is called among those of a model. */
    static int key(int kind, int value) {
        return SparseFeatures.key(SparseFeatures.FACTS, Hashes.mix(kind * 7919, value));
    }

    /** How many different words the paper has. */
    int words() {
        return words.size();
    }

    /** A word's number among those of the paper, from 0; -1 where it has none. */
    int number(int word) {
        return words.slot(word);
    }

    /** How often a word is used, roughly: 1 to {@link #MOST_OFTEN}. */
    int often(int number) {
        return Math.min(MOST_OFTEN, 32 - Integer.numberOfLeadingZeros(counts[number]));
    }

    int titled(int word) {
        return title.slot(word) >= 0 ? 1 : 0;
    }

    static boolean isBracketed(String lower, int start) {
        return start > 0 && lower.charAt(start - 1) == '(';
    }

    private static int at(Tokens tokens, int t) {
        return t < 0 || t >= tokens.size() ? EDGE : tokens.words()[t];
    }

    private static int suffix(String lower, Tokens tokens, int t) {
        if (t < 0 || t >= tokens.size()) {
            return EDGE;
        }
        return Hashes.of(lower, Math.max(tokens.starts()[t], tokens.ends()[t] - 3), tokens.ends()[t]);
    }

    static boolean inCondition(Line line, int start) {
        for (int c = 0; c < line.conditions().length; c += 2) {
            if (line.conditions()[c] <= start && start < line.conditions()[c + 1]) {
                return true;
            }
        }
        return false;
    }

    static int shape(String text, int start, int end, int t) {
        int upper = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            upper += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        boolean first = Character.isUpperCase(text.charAt(start));
        return digits > 0 ? (upper > 0 ? 6 : 5) : upper > 1 ? 4 : first ? (t == 0 ? 3 : 2) : 1;
    }
}
