package dev.apatite.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the words that a short form abbreviates. Every letter and digit of the short form must be found in order, the
 * first one at the start of a word; each way to do so has a price, and the cheapest one counts if it is cheap enough.
 * The prices follow what Schwartz and Hearst (2003) and Ab3P (Sohn 2008) found: first letters of words in a row are
 * nearly always right, letters from inside of words and words left out are doubtful.
 */
final class AbbreviationAligner {
    private static final double NEVER = 1e9;
    private static final Set<String> SMALL_WORDS = Set.of(
            "of", "and", "the", "in", "for", "to", "with", "by", "a", "an", "on", "at", "from", "or", "as", "de", "la",
            "et", "per", "into", "than", "der", "du", "des", "del", "von", "via");

    /** Beginnings that belong to the word although the short form does not show them. */
    private static final Set<String> WHOLE_PREFIXES = Set.of(
            "alpha-", "beta-", "gamma-", "delta-", "non-", "n-", "d-", "l-", "cis-", "trans-", "bis-", "di-", "tri-",
            "self-", "o-");

    private static final List<Set<String>> NUMBERS = List.of(
            Set.of("one", "first", "single"),
            Set.of("two", "second"),
            Set.of("three", "third"),
            Set.of("four", "fourth"),
            Set.of("five", "fifth"),
            Set.of("six", "sixth"),
            Set.of("seven", "seventh"),
            Set.of("eight", "eighth"),
            Set.of("nine", "ninth"));

    private static final Set<String> GENERAL_HEADS = Set.of(
            "scale",
            "scales",
            "score",
            "scores",
            "index",
            "test",
            "tests",
            "ion",
            "ions",
            "signal",
            "signals",
            "inventory",
            "questionnaire",
            "cell",
            "cells",
            "gene",
            "genes",
            "protein",
            "proteins",
            "study",
            "trial",
            "system",
            "level",
            "levels",
            "receptor",
            "receptors",
            "activity",
            "method",
            "analysis",
            "project",
            "acid",
            "virus",
            "channel",
            "channels",
            "current",
            "currents",
            "treatment",
            "therapy",
            "group",
            "s",
            "h",
            "d");

    /** A word or a part of a word between hyphens, and whether white space stands before it. */
    private record Part(int start, int end, boolean spaced) {}

    private final String text;
    private final List<Part> parts;
    private final String letters;
    private final boolean[] capital;
    private final double[][] best;
    private final int[][] beginning;

    private AbbreviationAligner(String text, int from, int to, String shortForm) {
        this.text = text;
        this.parts = parts(text, from, to);
        StringBuilder kept = new StringBuilder();
        boolean[] capitals = new boolean[shortForm.length()];
        for (int i = 0; i < shortForm.length(); i++) {
            char c = shortForm.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                capitals[kept.length()] = Character.isUpperCase(c);
                kept.append(lower(c));
            }
        }
        this.letters = kept.toString();
        this.capital = capitals;
        this.best = new double[letters.length() + 1][parts.size()];
        this.beginning = new int[letters.length() + 1][parts.size()];
        for (double[] row : best) {
            Arrays.fill(row, -1);
        }
    }

    /**
     * Where the long form of {@code shortForm} begins that ends at {@code to}; -1 where there is none at or after
     * {@code from}.
     */
    static int begin(String text, int from, int to, String shortForm) {
        AbbreviationAligner aligner = new AbbreviationAligner(text, from, to, shortForm);
        int n = aligner.letters.length();
        int last = aligner.parts.size() - 1;
        if (n == 0 || last < 0) {
            return -1;
        }
        double price = aligner.price(n, last, true);
        int begin = aligner.beginning[n][last];
        boolean plural = n > 2 && shortForm.endsWith("s") && aligner.endsWithS(last);
        if (plural) {
            double other = aligner.price(n - 1, last, true);
            if (other <= price) {
                price = other;
                begin = aligner.beginning[n - 1][last];
                n--;
            }
        }
        return price <= limit(n, shortForm, text.substring(Math.max(begin, from), to))
                ? wholeWord(text, from, begin)
                : -1;
    }

    /** The whole of "3-hydroxybutyrate" and "alpha-1-antitrypsin", but not of "anti-tumor necrosis factor". */
    private static int wholeWord(String text, int from, int begin) {
        int start = begin;
        while (start > from
                && !Character.isWhitespace(text.charAt(start - 1))
                && "[".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        if (start == begin) {
            return begin;
        }
        String prefix = text.substring(start, begin).toLowerCase(Locale.ROOT);
        boolean numbers = hasNoWord(prefix);
        boolean known = WHOLE_PREFIXES.stream().anyMatch(prefix::startsWith);
        if (!numbers && !known) {
            return begin;
        }
        while (start < begin
                && !Character.isLetterOrDigit(text.charAt(start))
                && !(text.charAt(start) == '(' && prefix.indexOf(')') > 0)) {
            start++;
        }
        return start;
    }

    private static boolean hasNoWord(String prefix) {
        for (int i = 0; i + 1 < prefix.length(); i++) {
            if (Character.isLetter(prefix.charAt(i)) && Character.isLetter(prefix.charAt(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static double limit(int letters, String shortForm, String longForm) {
        boolean allLower = shortForm.equals(shortForm.toLowerCase(Locale.ROOT));
        if (letters == 1) {
            return 0;
        }
        if (allLower && isBeginning(longForm, shortForm)) {
            return 2;
        }
        if (allLower) {
            return letters == 2 ? 0.3 : 0.6;
        }
        return switch (letters) {
            case 2 -> 1.1;
            case 3 -> 2.2;
            default -> 0.65 * letters + 0.2;
        };
    }

    /** "apo" for "apolipoprotein". */
    private static boolean isBeginning(String longForm, String shortForm) {
        return shortForm.length() >= 3
                && longForm.length() > shortForm.length() + 2
                && longForm.indexOf(' ') < 0
                && longForm.regionMatches(true, 0, shortForm, 0, shortForm.length());
    }

    private boolean endsWithS(int part) {
        return lower(text.charAt(parts.get(part).end() - 1)) == 's';
    }

    /** The least price for the first {@code n} letters in the parts up to {@code part}. */
    private double price(int n, int part, boolean isLast) {
        if (n == 0 || part < 0) {
            return NEVER;
        }
        if (best[n][part] >= 0) {
            return best[n][part];
        }
        best[n][part] = NEVER;
        double least = NEVER;
        int begin = -1;
        double skip = isLast ? lastSkipPrice(part) : skipPrice(part);
        if (skip < NEVER) {
            least = price(n, part - 1, false) + skip;
            begin = part > 0 ? beginning[n][part - 1] : -1;
        }
        for (int taken = 1; taken <= n && taken <= 6; taken++) {
            double match = matchPrice(n - taken, n, part);
            if (match >= NEVER) {
                continue;
            }
            double total;
            int start;
            if (taken == n) {
                boolean opens = startsInitially(part, n);
                total = opens ? match + (parts.get(part).spaced() ? 0 : 0.3) : NEVER;
                start = parts.get(part).start();
            } else {
                total = match + price(n - taken, part - 1, false);
                start = part > 0 ? beginning[n - taken][part - 1] : -1;
            }
            if (total < least) {
                least = total;
                begin = start;
            }
        }
        best[n][part] = least;
        beginning[n][part] = begin;
        return least;
    }

    private boolean startsInitially(int part, int n) {
        Part first = parts.get(part);
        return n > 0
                && (lower(text.charAt(first.start())) == letters.charAt(0) || isNumberWord(letters.charAt(0), first));
    }

    private double skipPrice(int part) {
        Part skipped = parts.get(part);
        String word = text.substring(skipped.start(), skipped.end()).toLowerCase(Locale.ROOT);
        if (SMALL_WORDS.contains(word)) {
            return 0.15;
        }
        boolean number = Character.isDigit(word.charAt(0));
        if (!skipped.spaced() || number) {
            return 0.5;
        }
        return 1.0;
    }

    /** The head of a long form may be left out of the short form only where it is a general one. */
    private double lastSkipPrice(int part) {
        Part last = parts.get(part);
        String word = text.substring(last.start(), last.end()).toLowerCase(Locale.ROOT);
        return part > 0 && last.spaced() && GENERAL_HEADS.contains(word) ? 0.6 : NEVER;
    }

    /** The price of finding the letters from {@code from} to before {@code to} in one part, in order. */
    private double matchPrice(int from, int to, int part) {
        Part word = parts.get(part);
        int at = word.start();
        double price = 0;
        if (isNumberWord(letters.charAt(from), word)) {
            return to == from + 1 ? 0.2 : NEVER;
        }
        if (lower(text.charAt(at)) == letters.charAt(from)) {
            at++;
        } else {
            at = next(letters.charAt(from), at + 1, word.end());
            if (at < 0) {
                return NEVER;
            }
            boolean capitalInside = Character.isUpperCase(text.charAt(at));
            price += capitalInside ? 0.3 : 1.3;
            at++;
        }
        for (int i = from + 1; i < to; i++) {
            int found = next(letters.charAt(i), at, word.end());
            if (found < 0) {
                return NEVER;
            }
            boolean inRow = found == at;
            boolean inCapitals = Character.isUpperCase(text.charAt(found));
            price += inRow && (Character.isDigit(letters.charAt(i)) || inCapitals)
                    ? 0
                    : inCapitals ? 0.2 : inRow ? 0.35 : capital[i] ? 0.75 : 0.5;
            at = found + 1;
        }
        return price;
    }

    private boolean isNumberWord(char digit, Part part) {
        if (digit < '1' || digit > '9') {
            return false;
        }
        String word = text.substring(part.start(), part.end()).toLowerCase(Locale.ROOT);
        return NUMBERS.get(digit - '1').contains(word);
    }

    private int next(char letter, int from, int to) {
        for (int i = from; i < to; i++) {
            if (lower(text.charAt(i)) == letter) {
                return i;
            }
        }
        return -1;
    }

    private static List<Part> parts(String text, int from, int to) {
        List<Part> parts = new ArrayList<>();
        int at = from;
        boolean spaced = true;
        while (at < to) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                int end = at + 1;
                while (end < to && Character.isLetterOrDigit(text.charAt(end))) {
                    end++;
                }
                parts.add(new Part(at, end, spaced));
                at = end;
                spaced = false;
            } else {
                spaced |= Character.isWhitespace(c) || c == '\u00a0';
                at++;
            }
        }
        return parts;
    }

    private static char lower(char c) {
        return switch (c) {
            case '\u03b1', '\u0391' -> 'a';
            case '\u03b2', '\u0392' -> 'b';
            case '\u03b3', '\u0393' -> 'g';
            case '\u00e9', '\u00e8', '\u00ea' -> 'e';
            case '\u00e4', '\u00e1', '\u00e0' -> 'a';
            case '\u00f6', '\u00f3' -> 'o';
            case '\u00fc' -> 'u';
            default -> Character.toLowerCase(c);
        };
    }
}
