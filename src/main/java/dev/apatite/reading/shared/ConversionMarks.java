package dev.apatite.reading.shared;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Takes off what converters write around the printed text: Markdown, HTML and LaTeX marks. */
public final class ConversionMarks {
    private static final Pattern INVISIBLE = Pattern.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]");
    private static final Pattern SPACES = Pattern.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f]");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]\\[]{0,300}\\]\\([^)\\s]{0,500}\\)");
    private static final Pattern LINK_LABEL = Pattern.compile(
            "(?i)\\[\\[(?:pubmed(?: central)?|crossref|pmc|google scholar|scopus|web of science|doi|view article|full text|pmc free article|cas|link|medline|isi)\\]\\([^)\\s]{0,500}\\)\\]");
    private static final Pattern LINK = Pattern.compile(
            "\\[((?:[^\\]\\[]|\\[[^\\]\\[]{0,100}\\]){0,500})\\]\\((?:[^()\\s]|\\([^()\\s]{0,100}\\)){0,500}\\)");
    private static final Pattern AUTOLINK = Pattern.compile("<((?:https?://|mailto:)[^>\\s]{1,500})>");
    private static final Pattern RAISED_TAG = Pattern.compile("(?i)<sup>([^<]{0,60})</sup>");
    private static final Pattern BREAK = Pattern.compile("(?i)<br ?/?>");
    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:a|b|i|u|s|em|strong|sub|sup|span|div|p|font|small|big|center|img|h[1-6]|ul|ol|li|hr|code|pre|cite|q)(?:\\s[^>]{0,300})?/?>");
    private static final Pattern COMMENT = Pattern.compile("<!--[^>]{0,300}-->");
    private static final Pattern RAISED = Pattern.compile("\\^\\{([^{}]{0,60})\\}");
    private static final Pattern POWER = Pattern.compile("(?<=[\\p{L}\\d)])\\^([+−-]?\\d{1,2})(?![\\d^])");
    private static final Pattern MATH = Pattern.compile("\\$\\$?([^$\\n]{1,300})\\$\\$?");
    private static final Pattern BOLD = Pattern.compile(
            "\\*\\*(?=\\S)([^*\\n]{1,2000}?)(?<=\\S)\\*\\*|(?<![\\w])__(?=\\S)([^_\\n]{1,2000}?)(?<=\\S)__(?!\\w)");
    private static final Pattern ITALIC = Pattern.compile(
            "(?<![*\\w\\\\])\\*(?=[^\\s*])([^*\\n]{0,2000}?[^\\s*\\\\])\\*(?![*\\w])|(?<![_\\w\\\\])_(?=[^\\s_])([^_\\n]{0,500}?[^\\s_\\\\])_(?![_\\w])");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!|>~$&%-])");
    private static final Pattern MANY_SPACES = Pattern.compile(" {2,}");

    private static final String DIGITS = "0123456789+-=()n";
    private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";

    /** So much of what stands before a raised mark tells what the mark is. */
    private static final int WORD = 30;

    private static final String LETTERS = "abcdefghijklmnoprstuvwxyz";
    private static final String RAISED_LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";

    private ConversionMarks() {}

    /** The line as it was printed; tabs stay, other white space becomes single spaces. */
    public static String strip(String line) {
        String text = spaced(line);
        if (text.indexOf('<') >= 0) {
            text = COMMENT.matcher(text).replaceAll("");
            text = AUTOLINK.matcher(text).replaceAll("$1");
            text = withRaised(RAISED_TAG, text);
            text = TAG.matcher(BREAK.matcher(text).replaceAll(" ")).replaceAll("");
        }
        if (text.indexOf('&') >= 0) {
            text = spaced(Parser.unescapeEntities(text, false));
        }
        if (text.indexOf('$') >= 0) {
            text = MATH.matcher(text).replaceAll(ConversionMarks::math);
        }
        if (text.indexOf('^') >= 0) {
            text = withRaised(RAISED, text);
            text = POWER.matcher(text).replaceAll(found -> quoted(raised(found.group(1))));
        }
        if (text.indexOf('[') >= 0) {
            text = IMAGE.matcher(text).replaceAll("");
            text = LINK_LABEL.matcher(text).replaceAll("");
            text = LINK.matcher(text).replaceAll(found -> quoted(found.group(1)));
        }
        if (text.indexOf('*') >= 0 || text.indexOf('_') >= 0) {
            text = BOLD.matcher(text).replaceAll(ConversionMarks::inner);
            text = ITALIC.matcher(text).replaceAll(ConversionMarks::inner);
            text = text.replace("**", "");
        }
        text = ESCAPE.matcher(text).replaceAll("$1");
        return MANY_SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** Invisible characters out, every kind of space one kind. */
    public static String spaced(String line) {
        String text = INVISIBLE.matcher(line).replaceAll("");
        return SPACES.matcher(CONTROLS.matcher(text).replaceAll("")).replaceAll(" ");
    }

    /** Only {@code ^{...}} as superscripts; everything else stands as it is. */
    public static String raisedMarks(String text) {
        return text.indexOf('^') < 0 ? text : withRaised(RAISED, text);
    }

    private static String withRaised(Pattern marks, String text) {
        Matcher mark = marks.matcher(text);
        StringBuilder printed = new StringBuilder();
        int start = 0;
        while (mark.find()) {
            printed.append(text, start, mark.start());
            String before = printed.substring(Math.max(0, printed.length() - WORD));
            String note = noteMark(before, mark.group(1));
            printed.append(note == null ? raised(mark.group(1)) : note);
            start = mark.end();
        }
        return printed.append(text, start, text.length()).toString();
    }

    private static String inner(MatchResult found) {
        return quoted(found.group(1) == null ? found.group(2) : found.group(1));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    /** Superscript digits and signs as such; anything else as it is ("5^{th}" is 5th). */
    public static String raised(String text) {
        String content = text.strip();
        if (!content.matches("[-0-9+=()n,;–−‐⁻*†‡§a-h ]*") || content.matches("n?th|nd|st|rd")) {
            return content;
        }
        StringBuilder raised = new StringBuilder();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i) == '–' || content.charAt(i) == '−' || content.charAt(i) == '‐'
                    ? '-'
                    : content.charAt(i);
            int index = DIGITS.indexOf(c);
            if (c != ' ') {
                raised.append(index >= 0 ? RAISED_DIGITS.charAt(index) : c);
            }
        }
        return raised.toString();
    }

    /**
     * A note's letter, or several, raised and apart from the word that it stands at: the mark of a table's note is no part
     * of a drug's name. Null where this is no such mark.
     */
    public static @Nullable String noteMark(String before, String raised) {
        String content = raised.strip();
        if (content.matches("(?i)TM|SM") && before.matches(".*\\p{L}")) {
            return content.equalsIgnoreCase("TM") ? "™" : "℠";
        }
        if (content.matches("\\p{L}{3,}") && before.matches("(?s).*\\p{L}")) {
            return content.matches("[\\p{InGreek}]+|lle|ème") ? null : " " + content;
        }
        boolean letters = content.matches("[a-pr-z](?:\\s?[,;]?\\s?[a-pr-z]){0,4}")
                && !content.matches("th|nd|st|rd|er|me|re|lle|os|as");
        boolean variable = before.isEmpty() || before.matches("(?s).*(?:^|\\P{L})\\p{L}|.*[\\s(\\[]");
        boolean power = before.matches("(?s).*\\d") && content.matches("[nmkxy]");
        if (!letters || variable || power) {
            return null;
        }
        StringBuilder marks = new StringBuilder(" ");
        for (char c : content.toCharArray()) {
            int index = LETTERS.indexOf(c);
            marks.append(index < 0 ? String.valueOf(c) : RAISED_LETTERS.substring(index, index + 1));
        }
        return marks.toString();
    }

    private static String math(MatchResult found) {
        String inside = found.group(1);
        boolean formula = inside.matches(".*[\\\\^_{}].*")
                || inside.matches("[\\d\\s.,%<>=±+×/()≤≥-]{0,40}|\\s?[a-zA-Z]\\s?") && !inside.endsWith(" ");
        return quoted(formula ? Latex.plain(inside) : found.group());
    }
}
