package dev.apatite.works;

import dev.apatite.text.GreekLetters;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes what citations print as it is compared: lower case, no accents, Greek letters by name, every run of anything but
 * letters and digits one space.
 */
final class PrintedText {
    /** Stands in a title instead of a space where a subtitle may begin, so where citations cut titles short. */
    static final char BREAK = ':';

    private static final String BREAKS = ":.?!;\u2013\u2014";
    private static final String APOSTROPHES = "'\u2019\u02BC`\u00B4";

    private PrintedText() {}

    /** The folded text; empty for null. */
    static String fold(@Nullable String text) {
        return fold(text, false);
    }

    /** The folded text with {@link #BREAK} where it breaks. */
    static String foldTitle(@Nullable String text) {
        return fold(text, true);
    }

    /** The folded text in one piece. */
    static String squeeze(@Nullable String text) {
        String folded = fold(text);
        return folded.indexOf(' ') < 0 ? folded : folded.replace(" ", "");
    }

    private static String fold(@Nullable String text, boolean breaks) {
        if (text == null) {
            return "";
        }
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        boolean broken = false;
        boolean spaced = false;
        for (int i = 0; i < plain.length(); i++) {
            char each = plain.charAt(i);
            if (Character.isLetterOrDigit(each) || Character.isSurrogate(each)) {
                if (spaced && !folded.isEmpty()) {
                    folded.append(broken ? BREAK : ' ');
                }
                spaced = false;
                broken = false;
                append(folded, each);
            } else if (!isMark(each) && APOSTROPHES.indexOf(each) < 0) {
                spaced = true;
                broken |= breaks && breaksAt(plain, i);
            }
        }
        return folded.toString();
    }

    /** A mark with a space behind it, or a hyphen between spaces. */
    private static boolean breaksAt(String text, int at) {
        char mark = text.charAt(at);
        boolean before = at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
        if (mark == '-') {
            return before && at > 0 && Character.isWhitespace(text.charAt(at - 1));
        }
        return before && BREAKS.indexOf(mark) >= 0;
    }

    private static boolean isMark(char each) {
        return each > 127
                && switch (Character.getType(each)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    private static void append(StringBuilder folded, char each) {
        if (each < 128) {
            folded.append(each >= 'A' && each <= 'Z' ? (char) (each + 32) : each);
            return;
        }
        char lower = Character.toLowerCase(each);
        String greek = GreekLetters.name(lower);
        if (greek != null) {
            folded.append(greek);
            return;
        }
        switch (lower) {
            case 'ß' -> folded.append("ss");
            case 'ø' -> folded.append('o');
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'þ' -> folded.append("th");
            case 'ı' -> folded.append('i');
            default -> folded.append(lower);
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** A DOI without what stands before and behind it. */
    static String doi(@Nullable String doi) {
        if (doi == null) {
            return "";
        }
        String lower = doi.toLowerCase(Locale.ROOT).strip();
        int start = lower.indexOf("10.");
        int end = lower.length();
        while (end > 0 && ".,;)".indexOf(lower.charAt(end - 1)) >= 0) {
            end--;
        }
        return start >= 0 && start < end ? lower.substring(start, end) : lower.substring(0, end);
    }
}
