package dev.apatite.text;

import java.util.regex.Pattern;

/** Roman numbers from 1 to 99, as references and headings are numbered. */
public final class RomanNumber {
    private static final String[] TENS = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
    private static final String[] ONES = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    private static final Pattern FORM = Pattern.compile("(?:X{0,3}|XL|LX{0,3}|XC)(?:IX|IV|V?I{0,3})");

    private RomanNumber() {}

    /** The number in roman capitals; in digits where it is not within 1 to 99. */
    public static String of(int number) {
        return number > 0 && number < 100 ? TENS[number / 10] + ONES[number % 10] : String.valueOf(number);
    }

    /** The value of a number in roman capitals; 0 where it is none. */
    public static int valueOf(String roman) {
        if (!FORM.matcher(roman).matches()) {
            return 0;
        }
        int total = 0;
        for (int i = 0; i < roman.length(); i++) {
            int value = value(roman.charAt(i));
            total += i + 1 < roman.length() && value < value(roman.charAt(i + 1)) ? -value : value;
        }
        return total;
    }

    private static int value(char roman) {
        return switch (roman) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            default -> 100;
        };
    }
}
