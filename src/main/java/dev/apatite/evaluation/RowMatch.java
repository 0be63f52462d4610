package dev.apatite.evaluation;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a row read by hand and a found one speak of the same treatment, and of the same sentence. */
final class RowMatch {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+|\u200b");
    private static final Pattern NEITHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EMPTY =
            Pattern.compile("\\b(?:therapy|treatment|infusions?|injections?|tablets?|oral|intravenous|iv|topical)\\b");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern PLURAL = Pattern.compile("s\\b");
    private static final double ALIKE = 0.7;
    private static final int LONG = 3000;
    private static final int SHORT_NAME = 4;

    private final Map<String, String> folded = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    /** Letters a to z and digits, everything between them as one space. */
    String fold(String text) {
        return folded.computeIfAbsent(text, any -> {
            String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT);
            return NEITHER.matcher(plain).replaceAll(" ").strip();
        });
    }

    private String stem(String text) {
        return stems.computeIfAbsent(text, any -> {
            String bare = EMPTY.matcher(fold(text)).replaceAll("").strip();
            return PLURAL.matcher(SPACES.matcher(bare).replaceAll(" ")).replaceAll("");
        });
    }

    /** Whether {@code found} is the treatment {@code gold}, which a paper prints as {@code printed}. */
    boolean sameTreatment(String gold, String found, String printed) {
        String a = stem(gold);
        String b = stem(found);
        String c = stem(printed);
        return a.equals(b)
                || b.equals(c)
                || b.length() > SHORT_NAME && (b.contains(a) || a.contains(b))
                || c.length() > SHORT_NAME && (b.contains(c) || c.contains(b));
    }

    /** Whether two sentences are one, or one is part of the other, or nearly so. */
    boolean sameSentence(String gold, String found) {
        String a = fold(gold);
        String b = fold(found);
        return !b.isEmpty() && (b.contains(a) || a.contains(b) || ratio(a, b) > ALIKE);
    }

    private static double ratio(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        return a.length() < LONG
                ? ratio(a.chars().boxed().toArray(), b.chars().boxed().toArray())
                : ratio(a.split(" "), b.split(" "));
    }

    /**
     * How alike two sequences are: twice what their longest common runs hold, those left and right of the longest
     * sought in turn, by the length of both (Ratcliff and Metzener 1988, "Pattern matching: the Gestalt approach").
     */
    static double ratio(Object[] a, Object[] b) {
        Map<Object, int[]> places = new HashMap<>();
        for (int j = 0; j < b.length; j++) {
            int[] before = places.getOrDefault(b[j], new int[0]);
            int[] more = Arrays.copyOf(before, before.length + 1);
            more[before.length] = j;
            places.put(b[j], more);
        }
        int common = 0;
        Deque<int[]> left = new ArrayDeque<>(List.of(new int[] {0, a.length, 0, b.length}));
        while (!left.isEmpty()) {
            int[] part = left.pop();
            int[] run = longest(a, places, b.length, part);
            if (run[2] > 0) {
                common += run[2];
                left.push(new int[] {part[0], run[0], part[2], run[1]});
                left.push(new int[] {run[0] + run[2], part[1], run[1] + run[2], part[3]});
            }
        }
        return a.length + b.length == 0 ? 1 : 2.0 * common / (a.length + b.length);
    }

    /** The first of the longest common runs within a part: where it begins in both, and its length. */
    private static int[] longest(Object[] a, Map<Object, int[]> places, int length, int[] part) {
        int[] best = {part[0], part[2], 0};
        int[] before = new int[length + 1];
        for (int i = part[0]; i < part[1]; i++) {
            int[] here = new int[length + 1];
            for (int j : places.getOrDefault(a[i], new int[0])) {
                if (j >= part[2] && j < part[3]) {
                    int run = before[j] + 1;
                    here[j + 1] = run;
                    if (run > best[2]) {
                        best = new int[] {i - run + 1, j - run + 1, run};
                    }
                }
            }
            before = here;
        }
        return best;
    }
}
