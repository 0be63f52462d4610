package dev.apatite.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words of a text, compounds with their parts: {@code anti-Scl-70} is one word with the parts {@code anti},
 * {@code Scl} and {@code 70}, {@code IL-1β} one with {@code IL}, {@code 1} and {@code β}.
 *
 * <p>A part ends at a hyphen or apostrophe within the word, between letters and digits, and before and after a single
 * Greek letter. One pass, linear in the text.
 */
final class WordScanner {
    /** A part of a word: the first UTF-16 unit and one past the last. */
    record Part(int start, int end, boolean greek) {}

    private enum Kind {
        NONE,
        LETTER,
        DIGIT,
        GREEK,
        IDEOGRAPH,
        IGNORED
    }

    private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\uFE63\uFF0D";
    private static final String APOSTROPHES = "'\u2019\u02BC";

    private final CharSequence text;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int partStart;
    private int skipped;
    private Kind partKind = Kind.NONE;

    WordScanner(CharSequence text) {
        this.text = text;
    }

    /** The parts of the word found last, in the order of the text. */
    List<Part> parts() {
        return parts;
    }

    /** Goes on to the next word; false where there is none. */
    boolean next() {
        parts.clear();
        while (at < text.length() && !startsWord(kind(at))) {
            at += width(at);
        }
        if (at >= text.length()) {
            return false;
        }
        if (kind(at) == Kind.IDEOGRAPH) {
            parts.add(new Part(at, at + width(at), false));
            at += width(at);
            return true;
        }
        word();
        return true;
    }

    private void word() {
        begin(at);
        while (at < text.length()) {
            Kind kind = kind(at);
            if (kind == Kind.NONE) {
                if (!connects()) {
                    break;
                }
            } else if (kind == Kind.IDEOGRAPH) {
                break;
            } else if (kind != Kind.IGNORED && kind != partKind) {
                end(at);
                begin(at);
            } else {
                at += width(at);
            }
        }
        end(at);
        at = Math.max(at, skipped);
    }

    private void begin(int start) {
        partStart = start;
        partKind = kind(start);
        at = start + width(start);
    }

    private void end(int end) {
        parts.add(new Part(partStart, end, partKind == Kind.GREEK));
    }

    /** Steps over a mark within a word, and says whether the word goes on behind it. */
    private boolean connects() {
        char mark = text.charAt(at);
        int behind = at + 1;
        Kind next = behind < text.length() ? kind(behind) : Kind.NONE;
        if (!startsWord(next) || next == Kind.IDEOGRAPH) {
            return false;
        }
        if (mark == '.' || mark == ',') {
            if (partKind == Kind.DIGIT && next == Kind.DIGIT && (mark == '.' || isThousands(behind))) {
                at = behind + 1;
                return true;
            }
            if (mark == ',' || partKind != Kind.LETTER || next != Kind.LETTER || at - partStart > 1) {
                return false;
            }
        } else if (APOSTROPHES.indexOf(mark) >= 0) {
            if (isPossessive(behind)) {
                skipped = behind + 1;
                return false;
            }
        } else if (HYPHENS.indexOf(mark) < 0) {
            return false;
        }
        end(at);
        begin(behind);
        return true;
    }

    private boolean isThousands(int start) {
        int digits = start;
        while (digits < text.length() && digits < start + 4 && kind(digits) == Kind.DIGIT) {
            digits++;
        }
        return digits == start + 3;
    }

    private boolean isPossessive(int start) {
        char letter = text.charAt(start);
        return (letter == 's' || letter == 'S')
                && (start + 1 >= text.length() || kind(start + 1) == Kind.NONE)
                && (start + 1 >= text.length() || HYPHENS.indexOf(text.charAt(start + 1)) < 0);
    }

    private static boolean startsWord(Kind kind) {
        return kind != Kind.NONE && kind != Kind.IGNORED;
    }

    private int width(int index) {
        return Character.charCount(Character.codePointAt(text, index));
    }

    private Kind kind(int index) {
        int point = Character.codePointAt(text, index);
        if (point < 128) {
            return asciiKind(point);
        }
        if (isGreek(point)) {
            boolean alone = (index == 0 || !isGreek(Character.codePointBefore(text, index)))
                    && (index + 1 >= text.length() || !isGreek(Character.codePointAt(text, index + 1)));
            return alone ? Kind.GREEK : Kind.LETTER;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> Kind.IGNORED;
            case Character.FORMAT -> Kind.IGNORED;
            case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER, Character.LETTER_NUMBER -> Kind.DIGIT;
            default ->
                Character.isIdeographic(point) ? Kind.IDEOGRAPH : Character.isLetter(point) ? Kind.LETTER : Kind.NONE;
        };
    }

    private static Kind asciiKind(int point) {
        if (point >= '0' && point <= '9') {
            return Kind.DIGIT;
        }
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') ? Kind.LETTER : Kind.NONE;
    }

    private static boolean isGreek(int point) {
        return point >= 0x391 && point <= 0x3C9;
    }
}
