package dev.apatite.export;

import java.util.Locale;
import java.util.Objects;

/**
 * A title of which the capitals that matter stand in braces, for styles put the rest in lower case. In a title in
 * sentence case every capital behind the first word matters; in one in title case those within a word do.
 */
final class BibtexTitle {
    private BibtexTitle() {}

    static String of(String title) {
        String[] words = title.strip().split("\\s+");
        boolean titleCase = isTitleCase(words);
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (String word : words) {
            String escaped = Objects.requireNonNull(BibtexExport.escaped(word));
            boolean keep = hasInnerCapital(word) || (!titleCase && !first && Character.isUpperCase(initial(word)));
            out.append(out.isEmpty() ? "" : " ").append(keep ? "{" + escaped + "}" : escaped);
            first = word.endsWith(":") || word.endsWith(".") || word.endsWith("?");
        }
        return out.toString();
    }

    private static boolean isTitleCase(String[] words) {
        int longer = 0;
        int capital = 0;
        for (int i = 1; i < words.length; i++) {
            if (words[i].length() > 3) {
                longer++;
                capital += Character.isUpperCase(initial(words[i])) ? 1 : 0;
            }
        }
        return longer > 1 && capital * 2 > longer;
    }

    private static int initial(String word) {
        return word.codePoints().filter(Character::isLetter).findFirst().orElse('a');
    }

    /** A capital that is no word's first letter: "anti-Scl-70", "DNA", "pH". All capitals throughout are shouting. */
    private static boolean hasInnerCapital(String word) {
        String letters = word.replaceAll("[^\\p{L}]", "");
        return letters.length() > 1
                && !letters.substring(letters.offsetByCodePoints(0, 1))
                        .equals(letters.substring(letters.offsetByCodePoints(0, 1))
                                .toLowerCase(Locale.ROOT));
    }
}
