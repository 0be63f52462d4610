package dev.apatite.reading.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a reference into words and numbers and keeps what is printed between them. */
final class Tokenizer {
    /** Longer text is no reference; the rest is left alone. */
    static final int MOST_TOKENS = 600;

    private static final int LONGEST_BEFORE = 6;

    private Tokenizer() {}

    static List<ReferenceToken> tokenize(String raw, List<Identifier> identifiers) {
        List<ReferenceToken> tokens = new ArrayList<>();
        int last = 0;
        int next = 0;
        for (int i = 0; i < raw.length() && tokens.size() < MOST_TOKENS; ) {
            if (next < identifiers.size() && i >= identifiers.get(next).start()) {
                Identifier identifier = identifiers.get(next++);
                String name = "#" + identifier.kind().name().toLowerCase(Locale.ROOT);
                tokens.add(new ReferenceToken(name, identifier.start(), identifier.end(), between(raw, last, i)));
                i = Math.max(identifier.end(), i + 1);
                last = i;
                continue;
            }
            if (!Character.isLetterOrDigit(raw.charAt(i))) {
                i++;
                continue;
            }
            int limit = next < identifiers.size() ? identifiers.get(next).start() : raw.length();
            int end = endOfWord(raw, i, limit);
            tokens.add(new ReferenceToken(raw.substring(i, end), i, end, between(raw, last, i)));
            i = end;
            last = end;
        }
        return tokens;
    }

    private static int endOfWord(String raw, int start, int limit) {
        int i = start + 1;
        while (i < limit) {
            char c = raw.charAt(i);
            if (Character.isDigit(c) && isGluedYear(raw, start, i, limit)) {
                break;
            } else if (isWordPart(c)) {
                i++;
            } else if (isJoint(c) && i + 1 < limit && joins(raw, i, limit)) {
                i += 2;
            } else {
                break;
            }
        }
        return i;
    }

    /** "Rheumatol2013;": a year that lost the space before it. */
    private static boolean isGluedYear(String raw, int start, int i, int limit) {
        boolean word = i - start >= 3 && Character.isLetter(raw.charAt(i - 1)) && Character.isLetter(raw.charAt(start));
        if (!word || i + 4 > limit || i + 4 < limit && Character.isLetterOrDigit(raw.charAt(i + 4))) {
            return false;
        }
        String century = raw.substring(i, i + 2);
        return (century.equals("19") || century.equals("20"))
                && Character.isDigit(raw.charAt(i + 2))
                && Character.isDigit(raw.charAt(i + 3));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '\u00ad'
                || c == '\u200b'
                || Character.isSurrogate(c);
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011' || c == '\'' || c == '’';
    }

    /** A hyphen or apostrophe joins letters, and a number with one letter ("74-B"). */
    private static boolean joins(String raw, int i, int limit) {
        char left = raw.charAt(i - 1);
        char right = raw.charAt(i + 1);
        if (Character.isLetter(left) && Character.isLetter(right)) {
            return true;
        }
        return Character.isDigit(left)
                && Character.isUpperCase(right)
                && (i + 2 >= limit || !Character.isLetterOrDigit(raw.charAt(i + 2)));
    }

    /** What stands between two words: quotes and dashes of one kind, no space before closing punctuation. */
    static String between(String raw, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to && text.length() < LONGEST_BEFORE; i++) {
            char c = plain(raw.charAt(i));
            if (c == 0) {
                continue;
            }
            int end = text.length() - 1;
            boolean afterSpace = end >= 0 && text.charAt(end) == ' ';
            if (c == ' ' && afterSpace || c == '"' && end >= 0 && text.charAt(end) == '"') {
                continue;
            }
            if (afterSpace && ",.;:)]?!".indexOf(c) >= 0) {
                text.setCharAt(end, c);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u200b', '\u00ad', '\ufeff', '\u2060', '*' -> 0;
            case '‐', '‑', '–', '—', '−', '‒', '―', '_', '~' -> '-';
            case '“', '”', '„', '«', '»', '‘', '’', '`', '\'', '《', '》', '「', '」', '‚', '‹', '›' -> '"';
            case '，', '、' -> ',';
            case '。' -> '.';
            case '：' -> ':';
            case '；' -> ';';
            case '（' -> '(';
            case '）' -> ')';
            case '{', '【' -> '[';
            case '}', '】' -> ']';
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
        };
    }
}
