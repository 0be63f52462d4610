package dev.apatite.reading.citation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Joins printed lines into running text: mends words, number ranges and addresses that a line end cut apart. */
final class LineJoiner {
    /** First parts of compounds that keep their hyphen. */
    private static final Set<String> PREFIXES = Set.of(
            "anti", "non", "self", "well", "long", "short", "double", "single", "high", "low", "half", "cross", "meta",
            "two", "three", "four", "five", "six", "one", "first", "second", "third", "early", "late", "ill", "x", "t");
    /** Last parts of compounds that keep their hyphen. */
    private static final Set<String> SUFFIXES = Set.of(
            "like",
            "based",
            "induced",
            "related",
            "associated",
            "dependent",
            "specific",
            "free",
            "positive",
            "negative",
            "type",
            "term",
            "line",
            "controlled",
            "blind",
            "blinded",
            "mediated",
            "resistant",
            "derived",
            "linked",
            "treated",
            "onset",
            "up",
            "wide",
            "old",
            "scale",
            "center",
            "centre",
            "label",
            "reported",
            "risk",
            "dose",
            "guided",
            "assisted",
            "driven",
            "effective",
            "binding",
            "containing",
            "occurring",
            "documented");

    private static final Pattern OPEN_ADDRESS = Pattern.compile(
            "(?:^|\\s|\\()(?:doi:?)?(?:(?:https?://|www\\.)\\S*|10\\.\\d{4,9}/\\S*|10\\.\\d{0,9})$",
            Pattern.CASE_INSENSITIVE);
    private static final int TAIL = 250;
    private static final String ADDRESS_JOINTS = "/-_.=?&:";

    private LineJoiner() {}

    /** The text with the next line behind it. */
    static String join(String text, String next) {
        StringBuilder joined = new StringBuilder(text.stripTrailing());
        append(joined, next);
        return joined.toString();
    }

    /** Puts the next line behind the text. */
    static void append(StringBuilder text, String next) {
        String right = next.strip();
        if (text.isEmpty() || right.isEmpty()) {
            text.append(right);
            return;
        }
        int cut = text.length() - 1;
        String left = text.substring(Math.max(0, text.length() - TAIL));
        char end = text.charAt(cut);
        char start = right.charAt(0);
        char before = text.length() > 1 ? text.charAt(cut - 1) : ' ';
        boolean hyphen = end == '-' || end == '‐';
        if (end == '\u00ad' || hyphen && Character.isLetter(before) && Character.isLetter(start)) {
            if (end == '\u00ad' || !continuesAddress(left, right, end) && !keepsHyphen(left, right)) {
                text.setLength(cut);
            }
        } else if (!continuesAddress(left, right, end) && !isRange(end, before, start)) {
            text.append(' ');
        }
        text.append(right);
    }

    private static boolean isRange(char end, char before, char start) {
        return "-‐–".indexOf(end) >= 0 && Character.isDigit(before) && Character.isLetterOrDigit(start);
    }

    private static boolean continuesAddress(String left, String right, char end) {
        if (ADDRESS_JOINTS.indexOf(end) < 0 || !OPEN_ADDRESS.matcher(left).find()) {
            return false;
        }
        String word = right.split("\\s", 2)[0];
        boolean address = word.chars().anyMatch(c -> Character.isDigit(c) || c == '/' || c == '.' || c == '_');
        return Character.isLetterOrDigit(right.charAt(0))
                && (end == '/' || end == '-' || address && end != '.' || isDoiPart(word));
    }

    private static boolean isDoiPart(String word) {
        return word.matches("[a-z0-9.()_-]*[.\\d][a-z0-9.()_-]*\\d[a-z0-9.()_-]*");
    }

    private static boolean keepsHyphen(String left, String right) {
        if (!Character.isLowerCase(right.charAt(0))) {
            return true;
        }
        String first = left.substring(left.lastIndexOf(' ') + 1, left.length() - 1);
        String last = right.split("[^\\p{L}]", 2)[0].toLowerCase(Locale.ROOT);
        String head = first.substring(Math.max(first.lastIndexOf('-'), first.lastIndexOf('(')) + 1);
        return SUFFIXES.contains(last)
                || PREFIXES.contains(head.toLowerCase(Locale.ROOT))
                || Character.isUpperCase(head.isEmpty() ? 'X' : head.charAt(head.length() - 1));
    }
}
