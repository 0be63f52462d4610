package dev.apatite.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Letters without what often differs between two prints of one word. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folding() {}

    /** In compatible letters (Unicode's NFKD) without accents and other combining marks. */
    public static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }

    /** {@link #withoutMarks}, in lower case. */
    public static String plain(String text) {
        return withoutMarks(text).toLowerCase(Locale.ROOT);
    }
}
