package dev.apatite.reading;

import java.util.List;
import java.util.regex.Pattern;

/** Joins what a line, column or page break has torn apart. */
final class LineEnds {
    /** First parts that keep their hyphen at a line end: a word that begins so is printed with it. */
    private static final Pattern KEEPS_HYPHEN = Pattern.compile(
            "(?i)(?:^|.*[^\\p{L}])(?:anti|non|self|well|long|short|high|low|post|pre|co|ex|two|three|four|five|six|seven|eight|nine|ten|one|half|all|cross|follow|multi|end|broad|first|second|third|left|right|[a-z]|year|month|week|day|old|dose|ill|so|non-\\p{L}{1,12}|tumou?r|time|X|T|B)-");

    private static final Pattern ENDS_TORN = Pattern.compile("(?s).*\\p{L}-");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?s).*(?:[.!?…][\\s\\p{Pe}\\p{Pf}\"'’”⁰¹²³⁴-⁹,⁻⁽⁾–-]*|[:;][\"”’]?)");
    private static final Pattern CITED_END = Pattern.compile(
            "(?s).*[.!?]\\s?(?:[\\[(]\\d{1,3}(?:\\s?[,–-]\\s?\\d{1,3}){0,12}[\\])]|\\d{1,3}(?:[,–-]\\d{1,3}){0,12})\\.?\\s*");

    private LineEnds() {}

    static String joined(List<String> lines) {
        String text = "";
        for (String line : lines) {
            text = join(text, line.strip());
        }
        return text;
    }

    /** Two parts of one sentence; a hyphen between lower-case letters goes, unless its word is printed with one. */
    static String join(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before + after;
        }
        if (ENDS_TORN.matcher(before).matches()) {
            boolean lower = Character.isLowerCase(after.codePointAt(0));
            boolean torn = lower && Character.isLowerCase(before.codePointBefore(before.length() - 1));
            if (torn && !KEEPS_HYPHEN.matcher(lastWord(before)).matches()) {
                return before.substring(0, before.length() - 1) + after;
            }
            return before + after;
        }
        if (before.endsWith("/") || before.endsWith("–") && Character.isDigit(after.charAt(0))) {
            return before + after;
        }
        return before + " " + after;
    }

    /** Whether a sentence ends here, as far as its last characters show. */
    static boolean isComplete(String text) {
        String tail = text.substring(Math.max(0, text.length() - 60));
        return SENTENCE_END.matcher(tail).matches() || CITED_END.matcher(tail).matches();
    }

    /** Whether the text begins in the middle of a sentence. */
    static boolean beginsInside(String text) {
        int first = text.codePointAt(0);
        return Character.isLowerCase(first) && !text.matches("(?s)(?:[a-z]\\)|i{1,3}\\)|p[A-Z]|m[A-Z]|e-mail).*")
                || text.matches("(?s)[,;)\\]%≥≤<>=/].*");
    }

    private static String lastWord(String text) {
        int start = text.lastIndexOf(' ') + 1;
        return text.substring(Math.max(start, text.length() - 40));
    }
}
