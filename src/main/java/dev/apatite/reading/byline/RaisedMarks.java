package dev.apatite.reading.byline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Printed text whose raised marks stand as {@code ^{1,*}}, however they were printed: what ties a name to its address.
 */
public final class RaisedMarks {
    /** A raised mark. */
    static final Pattern MARK = Pattern.compile("\\^\\{([^}]{0,120})\\}");

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻªº";
    private static final String PLAIN = "0123456789abcdefghijklmnoprstuvwxyzao";
    private static final String SIGNS = "*∗⁎＊†‡§¶‖#✉☆★✝╪";
    private static final Pattern SUP = Pattern.compile("(?i)<sup>([^<]{0,120})</sup>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]{0,200})\\]\\([^)\\s]{0,300}\\)");
    private static final Pattern BOLD =
            Pattern.compile("(?<![\\p{L}\\p{N}*])\\*\\*(?=[\\p{L}\\[])([^*]{1,300})\\*\\*(?!\\*)");
    private static final Pattern ITALIC =
            Pattern.compile("(?<![\\p{L}\\p{N}*])[*_](?=\\p{L})([^*_]{1,300})(?<=[\\p{L}.,)])[*_](?![\\p{L}*])");
    private static final Pattern CARET = Pattern.compile(
            "\\$\\^?\\{?\\^?\\{?([^${}]{0,60})\\}{0,2}\\$|\\^([\\p{L}\\d*†‡§,; -]{1,30})\\^|\\^([\\d,]{1,12}|[a-z](?!\\p{Ll}))");
    private static final Pattern RUN =
            Pattern.compile("[" + RAISED + SIGNS + "]+(?:\\s?[,;]\\s?[" + RAISED + SIGNS + "]+)*+");
    private static final Pattern TOKEN =
            Pattern.compile("(\\d{1,3})(?:\\s?[-–]\\s?(\\d{1,3}))?|(\\p{L}++)|(([" + SIGNS + "])\\5*+)");
    private static final int MOST_IN_RANGE = 20;

    private RaisedMarks() {}

    public static String raised(String text) {
        return "^{" + text.replace('{', ' ').replace('}', ' ') + "}";
    }

    /** A line of plain text or Markdown, whichever way it shows what was raised. */
    public static String of(String line) {
        String text = LINK.matcher(line.replace("\\*", "*")).replaceAll("$1");
        text = TAG.matcher(SUP.matcher(text).replaceAll("^{$1}")).replaceAll("");
        text = ITALIC.matcher(BOLD.matcher(text).replaceAll("$1")).replaceAll("$1");
        if (text.indexOf('^') >= 0 || text.indexOf('$') >= 0) {
            StringBuilder out = new StringBuilder();
            int from = 0;
            Matcher known = MARK.matcher(text);
            while (known.find()) {
                out.append(carets(text.substring(from, known.start()))).append(known.group());
                from = known.end();
            }
            text = out.append(carets(text.substring(from))).toString();
        }
        return signed(text);
    }

    private static String carets(String text) {
        return CARET.matcher(text).replaceAll(found -> {
            String mark =
                    found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
            return Matcher.quoteReplacement("^{" + mark + "}");
        });
    }

    /** Raised characters and signs outside of marks as marks. */
    public static String signed(String text) {
        Matcher mark = MARK.matcher(text);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (mark.find()) {
            out.append(runs(text.substring(from, mark.start()))).append(mark.group());
            from = mark.end();
        }
        return out.append(runs(text.substring(from))).toString();
    }

    private static String runs(String text) {
        return RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement("^{" + run.group() + "}"));
    }

    /** The single marks of "1,2*", "1-3", "a,b" or "**". */
    static List<String> tokens(String mark) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < mark.length(); i++) {
            int at = RAISED.indexOf(mark.charAt(i));
            plain.append(at < 0 ? mark.charAt(i) : PLAIN.charAt(at));
        }
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(plain);
        while (token.find()) {
            if (token.group(1) != null) {
                numbers(token.group(1), token.group(2), tokens);
            } else if (token.group(3) != null) {
                letters(token.group(3), tokens);
            } else {
                tokens.add(token.group(4).replaceAll("[∗⁎＊]", "*"));
            }
        }
        return tokens;
    }

    private static void numbers(String first, @Nullable String last, List<String> tokens) {
        int from = Integer.parseInt(first);
        int to = last == null ? from : Integer.parseInt(last);
        for (int i = from; i <= to && i - from < MOST_IN_RANGE; i++) {
            tokens.add(String.valueOf(i));
        }
    }

    /** One letter is a mark; several are where no comma stands between them, unless they are a word ("th", "iD"). */
    private static void letters(String letters, List<String> tokens) {
        String lower = letters.toLowerCase(Locale.ROOT);
        boolean marks = lower.length() == 1 || lower.length() < 6 && lower.matches("[a-h]+");
        for (int i = 0; marks && i < lower.length(); i++) {
            tokens.add(lower.substring(i, i + 1));
        }
    }
}
