package dev.apatite.annotation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds abbreviations that a text defines itself: "sodium thiosulfate (STS)" and "STS (sodium thiosulfate)". Candidates
 * are taken as Schwartz and Hearst (2003) do, {@link AbbreviationAligner} judges them. Safe to share between threads.
 */
public final class AbbreviationFinder {
    private static final int LONGEST_ASIDE = 200;
    private static final int LONGEST_SHORT_FORM = 12;
    private static final Pattern INTRODUCTION = Pattern.compile(
            "^(?:abbreviated(?: as| to)?|hereafter(?: referred to as| called)?|referred to as|termed|designated|denoted|called"
                    + "|known as|also known as|or|i\\.e\\.,?|acronym|the)\\s++",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_SHORT_FORMS = Set.of(
            "fig", "figs", "table", "see", "ref", "refs", "eg", "ie", "e.g", "i.e", "vs", "and", "or", "the", "i", "ii",
            "iii", "iv", "v", "vi", "vii", "viii", "left", "right", "top", "bottom", "male", "female", "men", "women",
            "mean", "range", "usa", "uk", "us", "sd", "se", "sem", "control", "case", "group", "day", "days", "year",
            "years", "month", "months", "arrow", "arrows", "total", "yes", "no", "not", "data", "age", "inc", "ltd",
            "corp", "germany", "france", "japan", "italy", "china", "usd", "online", "above", "below", "normal");

    /** Words of a clause, which no long form contains. */
    private static final Set<String> NO_LONG_FORM = Set.of(
            "was", "were", "is", "are", "has", "have", "had", "been", "be", "which", "that", "who", "we", "they",
            "this", "these", "those", "did", "does", "do", "can", "could", "may", "might", "would", "should", "will",
            "because", "but", "however", "while", "when", "where", "whether", "if", "then", "there", "our", "their",
            "his", "her");

    /** The definitions in the order of the text; a pair that is defined again is not repeated. */
    public List<AbbreviationDefinition> find(String text) {
        List<AbbreviationDefinition> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(' || c == '[') {
                AbbreviationDefinition definition = at(text, at, c == '(' ? ')' : ']');
                if (definition != null && seen.add(definition.shortForm() + "|" + definition.longForm())) {
                    found.add(definition);
                }
            }
            at++;
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable AbbreviationDefinition at(String text, int open, char closer) {
        int close = closing(text, open, closer);
        if (close < 0 || close == open + 1) {
            return null;
        }
        int start = open + 1;
        while (start < close && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        Matcher introduction = INTRODUCTION.matcher(text).region(start, close);
        if (introduction.lookingAt()) {
            start = introduction.end();
        }
        int end = asideEnd(text, start, close);
        while (start < end && isQuote(text.charAt(start))) {
            start++;
        }
        while (end > start && isQuote(text.charAt(end - 1))) {
            end--;
        }
        String aside = text.substring(start, end);
        if (isShortForm(aside)) {
            int from = phraseStart(text, open, aside);
            AbbreviationDefinition definition = before(text, from, open, start, aside);
            if (definition != null) {
                return definition;
            }
        }
        return inside(text, open, start, end);
    }

    /** "long form (SF)". */
    private static @org.jspecify.annotations.Nullable AbbreviationDefinition before(
            String text, int from, int open, int shortStart, String shortForm) {
        int to = open;
        while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1)) && ")]'".indexOf(text.charAt(to - 1)) < 0) {
            to--;
        }
        int begin = AbbreviationAligner.begin(text, from, to, shortForm);
        if (begin < 0) {
            return null;
        }
        String longForm = text.substring(begin, to);
        return isLongForm(longForm, shortForm)
                ? new AbbreviationDefinition(shortForm, longForm, shortStart, begin)
                : null;
    }

    /** "SF (long form)". */
    private static @org.jspecify.annotations.Nullable AbbreviationDefinition inside(
            String text, int open, int start, int end) {
        int shortEnd = open;
        while (shortEnd > 0 && text.charAt(shortEnd - 1) == ' ') {
            shortEnd--;
        }
        int shortStart = shortEnd;
        while (shortStart > 0
                && !Character.isWhitespace(text.charAt(shortStart - 1))
                && "([,;".indexOf(text.charAt(shortStart - 1)) < 0) {
            shortStart--;
        }
        String shortForm = text.substring(shortStart, shortEnd);
        if (!isShortForm(shortForm)
                || shortForm.length() > 8
                || capitals(shortForm) < 2
                || end - start <= shortForm.length() + 2) {
            return null;
        }
        int begin = AbbreviationAligner.begin(text, start, end, shortForm);
        if (begin < 0 || begin > start + 4) {
            return null;
        }
        String longForm = text.substring(begin, end);
        return isLongForm(longForm, shortForm) && longForm.indexOf(' ') > 0
                ? new AbbreviationDefinition(shortForm, longForm, shortStart, begin)
                : null;
    }

    private static int closing(String text, int open, char closer) {
        char opener = text.charAt(open);
        int depth = 0;
        for (int i = open; i < text.length() && i - open <= LONGEST_ASIDE; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return -1;
            }
            depth += c == opener ? 1 : c == closer ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The aside ends before "; ..." and ", ...". */
    private static int asideEnd(String text, int start, int close) {
        for (int i = start + 1; i < close; i++) {
            char c = text.charAt(i);
            if ((c == ';' || c == ',' || c == '=' || c == ':')
                    && i + 1 < close
                    && (text.charAt(i + 1) == ' ' || text.charAt(i - 1) == ' ')) {
                return trimmed(text, start, i);
            }
        }
        return trimmed(text, start, close);
    }

    private static int trimmed(String text, int start, int end) {
        int at = end;
        while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isQuote(char c) {
        return c == '"'
                || c == '\''
                || c == '\u201c'
                || c == '\u201d'
                || c == '\u2018'
                || c == '\u2019'
                || c == '*'
                || c == '_';
    }

    private static boolean isShortForm(String form) {
        int length = form.length();
        if (length == 0 || length > LONGEST_SHORT_FORM) {
            return false;
        }
        char first = form.charAt(0);
        if (!Character.isLetterOrDigit(first) && first != '[' && first != '(') {
            return false;
        }
        int spaces = 0;
        int letters = 0;
        for (int i = 0; i < length; i++) {
            char c = form.charAt(i);
            spaces += Character.isWhitespace(c) ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
            if ("=<>%\u00b1\u2265\u2264^{}$".indexOf(c) >= 0) {
                return false;
            }
        }
        String lower = form.toLowerCase(Locale.ROOT);
        boolean ordinary = NO_SHORT_FORMS.contains(lower) && (length < 2 || !Character.isUpperCase(form.charAt(1)));
        boolean oneSmallLetter = letters == 1 && length == 1 && !Character.isUpperCase(first);
        return letters > 0 && spaces <= 1 && (spaces == 0 || capitals(form) > 1) && !ordinary && !oneSmallLetter;
    }

    private static int capitals(String form) {
        int capitals = 0;
        for (int i = 0; i < form.length(); i++) {
            capitals += Character.isUpperCase(form.charAt(i)) || Character.isDigit(form.charAt(i)) ? 1 : 0;
        }
        return capitals;
    }

    /** A long form is longer, has letters beyond the first one, does not contain the short form and closes what it opens. */
    private static boolean isLongForm(String longForm, String shortForm) {
        if (longForm.length() <= shortForm.length() + 1) {
            return false;
        }
        for (String word : longForm.split("[\\s/]+", -1)) {
            if (word.equals(shortForm) || NO_LONG_FORM.contains(word)) {
                return false;
            }
        }
        int depth = 0;
        for (int i = 0; i < longForm.length(); i++) {
            char c = longForm.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    /** The first place from which a long form may begin: min(n + 5, 2n) words back, within the sentence. */
    private static int phraseStart(String text, int open, String shortForm) {
        int letters = 0;
        for (int i = 0; i < shortForm.length(); i++) {
            letters += Character.isLetterOrDigit(shortForm.charAt(i)) ? 1 : 0;
        }
        int words = Math.min(letters + 5, letters * 2);
        int at = open;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        while (at > 0 && words > 0) {
            char c = text.charAt(at - 1);
            if (c == '\n' || endsPhrase(text, at - 1)) {
                return at;
            }
            if (Character.isWhitespace(c) && !Character.isWhitespace(text.charAt(at))) {
                words--;
                if (words == 0) {
                    return at;
                }
            }
            at--;
        }
        return at;
    }

    private static boolean endsPhrase(String text, int at) {
        char c = text.charAt(at);
        boolean spaceAfter = at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
        return spaceAfter
                && (c == '.' && at > 1 && Character.isLetter(text.charAt(at - 2))
                        || c == ';'
                        || c == ':'
                        || c == '?'
                        || c == ')' && !belongsToWord(text, at));
    }

    /** Whether the bracket that closes here opened within a word: "N-(1-naphthyl) ethylenediamine". */
    private static boolean belongsToWord(String text, int close) {
        for (int i = close - 1; i > 0 && close - i < 40; i--) {
            if (text.charAt(i) == '(') {
                return !Character.isWhitespace(text.charAt(i - 1));
            }
        }
        return false;
    }
}
