package dev.apatite.reading.pdf.layout;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Words become text again. Lowered parts stay with their word; raised numbers (citation marks, exponents) become
 * superscript characters, which are no part of the word before them; raised letters of an ordinal stay letters.
 */
public final class PdfText {
    private static final Pattern WORD = Pattern.compile("\\p{L}\\p{L}");
    private static final Pattern CHARGE = Pattern.compile("\\d{0,2}[+−–-]\\d{0,2}");
    private static final Pattern ISOTOPE = Pattern.compile("\\d{2,3}m?");
    private static final Pattern ELEMENT = Pattern.compile("^\\p{Lu}\\p{Ll}?(?!\\p{L})");
    private static final String PLAIN = "0123456789+abcdefghijklmnoprstuvwxyz";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";

    private PdfText() {}

    /** The text of a line's words. */
    public static String of(List<PdfWord> words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            PdfWord word = words.get(i);
            boolean raised = word.script() == PdfWord.Script.SUPER;
            boolean joined = i + 1 < words.size() && !words.get(i + 1).spaced();
            boolean leading = joined && (i == 0 || word.spaced());
            String text =
                    raised ? raised(word.text(), leading ? words.get(i + 1).text() : "") : word.text();
            if (!out.isEmpty()
                    && word.spaced()
                    && !clings(words, i, joined)
                    && !Character.isWhitespace(out.charAt(out.length() - 1))) {
                out.append(' ');
            }
            out.append(text);
        }
        return out.toString();
    }

    /** Whether a raised mark belongs to the word before it although a thin space stands between. */
    private static boolean clings(List<PdfWord> words, int i, boolean joined) {
        PdfWord word = words.get(i);
        return word.script() == PdfWord.Script.SUPER
                && !joined
                && word.x0() - words.get(i - 1).x1() < 0.3f * words.get(i - 1).size()
                && words.get(i - 1).script() != PdfWord.Script.SUPER;
    }

    private static String raised(String text, String next) {
        if (!next.isEmpty()
                && ISOTOPE.matcher(text).matches()
                && ELEMENT.matcher(next).find()) {
            return text;
        }
        if (CHARGE.matcher(text).matches()) {
            return superscript(text.replace('−', '-').replace('–', '-').replace("-", "⁻"));
        }
        return WORD.matcher(text).find() ? text : superscript(text);
    }

    private static String superscript(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int at = PLAIN.indexOf(text.charAt(i));
            out.append(at < 0 ? text.charAt(i) : RAISED.charAt(at));
        }
        return out.toString();
    }
}
