package dev.apatite.annotation;

import java.util.ArrayList;
import java.util.List;

/** A word or a part of a word between hyphens, and whether white space stands before it. */
record LongFormPart(int start, int end, boolean spaced) {
    /** The parts of the text between two offsets. */
    static List<LongFormPart> of(String text, int from, int to) {
        List<LongFormPart> parts = new ArrayList<>();
        int at = from;
        boolean spaced = true;
        while (at < to) {
            char c = text.charAt(at);
            if (Character.isLetterOrDigit(c)) {
                int end = at + 1;
                while (end < to && Character.isLetterOrDigit(text.charAt(end))) {
                    end++;
                }
                parts.add(new LongFormPart(at, end, spaced));
                at = end;
                spaced = false;
            } else {
                spaced |= Character.isWhitespace(c) || c == '\u00a0';
                at++;
            }
        }
        return parts;
    }

    /** The letter in lower case; Greek and accented letters as the Latin ones that short forms use. */
    static char plain(char c) {
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
