package dev.apatite.annotation;

import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compiles patterns so that a group of many alternatives, {@code (?:alpha|beta|gamma)}, is entered only where one of
 * their first letters stands. They match what they matched before.
 */
final class QuickPattern {
    private static final String OPENING = "(?:";

    /** Smaller groups are as quick without. */
    private static final int LEAST_ALTERNATIVES = 3;

    private QuickPattern() {}

    static Pattern compile(String regex) {
        StringBuilder quick = new StringBuilder();
        int at = 0;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == '\\' && at + 1 < regex.length()) {
                quick.append(c).append(regex.charAt(at + 1));
                at += 2;
            } else if (c == '[') {
                int end = regex.indexOf(']', at) + 1;
                quick.append(regex, at, end == 0 ? regex.length() : end);
                at = end == 0 ? regex.length() : end;
            } else {
                if (regex.startsWith(OPENING, at)) {
                    String letters = firstLetters(regex, at + OPENING.length());
                    quick.append(letters.isEmpty() ? "" : "(?=[" + letters + "])");
                }
                quick.append(c);
                at++;
            }
        }
        return Pattern.compile(quick.toString());
    }

    /** The letters with which a group's alternatives begin; empty where it has few, or one begins otherwise. */
    private static String firstLetters(String regex, int from) {
        TreeSet<Character> letters = new TreeSet<>();
        int alternatives = 1;
        int depth = 0;
        boolean beginning = true;
        int at = from;
        for (; at < regex.length() && depth >= 0; at++) {
            char c = regex.charAt(at);
            if (depth == 0 && beginning) {
                if (c < 'a' || c > 'z' || isRepeated(regex, at + 1)) {
                    return "";
                }
                letters.add(c);
            }
            beginning = depth == 0 && c == '|';
            alternatives += beginning ? 1 : 0;
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                at = regex.indexOf(']', at);
                if (at < 0) {
                    return "";
                }
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        if (depth >= 0 || isRepeated(regex, at) || alternatives < LEAST_ALTERNATIVES) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        letters.forEach(all::append);
        return all.toString();
    }

    /** Whether what ends before {@code at} may be missing. */
    private static boolean isRepeated(String regex, int at) {
        return at < regex.length() && "?*{".indexOf(regex.charAt(at)) >= 0;
    }
}
