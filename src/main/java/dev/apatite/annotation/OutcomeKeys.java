package dev.apatite.annotation;

import java.util.ArrayList;
import java.util.List;

/** Reads off a rule's regular expression with which letters a match may begin, so that rules are tried only there. */
final class OutcomeKeys {
    private OutcomeKeys() {}

    /** Adds every beginning of {@code length} letters to {@code keys}. */
    static void collect(String pattern, int length, List<String> keys) {
        for (String branch : branches(pattern)) {
            collect("", branch, length, keys);
        }
    }

    private static void collect(String prefix, String rest, int length, List<String> keys) {
        String seen = prefix;
        int at = 0;
        while (seen.length() < length) {
            if (at >= rest.length()) {
                throw new IllegalStateException("a rule needs to begin with " + length + " letters: " + prefix + rest);
            }
            if (rest.startsWith("(?:", at)) {
                int close = closing(rest, at);
                boolean optional = close + 1 < rest.length() && rest.charAt(close + 1) == '?';
                String tail = rest.substring(close + (optional ? 2 : 1));
                for (String branch : branches(rest.substring(at + 3, close))) {
                    collect(seen, branch + tail, length, keys);
                }
                if (optional) {
                    collect(seen, tail, length, keys);
                }
                return;
            }
            char c = rest.charAt(at);
            boolean optional = at + 1 < rest.length() && rest.charAt(at + 1) == '?';
            if (c == '[' || c == '\\' || c == '(') {
                throw new IllegalStateException("a rule needs to begin with " + length + " letters: " + prefix + rest);
            }
            if (optional) {
                collect(seen, rest.substring(at + 2), length, keys);
                at++;
            }
            seen += c;
            at++;
        }
        keys.add(seen);
    }

    /** The alternatives of a pattern. */
    static List<String> branches(String pattern) {
        List<String> branches = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == '|' && depth == 0) {
                branches.add(pattern.substring(from, i));
                from = i + 1;
            }
        }
        branches.add(pattern.substring(from));
        return branches;
    }

    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("unbalanced: " + pattern);
    }
}
