package dev.apatite.vocabulary;

import dev.apatite.text.GreekLetters;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The form in which single words are compared: lower case, without accents, singular, in American spelling, Greek
 * letters by name. It is a key, not English: {@code calcinoses} and {@code calcinosis} both become {@code calcinos}.
 */
final class WordForm {
    private static final Map<String, String> IRREGULAR =
            Map.of("feet", "foot", "teeth", "tooth", "women", "woman", "men", "man", "children", "child");
    private static final Set<String> NO_PLURAL = Set.of("anti", "semi", "multi", "demi", "alkali");

    private WordForm() {}

    static String of(String word) {
        String plain = isAscii(word) ? word : fold(word);
        boolean acronym = plain.length() <= 5 && isUpper(plain);
        String lower = plain.toLowerCase(Locale.ROOT);
        return acronym ? lower : spelling(singular(lower));
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUpper(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isUpperCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String fold(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            switch (c) {
                case '\u00f8' -> folded.append('o');
                case '\u00d8' -> folded.append('O');
                case '\u0142' -> folded.append('l');
                case '\u0141' -> folded.append('L');
                case '\u0131' -> folded.append('i');
                case '\u0111', '\u00f0' -> folded.append('d');
                case '\u00df' -> folded.append("ss");
                case '\u00e6', '\u00c6' -> folded.append("ae");
                case '\u0153', '\u0152' -> folded.append("oe");
                case '\u00ad', '\u200b', '\u2060', '\ufeff' -> {}
                default -> appendLetter(folded, c);
            }
        }
        return folded.toString();
    }

    private static void appendLetter(StringBuilder folded, char c) {
        String greek = GreekLetters.name(c);
        if (greek != null) {
            folded.append(greek);
        } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
            folded.append(c);
        }
    }

    private static String singular(String word) {
        int n = word.length();
        if (n < 4 || NO_PLURAL.contains(word)) {
            return word;
        }
        char last = word.charAt(n - 1);
        return switch (last) {
            case 's' -> withoutS(word, n);
            case 'e' ->
                n >= 5 && word.endsWith("se")
                        ? word.substring(0, n - 1)
                        : n >= 6 && word.endsWith("ae") ? word.substring(0, n - 1) : word;
            case 'i' -> isConsonant(word.charAt(n - 2)) ? word.substring(0, n - 1) + "us" : word;
            case 'a' -> n >= 8 && word.endsWith("mata") ? word.substring(0, n - 2) : word;
            default -> IRREGULAR.getOrDefault(word, word);
        };
    }

    private static String withoutS(String word, int n) {
        if (word.endsWith("ss") || word.endsWith("us")) {
            return word;
        }
        if (word.endsWith("is")) {
            return n >= 5 && word.endsWith("sis") ? word.substring(0, n - 2) : word;
        }
        if (n >= 5 && word.endsWith("ses")) {
            return word.substring(0, n - 2);
        }
        if (n >= 5 && word.endsWith("ies")) {
            return word.substring(0, n - 3) + "y";
        }
        boolean sibilant =
                word.endsWith("xes") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("zes");
        if (n >= 5 && sibilant && !word.endsWith("aches")) {
            return word.substring(0, n - 2);
        }
        return word.substring(0, n - 1);
    }

    private static boolean isConsonant(char c) {
        return c >= 'a' && c <= 'z' && "aeiouy".indexOf(c) < 0;
    }

    private static String spelling(String word) {
        if (word.length() < 5) {
            return word;
        }
        String form = word;
        if (form.indexOf("ae") >= 0 || form.indexOf("oe") >= 0) {
            form = form.replace("ae", "e").replace("oe", "e");
        }
        if (form.indexOf("our") >= 0) {
            form = form.replace("umour", "umor").replace("olour", "olor").replace("aviour", "avior");
        }
        if (form.indexOf("lph") >= 0) {
            form = form.replace("sulph", "sulf");
        }
        if (form.indexOf("isation") >= 0) {
            form = form.replace("isation", "ization");
        }
        if (form.endsWith("tre") || form.endsWith("bre")) {
            form = form.substring(0, form.length() - 2) + "er";
        }
        if (form.startsWith("leuco")) {
            form = "leuko" + form.substring(5);
        }
        return form.startsWith("alumini") ? form.replace("aluminium", "aluminum") : form;
    }
}
