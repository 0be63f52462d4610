package dev.apatite.annotation;

import dev.apatite.vocabulary.Words;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Results printed beside a name as in a form: "gout (-), psoriasis (+)", "fever: no", "allergies: none known". */
final class PrintedResults {
    private static final int WINDOW = 60;
    private static final String SIGN = "[-\\u2212\\u2013\\u2014+]{1,3}";
    private static final String ANSWER =
            "none|no|nil|neg|negative|absent|denied|yes|pos|positive|present|\\u2212ve|-ve|\\+ve";
    private static final String DONE =
            "(?:\\s+(?:known|reported|noted|seen|detected|found|present|identified|recorded|observed|declared))?";
    private static final String STOP = "\\s*(?=[.,;)\\]\\n]|$)";

    private static final Pattern BRACKETED =
            Pattern.compile("\\s?[(\\[]\\s*(" + SIGN + "|" + ANSWER + ")\\s*[)\\]]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWERED = Pattern.compile(
            "\\s*(?:[:=]|\\s[-\\u2013\\u2014])\\s*(" + ANSWER + "|not\\s+(?:present|found|seen|detected)|" + SIGN + ")"
                    + DONE + STOP,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LISTED = Pattern.compile(",\\s*(none|nil)" + DONE + STOP, Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNED = Pattern.compile("\\s?([-\\u2212\\u2013+]{1,3})\\s*(?=[,;.]|$)");
    private static final Pattern BEFORE = Pattern.compile("[(\\[]\\s*(" + SIGN + ")\\s*[)\\]]\\s*$");
    private static final Pattern LEADING =
            Pattern.compile("(?:^|[:;,.])\\s*[(\\[]\\s*" + SIGN + "\\s*[)\\]]\\s*\\p{L}");
    private static final Set<String> NEGATIVE = Set.of("none", "no", "nil", "neg", "negative", "absent", "denied");

    private final Words words;
    private final String text;
    private final int from;
    private final int to;

    /** Of the sentence from place {@code from} to before place {@code to} of the words' text. */
    PrintedResults(Words words, int from, int to) {
        this.words = words;
        this.text = words.text();
        this.from = from;
        this.to = to;
    }

    /** Whether what stands from word {@code first} to before {@code end} is printed as there; null where neither is. */
    @Nullable
    Boolean of(int first, int end) {
        int behind = words.end(end - 1);
        if (behind >= to) {
            return null;
        }
        int before = words.start(first);
        if (endsWithBracket(before)
                && LEADING.matcher(text).region(from, before + 1).find()) {
            Matcher sign = BEFORE.matcher(text).region(Math.max(from, before - 8), before);
            return sign.find() ? said(sign.group(1)) : null;
        }
        for (Pattern pattern : new Pattern[] {BRACKETED, ANSWERED, LISTED}) {
            Matcher matcher = at(pattern, behind);
            if (matcher.lookingAt()) {
                return said(matcher.group(1));
            }
        }
        Matcher signed = at(SIGNED, behind);
        return signed.lookingAt() && isListOfSigns() ? said(signed.group(1)) : null;
    }

    private boolean endsWithBracket(int before) {
        int at = before - 1;
        while (at > from && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at >= from && (text.charAt(at) == ')' || text.charAt(at) == ']');
    }

    private Matcher at(Pattern pattern, int place) {
        return pattern.matcher(text)
                .region(place, Math.min(to, place + WINDOW))
                .useAnchoringBounds(to <= place + WINDOW);
    }

    /** A hyphen at a word's end says nothing unless another thing in the sentence has a plus. */
    private boolean isListOfSigns() {
        Matcher matcher = SIGNED.matcher(text).region(from, to);
        boolean plus = false;
        boolean minus = false;
        while (matcher.find()) {
            plus |= matcher.group(1).startsWith("+");
            minus |= !matcher.group(1).startsWith("+");
        }
        return plus && minus;
    }

    private static boolean said(String printed) {
        String answer = printed.toLowerCase(Locale.ROOT);
        boolean sign = !Character.isLetter(answer.charAt(0));
        return sign ? answer.startsWith("+") : !NEGATIVE.contains(answer) && !answer.startsWith("not");
    }
}
