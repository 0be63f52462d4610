package dev.apatite.vocabulary;

import java.util.Arrays;

/**
 * A text cut into words, numbers and single marks, each with the form in which it is compared and the place where it
 * stands. White space, hyphens, slashes, quotes and apostrophes only separate; a possessive {@code 's} is left out.
 */
public final class Words {
    private static final String[] MARKS = new String[128];

    static {
        for (char c = 0; c < 128; c++) {
            MARKS[c] = String.valueOf(c);
        }
    }

    private final String text;
    private int[] starts;
    private int[] ends;
    private String[] forms;
    private int size;

    private Words(String text) {
        this.text = text;
        int room = text.length() < 64 ? text.length() / 4 + 2 : 64;
        starts = new int[room];
        ends = new int[room];
        forms = new String[room];
    }

    /** Cuts the text. */
    public static Words of(String text) {
        Words words = new Words(text);
        words.cut();
        return words;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The number of words, numbers and marks. */
    public int size() {
        return size;
    }

    /** Where a word starts in the text. */
    public int start(int word) {
        return starts[word];
    }

    /** One past the word's last UTF-16 unit. */
    public int end(int word) {
        return ends[word];
    }

    /** The form in which the word is compared. */
    public String form(int word) {
        return forms[word];
    }

    /** The word as printed. */
    public String printed(int word) {
        return text.substring(starts[word], ends[word]);
    }

    /** The text from one word to another, both included. */
    public String printed(int first, int last) {
        return text.substring(starts[first], ends[last]);
    }

    /** Whether this is a run of letters. */
    public boolean isWord(int word) {
        return Character.isLetter(text.charAt(starts[word]));
    }

    /** Whether this is a run of digits. */
    public boolean isNumber(int word) {
        return Character.isDigit(text.charAt(starts[word]));
    }

    /** Whether this is neither word nor number. */
    public boolean isMark(int word) {
        return !isWord(word) && !isNumber(word);
    }

    /** Whether the next word belongs to the same paragraph and only a few separators stand between. */
    public boolean joined(int word) {
        if (word + 1 >= size) {
            return false;
        }
        int from = ends[word];
        int to = starts[word + 1];
        if (to - from > 6) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing stands between this word and the next. */
    public boolean glued(int word) {
        return word + 1 < size && ends[word] == starts[word + 1];
    }

    /** The first word that starts at this place in the text or later. */
    public int from(int place) {
        int at = Arrays.binarySearch(starts, 0, size, place);
        return at < 0 ? -at - 1 : at;
    }

    private void cut() {
        int at = 0;
        int length = text.length();
        while (at < length) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                int end = letters(at, length);
                add(at, end, WordForm.of(text.substring(at, end)));
                at = possessive(end, length);
            } else if (Character.isDigit(c)) {
                int end = at + 1;
                while (end < length && Character.isDigit(text.charAt(end))) {
                    end++;
                }
                add(at, end, text.substring(at, end));
                at = end;
            } else {
                if (!separates(c)) {
                    add(at, at + 1, c < 128 ? MARKS[c] : String.valueOf(c));
                }
                at++;
            }
        }
    }

    private int letters(int start, int length) {
        boolean greek = isGreek(text.charAt(start));
        int at = start + 1;
        while (at < length) {
            char c = text.charAt(at);
            if (c < 128 ? !Character.isLetter(c) || greek : !continues(c, at, length, greek)) {
                break;
            }
            at++;
        }
        return at;
    }

    private boolean continues(char c, int at, int length, boolean greek) {
        if (Character.isLetter(c)) {
            return isGreek(c) == greek;
        }
        boolean invisible = c == '\u00ad' || c == '\u2060' || c == '\ufeff';
        return invisible && at + 1 < length && Character.isLetter(text.charAt(at + 1))
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private int possessive(int at, int length) {
        if (at + 1 < length
                && isApostrophe(text.charAt(at))
                && (text.charAt(at + 1) | 0x20) == 's'
                && (at + 2 == length || !Character.isLetterOrDigit(text.charAt(at + 2)))) {
            return at + 2;
        }
        return at;
    }

    private static boolean isGreek(char c) {
        return c >= '\u0370' && c <= '\u03ff' || c == '\u00b5';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02bc' || c == '\u00b4' || c == '\u2018' || c == '`';
    }

    private static boolean separates(char c) {
        if (c <= ' ') {
            return true;
        }
        return switch (c) {
            case '-', '/', '"', '*', '_', '\u00a0', '\u00ad', '\u200b', '\u2060', '\ufeff', '\u2212' -> true;
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u201c', '\u201d', '\u201e', '\u00ae', '\u2122' -> true;
            default -> isApostrophe(c) || c > 127 && Character.isSpaceChar(c);
        };
    }

    private void add(int start, int end, String form) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            forms = Arrays.copyOf(forms, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        forms[size++] = form;
    }
}
