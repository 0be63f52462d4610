package dev.apatite.annotation.evidence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A sentence's words with signs in place of the treatments and conditions, so that what is learned of one holds for all. */
final class MaskedText {
    private static final int TREATMENT = Hashes.of("\u0001treatment");
    private static final int CONDITION = Hashes.of("\u0001condition");
    private static final int TARGET = Hashes.of("\u0001target");
    private static final int OTHER = Hashes.of("\u0001other");

    private int[] words = new int[64];
    private int[] stems = new int[64];
    private int size;
    private int target;

    int size() {
        return size;
    }

    int word(int at) {
        return at < 0 || at >= size ? 7 : words[at];
    }

    /** Where the target stands last, -1 where it does not. */
    int target() {
        return target;
    }

    /** The line's words; where a name is given, that treatment is the target and others are others. */
    static MaskedText of(Line line, Tokens tokens, @Nullable String name) {
        MaskedText text = new MaskedText();
        text.target = -1;
        int[] conditions = line.conditions();
        int named = 0;
        int inside = -1;
        for (int t = 0; t < tokens.size(); t++) {
            int start = tokens.starts()[t];
            if (start < inside) {
                continue;
            }
            while (named < line.treatments().size()
                    && line.treatments().get(named).end() <= start) {
                named++;
            }
            Named treatment = null;
            for (int k = named;
                    k < line.treatments().size() && line.treatments().get(k).start() <= start;
                    k++) {
                Named each = line.treatments().get(k);
                if (each.end() > start && (treatment == null || each.name().equals(name))) {
                    treatment = each;
                }
            }
            if (treatment != null) {
                inside = treatment.end();
                boolean isTarget = treatment.name().equals(name);
                if (isTarget) {
                    text.target = text.size;
                }
                int sign = name == null ? TREATMENT : isTarget ? TARGET : OTHER;
                text.add(sign, sign);
                continue;
            }
            boolean condition = false;
            for (int c = 0; c < conditions.length; c += 2) {
                if (conditions[c] <= start && start < conditions[c + 1]) {
                    condition = true;
                    inside = conditions[c + 1];
                }
            }
            if (condition && name == null) {
                text.add(CONDITION, CONDITION);
            } else {
                inside = -1;
                text.add(tokens.words()[t], tokens.stems()[t]);
            }
        }
        return text;
    }

    private void add(int word, int stem) {
        if (size == words.length) {
            words = Arrays.copyOf(words, 2 * size);
            stems = Arrays.copyOf(stems, 2 * size);
        }
        words[size] = word;
        stems[size++] = stem;
    }

    /** Runs of up to {@code longest} words, and of up to two stems. */
    void runs(SparseFeatures into, int block, int longest, boolean stemmed) {
        for (int i = 0; i < size; i++) {
            int key = words[i];
            into.add(block, key);
            for (int n = 1; n < longest && i + n < size; n++) {
                key = Hashes.mix(key, words[i + n]);
                into.add(block, key);
            }
            if (stemmed) {
                int stem = Hashes.mix(stems[i], 5);
                into.add(block, stem);
                if (i + 1 < size) {
                    into.add(block, Hashes.mix(stem, stems[i + 1]));
                }
            }
        }
    }
}
