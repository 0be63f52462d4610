package dev.apatite.reading.shared;

import java.util.List;
import java.util.regex.Pattern;

/** Joins what a line, column or page break has torn apart. */
public final class LineEnds {
    /** First parts that keep their hyphen at a line end: a word that begins so is printed with it. */
    private static final Pattern KEEPS_HYPHEN = Pattern.compile(
            "(?i)(?:^|.*[^\\p{L}])(?:anti|non|self|well|long|short|high|low|post|pre|co|ex|two|three|four|five|six|seven|eight|nine|ten|one|half|all|cross|follow|multi|end|broad|first|second|third|left|right|[a-z]|year|month|week|day|old|dose|ill|so|non-\\p{L}{1,12}|tumou?r|time|X|T|B)-");

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?s).*(?:[.!?…][\\s\\p{Pe}\\p{Pf}\"'’”⁰¹²³⁴-⁹,⁻⁽⁾–-]*|[:;][\"”’]?)");
    private static final Pattern CITED_END = Pattern.compile(
            "(?s).*[.!?]\\s?(?:[\\[(]\\d{1,3}(?:\\s?[,–-]\\s?\\d{1,3}){0,12}[\\])]|\\d{1,3}(?:[,–-]\\d{1,3}){0,12})\\.?\\s*");

    private LineEnds() {}

    public static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            append(text, line.strip());
        }
        return text.toString();
    }

    /** Two parts of one sentence as one. */
    static String join(String before, String after) {
        StringBuilder text = new StringBuilder(before);
        append(text, after);
        return text.toString();
    }

    /** Puts the rest of a sentence to it; a hyphen between lower-case letters goes, unless its word is printed with one. */
    public static void append(StringBuilder before, String after) {
        int end = before.length();
        if (end == 0 || after.isEmpty()) {
            before.append(after);
            return;
        }
        char last = before.charAt(end - 1);
        if (last == '-' && end > 1 && Character.isLetter(before.charAt(end - 2))) {
            boolean torn = Character.isLowerCase(after.codePointAt(0)) && Character.isLowerCase(before.charAt(end - 2));
            if (torn && !KEEPS_HYPHEN.matcher(lastWord(before)).matches()) {
                before.setLength(end - 1);
            }
            before.append(after);
            return;
        }
        boolean tight = last == '/' || last == '–' && Character.isDigit(after.charAt(0));
        before.append(tight ? "" : " ").append(after);
    }

    /** Whether a sentence ends here, as far as its last characters show. */
    public static boolean isComplete(CharSequence text) {
        CharSequence tail = text.subSequence(Math.max(0, text.length() - 60), text.length());
        return SENTENCE_END.matcher(tail).matches() || CITED_END.matcher(tail).matches();
    }

    /** Whether the text ends like a sentence and has a verb's usual company. */
    public static boolean isSentence(String text) {
        return text.length() > 40
                && isComplete(text)
                && text.matches("(?s).*\\p{Ll}{2,} \\p{Ll}+ .*")
                && text.matches("(?s).*[.!?][\\s\\p{Pe}\\p{Pf}\"'’”\\d,\\[⁰¹²³⁴-⁹-]*");
    }

    /** Whether the text begins in the middle of a sentence. */
    public static boolean beginsInside(String whole) {
        String text = whole.length() > 20 ? whole.substring(0, 20) : whole;
        int first = text.codePointAt(0);
        return Character.isLowerCase(first) && !text.matches("(?s)(?:[a-z]\\)|i{1,3}\\)|p[A-Z]|m[A-Z]|e-mail).*")
                || text.matches("(?s)[,;)\\]%≥≤<>=/].*");
    }

    private static CharSequence lastWord(StringBuilder text) {
        int start = text.length();
        while (start > 0 && start > text.length() - 40 && text.charAt(start - 1) != ' ') {
            start--;
        }
        return text.subSequence(start, text.length());
    }
}
