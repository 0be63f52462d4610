package dev.apatite.index;

import dev.apatite.text.GreekLetters;
import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Writes a part of a word as it is compared: lower case, no accents, Greek letters by name, no thousands' commas. */
final class TokenFolding {
    private static final int LONGEST = 100;
    private static final char MICRO = '\u00B5';

    private TokenFolding() {}

    /** The folded form of {@code text} from {@code start} to {@code end}; parts of more than 100 characters are cut. */
    static String fold(CharSequence text, WordScanner.Part part) {
        String printed = text.subSequence(part.start(), Math.min(part.end(), part.start() + LONGEST))
                .toString();
        if (part.greek()) {
            return greek(printed, part.end() < text.length() && Character.isLetter(text.charAt(part.end())));
        }
        if (isPlain(printed)) {
            return printed;
        }
        String compatible = Normalizer.normalize(printed.replace(MICRO, 'u'), Normalizer.Form.NFKC);
        char[] from = compatible.toCharArray();
        char[] to = new char[from.length * 4];
        int length = ASCIIFoldingFilter.foldToASCII(from, 0, to, 0, from.length);
        StringBuilder folded = new StringBuilder(length);
        new String(to, 0, length).toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || point == '.') {
                folded.appendCodePoint(point);
            }
        });
        return folded.toString();
    }

    /** The letter's name; a mu before a letter is the micro of a unit. */
    private static String greek(String printed, boolean beforeLetter) {
        String name = GreekLetters.name(printed.charAt(0));
        if (name == null) {
            return printed.toLowerCase(Locale.ROOT);
        }
        return beforeLetter && name.equals("mu") ? "u" : name;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (!(each >= 'a' && each <= 'z') && !(each >= '0' && each <= '9') && each != '.') {
                return false;
            }
        }
        return true;
    }
}
