package dev.apatite.annotation;

import java.util.List;
import java.util.Map;

/** Numbers as papers print them: digits, words, ordinals, roman numerals, single letters of a list. */
final class PrintedNumbers {
    private static final List<String> WORDS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");
    private static final List<String> ORDINALS =
            List.of("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final Map<Character, Integer> ROMAN = Map.of('i', 1, 'v', 5, 'x', 10);

    /** A regular expression for the numbers that {@link #parse} knows, without roman numerals and letters. */
    static final String PATTERN =
            "(?:\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)";

    private PrintedNumbers() {}

    /** The number, or -1 where the text is none. */
    static int parse(String text) {
        if (text.matches("\\d{1,6}")) {
            return Integer.parseInt(text);
        }
        if (WORDS.contains(text)) {
            return WORDS.indexOf(text);
        }
        if (ORDINALS.contains(text)) {
            return ORDINALS.indexOf(text);
        }
        if (text.matches("[ivx]{1,5}")) {
            return roman(text);
        }
        return text.matches("[a-z]") ? text.charAt(0) - 'a' + 1 : -1;
    }

    private static int roman(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ROMAN.getOrDefault(text.charAt(i), 0);
            boolean less = i + 1 < text.length() && value < ROMAN.getOrDefault(text.charAt(i + 1), 0);
            sum += less ? -value : value;
        }
        return sum;
    }
}
