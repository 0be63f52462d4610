package dev.apatite.annotation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Finds the words that a short form abbreviates. Every letter and digit of the short form must be found in order, the
 * first one at the start of a word; each way to do so has a price, and the cheapest one counts if it is cheap enough.
 * The prices follow what Schwartz and Hearst (2003) and Ab3P (Sohn 2008) found: first letters of words in a row are
 * nearly always right, letters from inside of words and words left out are doubtful.
 */
final class AbbreviationAligner {
    private static final double NEVER = 1e9;
    private static final AbbreviationWords WORDS = new AbbreviationWords();

    private final String text;
    private final List<LongFormPart> parts;
    private final String letters;
    private final boolean[] capital;
    private final double[][] best;
    private final int[][] beginning;

    private AbbreviationAligner(String text, int from, int to, String shortForm) {
        this.text = text;
        this.parts = LongFormPart.of(text, from, to);
        StringBuilder kept = new StringBuilder();
        boolean[] capitals = new boolean[shortForm.length()];
        for (int i = 0; i < shortForm.length(); i++) {
            char c = shortForm.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                capitals[kept.length()] = Character.isUpperCase(c);
                kept.append(LongFormPart.plain(c));
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
        boolean known = WORDS.isWholePrefix(prefix);
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
        return LongFormPart.plain(text.charAt(parts.get(part).end() - 1)) == 's';
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
        LongFormPart first = parts.get(part);
        return n > 0
                && (LongFormPart.plain(text.charAt(first.start())) == letters.charAt(0)
                        || isNumberWord(letters.charAt(0), first));
    }

    private double skipPrice(int part) {
        LongFormPart skipped = parts.get(part);
        String word = text.substring(skipped.start(), skipped.end()).toLowerCase(Locale.ROOT);
        if (WORDS.isSmall(word)) {
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
        LongFormPart last = parts.get(part);
        String word = text.substring(last.start(), last.end()).toLowerCase(Locale.ROOT);
        return part > 0 && last.spaced() && WORDS.isGeneralHead(word) ? 0.6 : NEVER;
    }

    /** The price of finding the letters from {@code from} to before {@code to} in one part, in order. */
    private double matchPrice(int from, int to, int part) {
        LongFormPart word = parts.get(part);
        int at = word.start();
        double price = 0;
        if (isNumberWord(letters.charAt(from), word)) {
            return to == from + 1 ? 0.2 : NEVER;
        }
        if (LongFormPart.plain(text.charAt(at)) == letters.charAt(from)) {
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

    private boolean isNumberWord(char digit, LongFormPart part) {
        if (digit < '1' || digit > '9') {
            return false;
        }
        String word = text.substring(part.start(), part.end()).toLowerCase(Locale.ROOT);
        return WORDS.isNumber(digit, word);
    }

    private int next(char letter, int from, int to) {
        for (int i = from; i < to; i++) {
            if (LongFormPart.plain(text.charAt(i)) == letter) {
                return i;
            }
        }
        return -1;
    }
}
