package dev.apatite.annotation;

import dev.apatite.text.NumberWords;
import dev.apatite.text.RomanNumber;
import java.util.Locale;

/** Numbers as papers print them: digits, words, ordinals, roman numerals, single letters of a list. */
final class PrintedNumbers {
    /** A regular expression for the numbers that {@link #parse} knows, without roman numerals and letters. */
    static final String PATTERN = "(?:\\d{1,4}|" + String.join("|", NumberWords.fromOneToTwenty()) + ")";

    private PrintedNumbers() {}

    /** The number, or -1 where the text is none. */
    static int parse(String text) {
        if (text.matches("\\d{1,6}")) {
            return Integer.parseInt(text);
        }
        int word = NumberWords.valueOf(text);
        if (word != NumberWords.NONE) {
            return word;
        }
        if (text.matches("[ivx]{1,5}")) {
            int roman = RomanNumber.valueOf(text.toUpperCase(Locale.ROOT));
            return roman == 0 ? -1 : roman;
        }
        return text.matches("[a-z]") ? text.charAt(0) - 'a' + 1 : -1;
    }
}
