package dev.apatite.text;

import java.util.Locale;

/** Text that others wrote, made safe to print: what moves a cursor, ends a line or turns the reading direction is spelt out. */
public final class Printable {
    private Printable() {}

    /** The text on one line, each control character as an escape of Java's, such as {@code \\u001b}. */
    public static String of(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (isControl(each)) {
                out = out == null ? new StringBuilder(text.substring(0, i)) : out;
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
            } else if (out != null) {
                out.append(each);
            }
        }
        return out == null ? text : out.toString();
    }

    private static boolean isControl(char each) {
        int type = Character.getType(each);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (each >= '\u202a' && each <= '\u202e')
                || (each >= '\u2066' && each <= '\u2069')
                || each == '\u200e'
                || each == '\u200f';
    }
}
