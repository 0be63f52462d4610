package dev.apatite.evaluation;

import dev.apatite.text.EditDistance;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How two texts are compared: case, diacritics, punctuation and white space never count. */
public final class TextMatch {
    /** Texts at least this alike are the same softly. */
    public static final double SOFT = 0.8;

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\u200b\u00ad]+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TextMatch() {}

    /** Letters and digits in lower case, everything between them as one space; the empty string for null. */
    public static String fold(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return SEPARATORS.matcher(plain).replaceAll(" ").strip();
    }

    /** Whether the folded texts are equal and not empty. */
    public static boolean same(@Nullable String a, @Nullable String b) {
        String folded = fold(a);
        return !folded.isEmpty() && folded.equals(fold(b));
    }

    /** Whether the folded texts, without their spaces, have a Levenshtein ratio of at least {@link #SOFT}. */
    public static boolean alike(@Nullable String a, @Nullable String b) {
        return ratio(fold(a).replace(" ", ""), fold(b).replace(" ", ""), SOFT) >= SOFT;
    }

    /** 1 - Levenshtein distance / longer length, 0 where one text is empty. */
    public static double ratio(String a, String b) {
        return ratio(a, b, 0);
    }

    /** The same, but 0 as soon as it is plain that {@code least} is not reached. */
    private static double ratio(String a, String b, double least) {
        int longer = Math.max(a.length(), b.length());
        if (a.isEmpty() || b.isEmpty() || Math.min(a.length(), b.length()) < least * longer) {
            return 0;
        }
        if (a.equals(b)) {
            return 1;
        }
        int bound = least == 0 ? longer : (int) Math.ceil((1 - least) * longer);
        return 1 - (double) Math.min(longer, EditDistance.distance(a, b, bound)) / longer;
    }
}
