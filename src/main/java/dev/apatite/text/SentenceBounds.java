package dev.apatite.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where sentences begin and end; a sentence never crosses a paragraph. Citation marks printed after a full stop belong to
 * the sentence that they follow. Abbreviations and words that open sentences are rows of two tables beside this class.
 */
public final class SentenceBounds {
    /** How far an opened bracket keeps a full stop inside from ending the sentence. */
    private static final int LONGEST_ASIDE = 240;

    private static final String CLOSERS = "\"')]}\u201d\u2019\u00bb*_";
    private static final String OPENERS = "\"'([{\u201c\u2018\u00ab*_\u2022\u2013\u2014-";

    /** Takes a sentence: its first UTF-16 unit and one past its last, without the blanks around it. */
    @FunctionalInterface
    public interface Taker {
        void take(int start, int end);
    }

    private final Map<String, String> abbreviations = new HashMap<>();
    private final Set<String> openers = new HashSet<>(DataLines.of(SentenceBounds.class, "sentence-openers.txt"));

    public SentenceBounds() {
        DataLines.cells(SentenceBounds.class, "sentence-abbreviations.tsv", 2)
                .forEach(cells -> abbreviations.put(cells[0], cells[1]));
    }

    /** The sentences of a text whose paragraphs are separated by line feeds, in their order. */
    public void split(String text, Taker sentences) {
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            split(text, start, end, sentences);
            start = end + 1;
        }
    }

    /** The sentences of one paragraph, which stands in the text from {@code from} to before {@code to}. */
    public void split(String text, int from, int to, Taker sentences) {
        int start = from;
        int opened = -1;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '(' || c == '[') {
                opened = at;
            } else if (c == ')' || c == ']') {
                opened = -1;
            } else if (isTerminator(c)) {
                int end = sentenceEnd(text, start, at, to);
                if (end > 0 && (opened < 0 || !closesSoon(text, at, opened, to))) {
                    give(text, start, end, sentences);
                    start = end;
                    at = end - 1;
                    opened = -1;
                }
            }
        }
        give(text, start, to, sentences);
    }

    private static boolean isTerminator(char c) {
        return c == '.' || c == '?' || c == '!' || c == '\u2026' || c == '\u3002';
    }

    private static boolean closesSoon(String text, int at, int opened, int to) {
        char closer = text.charAt(opened) == '(' ? ')' : ']';
        int close = text.indexOf(closer, at);
        return close >= 0 && close < to && close - opened < LONGEST_ASIDE && close > at + 1;
    }

    private static void give(String text, int from, int to, Taker sentences) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            sentences.take(start, end);
        }
    }

    /** Where the sentence ends whose terminator stands at {@code at}, or -1 where it goes on. */
    private int sentenceEnd(String text, int start, int at, int to) {
        int end = at + 1;
        while (end < to && isTerminator(text.charAt(end))) {
            end++;
        }
        boolean several = end > at + 1;
        while (end < to && CLOSERS.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        end = PrintedMarks.skip(text, end, to);
        if (end == to) {
            return to;
        }
        boolean spaced = isSpace(text.charAt(end));
        int next = end;
        while (next < to && isSpace(text.charAt(next))) {
            next++;
        }
        if (next == to) {
            return to;
        }
        if (text.charAt(at) == '.' && !several) {
            return endsAtFullStop(text, start, at, next, to, spaced) ? end : -1;
        }
        return spaced && opens(text, next, to) ? end : -1;
    }

    private boolean endsAtFullStop(String text, int start, int at, int next, int to, boolean spaced) {
        if (!opens(text, next, to)) {
            return false;
        }
        if (!spaced) {
            return isGluedSentence(text, start, at, next, to);
        }
        int wordStart = wordStart(text, start, at);
        String word = text.substring(wordStart, at);
        if (isListNumber(text, start, wordStart, word)) {
            return false;
        }
        boolean number = Character.isDigit(text.charAt(next));
        boolean opener = openers.contains(nextWord(text, next, to));
        String when = abbreviations.get(word.toLowerCase(Locale.ROOT));
        if (when != null) {
            return switch (when) {
                case "always" -> false;
                case "number" -> !number || word.length() > 1 && Character.isUpperCase(word.charAt(word.length() - 1));
                default -> opener && !number;
            };
        }
        if (isInitial(text, start, wordStart, word)) {
            return opener;
        }
        return true;
    }

    /** "improved.The": a space is missing; "Fig.1", "p.Arg12", "www.x.Org" are no ends. */
    private boolean isGluedSentence(String text, int start, int at, int next, int to) {
        int wordStart = wordStart(text, start, at);
        String word = text.substring(wordStart, at);
        return word.length() >= 3
                && word.chars().allMatch(Character::isLowerCase)
                && !abbreviations.containsKey(word)
                && Character.isUpperCase(text.charAt(next))
                && (openers.contains(nextWord(text, next, to))
                        || next + 2 < to
                                && Character.isLowerCase(text.charAt(next + 1))
                                && Character.isLowerCase(text.charAt(next + 2))
                                && text.indexOf("://", Math.max(start, wordStart - 12)) < 0);
    }

    /** The number or letter that opens a list item: "1. The patient", "IV. Discussion", "(a. ...". */
    private static boolean isListNumber(String text, int start, int wordStart, String word) {
        for (int i = start; i < wordStart; i++) {
            if (!isSpace(text.charAt(i)) && OPENERS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return word.length() <= 4 && word.chars().allMatch(c -> Character.isDigit(c) || "IVXivx".indexOf(c) >= 0)
                || word.length() == 1;
    }

    /** A single letter as in "S. aureus" or "J. Smith", but not the end of "hepatitis C", "grade 3 B" or "in vitamin D". */
    private static boolean isInitial(String text, int start, int wordStart, String word) {
        int letters = word.length();
        boolean single = letters == 1 && Character.isUpperCase(word.charAt(0));
        boolean dotted = letters > 1
                && word.indexOf('.') > 0
                && word.chars().allMatch(c -> c == '.' || Character.isLetter(c))
                && word.indexOf('.') == 1;
        if (!single && !dotted) {
            return false;
        }
        int before = wordStart - 1;
        return before < start || text.charAt(before) != '-';
    }

    private static int wordStart(String text, int start, int at) {
        int i = at;
        while (i > start) {
            char c = text.charAt(i - 1);
            boolean inside = Character.isLetterOrDigit(c)
                    || c == '.' && i - 1 > start && Character.isLetter(text.charAt(i - 2)) && at - i < 6;
            if (!inside) {
                break;
            }
            i--;
        }
        return i;
    }

    private static String nextWord(String text, int next, int to) {
        int from = next;
        while (from < to && OPENERS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int end = from;
        while (end < to && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /** Whether a sentence may begin here. */
    private static boolean opens(String text, int next, int to) {
        int at = next;
        while (at < to && (OPENERS.indexOf(text.charAt(at)) >= 0 || isSpace(text.charAt(at)))) {
            at++;
        }
        if (at == to) {
            return false;
        }
        char c = text.charAt(at);
        if (Character.isUpperCase(c)
                || Character.isDigit(c)
                || Character.UnicodeBlock.of(c) == Character.UnicodeBlock.GREEK) {
            return true;
        }
        // "mRNA", "pH", "dsDNA", "p53": a lower-case beginning that is a name
        int end = at;
        while (end < to && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        for (int i = at + 1; i < end && i < at + 6; i++) {
            if (Character.isUpperCase(text.charAt(i)) || Character.isDigit(text.charAt(i))) {
                return Character.isLetter(c);
            }
        }
        return !Character.isLetterOrDigit(c) && c > 0x7f && !Character.isLetter(c);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff' || Character.isSpaceChar(c);
    }
}
