package dev.apatite.text;

/** Marks that cite references, as they are printed after a word or a full stop: superscripts, brackets, glued numbers. */
final class PrintedMarks {
    private static final String SUPERSCRIPTS =
            "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u02d2\u00b7\u2022,\u2013\u2014-";

    private PrintedMarks() {}

    /** The first position at or after {@code from} that is no part of a citation mark. */
    static int skip(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int end = skipOne(text, at, to);
            if (end == at) {
                return at;
            }
            at = end;
        }
        return at;
    }

    private static int skipOne(String text, int from, int to) {
        char c = text.charAt(from);
        if (c == '^') {
            return skipCaret(text, from, to);
        }
        if (c == '[') {
            return skipBracket(text, from, to, ']');
        }
        if (c == '(') {
            return skipBracket(text, from, to, ')');
        }
        if (isSuperscript(c)) {
            return skipWhile(text, from, to, SUPERSCRIPTS);
        }
        if (isDigit(c)) {
            int end = skipWhile(text, from, to, "0123456789,\u2013\u2014-");
            boolean closed = end == to || text.charAt(end) == ' ' || text.charAt(end) == '\u00a0';
            return closed && end - from <= 20 && isReferenceNumber(text, from, end) ? end : from;
        }
        if (c == ' ' && from + 1 < to && (text.charAt(from + 1) == '[' || text.charAt(from + 1) == '^')) {
            int end = skipOne(text, from + 1, to);
            return end > from + 1 ? end : from;
        }
        return from;
    }

    private static int skipCaret(String text, int from, int to) {
        if (from + 1 < to && text.charAt(from + 1) == '{') {
            int close = text.indexOf('}', from);
            return close > 0 && close < to && close - from < 40 ? close + 1 : from;
        }
        int end = skipWhile(text, from + 1, to, "0123456789,\u2013\u2014-");
        return end > from + 1 ? end : from;
    }

    private static int skipBracket(String text, int from, int to, char closer) {
        int end = skipWhile(text, from + 1, to, "0123456789, ;\u2013\u2014-\u00a0");
        return end > from + 1 && end < to && text.charAt(end) == closer && isDigit(text.charAt(from + 1))
                ? end + 1
                : from;
    }

    private static boolean isReferenceNumber(String text, int from, int end) {
        int digits = 0;
        for (int i = from; i < end; i++) {
            digits = isDigit(text.charAt(i)) ? digits + 1 : 0;
            if (digits > 3) {
                return false;
            }
        }
        return digits > 0;
    }

    static boolean isSuperscript(char c) {
        return c == '\u00b9' || c == '\u00b2' || c == '\u00b3' || c >= '\u2070' && c <= '\u207f';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int skipWhile(String text, int from, int to, String allowed) {
        int at = from;
        while (at < to && (allowed.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }
}
