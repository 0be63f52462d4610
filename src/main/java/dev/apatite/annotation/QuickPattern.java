package dev.apatite.annotation;

import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compiles patterns of the form {@code \b(?:alpha|beta|gamma)...} so that they try the alternatives only where a word
 * begins with one of their first letters. They match what they matched before.
 */
final class QuickPattern {
    private static final String OPENING = "\\b(?:";

    private QuickPattern() {}

    static Pattern compile(String regex) {
        if (!regex.startsWith(OPENING)) {
            return Pattern.compile(regex);
        }
        String letters = firstLetters(regex);
        return letters.isEmpty()
                ? Pattern.compile(regex)
                : Pattern.compile("\\b(?=[" + letters + "])" + regex.substring(2));
    }

    /** The letters with which the alternatives of the leading group begin; empty where one does not begin with a letter. */
    private static String firstLetters(String regex) {
        TreeSet<Character> letters = new TreeSet<>();
        int depth = 0;
        boolean beginning = true;
        int at = OPENING.length();
        for (; at < regex.length() && depth >= 0; at++) {
            char c = regex.charAt(at);
            if (depth == 0 && beginning) {
                boolean optional = at + 1 < regex.length() && "?*{".indexOf(regex.charAt(at + 1)) >= 0;
                if (c < 'a' || c > 'z' || optional) {
                    return "";
                }
                letters.add(c);
            }
            beginning = depth == 0 && c == '|';
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
        boolean repeated = at < regex.length() && "?*{".indexOf(regex.charAt(at)) >= 0;
        if (depth >= 0 || repeated || hasOtherBranch(regex, at)) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        letters.forEach(all::append);
        return all.toString();
    }

    /** Whether an alternative of the whole pattern follows, which need not begin as the group does. */
    private static boolean hasOtherBranch(String regex, int from) {
        int depth = 0;
        for (int at = from; at < regex.length(); at++) {
            char c = regex.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '|' && depth == 0) {
                return true;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return false;
    }
}
