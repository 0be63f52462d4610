package dev.apatite.reading.shared;

/**
 * Cuts signs off the ends of texts in one pass. A pattern that ends in {@code $} is tried at every place, and takes the
 * square of the length where a paper repeats the signs.
 */
public final class TextEnds {
    private static final String SPACE = " \t\n\u000B\f\r";

    private TextEnds() {}

    /** The text without white space and these signs at its end. */
    public static String withoutEnd(String text, String signs) {
        return text.substring(0, end(text, text.length(), signs));
    }

    /** The text without white space and these signs at its start. */
    public static String withoutStart(String text, String signs) {
        int start = 0;
        while (start < text.length() && isCut(text.charAt(start), signs)) {
            start++;
        }
        return text.substring(start);
    }

    /** Where the text up to a place ends without white space and these signs. */
    public static int end(CharSequence text, int to, String signs) {
        int end = to;
        while (end > 0 && isCut(text.charAt(end - 1), signs)) {
            end--;
        }
        return end;
    }

    private static boolean isCut(char c, String signs) {
        return SPACE.indexOf(c) >= 0 || signs.indexOf(c) >= 0;
    }
}
