package dev.apatite.annotation;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is searched for quickly: a match is tried only where the first two characters allow one, and a group
 * of many alternatives, {@code (?:alpha|beta|gamma)}, is entered only where one of their first letters stands. It finds
 * what the plain pattern finds.
 */
final class QuickPattern {
    private static final int ASCII = 128;

    private static final String OPENING = "(?:";

    /** Smaller groups are as quick without. */
    private static final int LEAST_ALTERNATIVES = 3;

    private final Pattern pattern;

    /** Whether every match begins with {@code \\b}. */
    private final boolean atWords;

    /** Whether every match begins where the text begins. */
    private final boolean atStart;

    /** By first and second character, whether a match may begin so; null where that cannot be told. */
    private final boolean @Nullable [] beginnings;

    private QuickPattern(Pattern pattern, String regex) {
        this.pattern = pattern;
        beginnings = regex.contains("(?<=") ? null : beginnings(pattern);
        atWords = allBegin(regex, "\\b");
        atStart = allBegin(regex, "^");
    }

    private static boolean allBegin(String regex, String opening) {
        return OutcomeKeys.branches(regex).stream().allMatch(branch -> branch.startsWith(opening));
    }

    static QuickPattern compile(String regex) {
        return new QuickPattern(Pattern.compile(quickened(regex)), regex);
    }

    String pattern() {
        return pattern.pattern();
    }

    Search matcher(String text) {
        return new Search(text);
    }

    /** Looks for one match after the other, as {@link Matcher#find()} does. */
    final class Search {
        private final String text;
        private @Nullable Matcher matcher;
        private int next;

        private Search(String text) {
            this.text = text;
        }

        boolean find() {
            int last = atStart ? Math.min(1, text.length()) : text.length();
            for (int at = next; at < last; at++) {
                if (mayBegin(text, at) && begins(at)) {
                    next = end() > at ? end() : at + 1;
                    return true;
                }
            }
            next = text.length() + 1;
            return false;
        }

        private boolean begins(int at) {
            if (matcher == null) {
                matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            }
            return matcher.region(at, text.length()).lookingAt();
        }

        int start() {
            return found().start();
        }

        /** What a group matched, 0 for all; null where it took no part. */
        String group(int number) {
            return found().group(number);
        }

        int start(int group) {
            return found().start(group);
        }

        int end(int group) {
            return found().end(group);
        }

        int end() {
            return found().end();
        }

        private Matcher found() {
            if (matcher == null) {
                throw new IllegalStateException("nothing was found");
            }
            return matcher;
        }
    }

    private boolean mayBegin(String text, int at) {
        char first = text.charAt(at);
        if (beginnings == null || first >= ASCII) {
            return true;
        }
        if (atWords && at > 0 && isWord(first) && isWord(text.charAt(at - 1))) {
            return false;
        }
        char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return second >= ASCII || beginnings[first * ASCII + second];
    }

    /**
     * Which of several patterns may match a text at all, seen in one pass over it: most sentences hold no beginning of
     * most patterns.
     */
    static final class Several {
        private static final int MOST = Long.SIZE;

        private final long[] beginnings = new long[ASCII * ASCII];

        /** Those whose beginnings cannot be told. */
        private final long anywhere;

        private final long atWords;
        private final long all;

        /** At most 64 patterns. */
        Several(List<QuickPattern> patterns) {
            if (patterns.size() > MOST) {
                throw new IllegalArgumentException(patterns.size() + " patterns, more than " + MOST);
            }
            long open = 0;
            long words = 0;
            for (int p = 0; p < patterns.size(); p++) {
                QuickPattern each = patterns.get(p);
                words |= each.atWords ? 1L << p : 0;
                if (each.beginnings == null) {
                    open |= 1L << p;
                    continue;
                }
                for (int i = 0; i < beginnings.length; i++) {
                    beginnings[i] |= each.beginnings[i] ? 1L << p : 0;
                }
            }
            anywhere = open;
            atWords = words;
            all = patterns.size() == MOST ? -1 : (1L << patterns.size()) - 1;
        }

        /** A bit for each pattern that may match; what has none does not. */
        long candidates(String text) {
            long found = anywhere;
            boolean inside = false;
            for (int at = 0; at < text.length(); at++) {
                char first = text.charAt(at);
                char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
                if (first >= ASCII || second >= ASCII) {
                    return all;
                }
                boolean word = isWord(first);
                long here = beginnings[first * ASCII + second];
                found |= inside && word ? here & ~atWords : here;
                inside = word;
            }
            return found;
        }
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /** Tries every beginning: one that fails without wanting more text fails whatever follows. */
    private static boolean[] beginnings(Pattern pattern) {
        boolean[] possible = new boolean[ASCII * ASCII];
        for (char first = 0; first < ASCII; first++) {
            if (mayBegin(pattern, String.valueOf(first))) {
                for (char second = 0; second < ASCII; second++) {
                    boolean letter = second >= 'a' && second <= 'z';
                    possible[first * ASCII + second] = !letter || mayBegin(pattern, "" + first + second);
                }
            }
        }
        return possible;
    }

    private static boolean mayBegin(Pattern pattern, String beginning) {
        return mayBegin(pattern, beginning, 0)
                || mayBegin(pattern, " " + beginning, 1)
                || mayBegin(pattern, "a" + beginning, 1);
    }

    private static boolean mayBegin(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(from, text.length());
        return matcher.lookingAt() || matcher.hitEnd();
    }

    private static String quickened(String regex) {
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
        return quick.toString();
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
