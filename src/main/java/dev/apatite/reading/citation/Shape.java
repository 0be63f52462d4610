package dev.apatite.reading.citation;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a word looks like, apart from which word it is. */
final class Shape {
    private static final Set<String> MONTHS = words(
            "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october"
                    + " nov november dec december spring summer autumn fall winter janvier février mars avril mai juin"
                    + " juillet août septembre octobre novembre décembre januar februar märz juni juli oktober dezember"
                    + " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
                    + " gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre");
    private static final Map<String, Set<String>> KINDS = Map.of(
            "month",
            MONTHS,
            "particle",
            words("van von de der den del della di da dos du la le ten ter el al bin ibn st o' zu af av"),
            "editor",
            words("eds ed editor editors edited hrsg herausgeber éd dir red coord edn trans translated ondřej"),
            "publisher",
            words(
                    "press publisher publishers publishing verlag springer elsevier wiley blackwell saunders mosby churchill"
                            + " lippincott williams wilkins mcgraw-hill mcgraw academic karger thieme oxford cambridge routledge"
                            + " sage livingstone university humana crc informa taylor francis editions éditions editora"),
            "number",
            words("vol volume no nr number issue pp p pages page pt part suppl supplement sup s art article"
                    + " chapter chap ch edition edn band heft tome"),
            "web",
            words("available accessed cited retrieved from http www url online internet access epub"),
            "thesis",
            words("thesis dissertation phd doctoral master masters unpublished report technical manuscript"),
            "meeting",
            words("proceedings proc conference symposium workshop meeting congress abstracts abstract"));

    private Shape() {}

    private static Set<String> words(String list) {
        return Stream.of(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    /** A closed class of words that matter in references ("month", "publisher"), or an empty string. */
    static String kind(String lower) {
        for (Map.Entry<String, Set<String>> each : KINDS.entrySet()) {
            if (each.getValue().contains(lower)) {
                return each.getKey();
            }
        }
        return "";
    }

    /** Letters as x and X, digits counted: "Xx", "XX", "X", "d2", "year", "Xd", "x-Xx". */
    static String of(ReferenceToken token) {
        if (token.isIdentifier()) {
            return token.text();
        }
        String text = token.text();
        if (text.chars().allMatch(Character::isDigit)) {
            return number(text);
        }
        if (text.length() == 5
                && Character.isLetter(text.charAt(4))
                && number(text.substring(0, 4)).equals("year")) {
            return "yearx";
        }
        if (text.length() <= 4 && text.chars().allMatch(Character::isUpperCase)) {
            return "X" + text.length();
        }
        StringBuilder shape = new StringBuilder();
        text.codePoints().map(Shape::kindOf).forEach(c -> {
            int end = shape.length() - 1;
            if (end < 0 || shape.charAt(end) != c || end == 0) {
                shape.append((char) c);
            }
        });
        return shape.length() > 8 ? shape.substring(0, 8) : shape.toString();
    }

    private static int kindOf(int c) {
        if (Character.isUpperCase(c)) {
            return 'X';
        }
        if (Character.isDigit(c)) {
            return 'd';
        }
        return Character.isIdeographic(c) ? 'H' : Character.isLetter(c) ? 'x' : '-';
    }

    private static String number(String digits) {
        if (digits.length() == 4 && digits.compareTo("1700") > 0 && digits.compareTo("2030") < 0) {
            return "year";
        }
        return "d" + Math.min(digits.length(), 7);
    }

    /** Lower case without marks of a break; digits all as 0. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("\u00ad", "")
                .replace('‐', '-')
                .replace('’', '\'');
    }
}
