package dev.apatite.reading.pdf;

import dev.apatite.reading.pdf.layout.PdfFace;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfTypography;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The label at the head of a caption, and what stands behind it on the same line.
 *
 * @param label "Figure 1", as printed, without the punctuation behind it
 */
record PdfCaption(String label, String rest, boolean table) {
    private static final Pattern LABEL =
            Pattern.compile("^((?:(?:Supplementa(?:ry|l)|Extended Data|Online|Appendix|Additional)\\s)?"
                    + "(Fig(?:ure)?s?|FIG(?:URE)?S?|Table|TABLE|Tab|TAB|Box|BOX|Scheme|SCHEME|Chart|CHART|Plate|Graph|Image|Photo"
                    + "|Algorithm|Video)\\.?\\s?"
                    + "((?:[SA]-?)?\\d{1,3}(?:\\s?[A-Za-z](?![\\p{L}]))?(?:[.-]\\d{1,2})?|[IVXL]{1,6}(?!\\p{L})))"
                    + "\\s*+([.:|–—-]?)\\s*+(.*)$");
    private static final Pattern IN_TEXT = Pattern.compile(
            "^(?:and|or|shows?|showed|presents?|depicts?|illustrates?|lists?|summari[sz]es?|gives?|provides?|displays?|demonstrates?"
                    + "|contains?|describes?|reports?|compares?|indicates?|is|are|was|were|has|have|in|for|of|to|we|,|\\)|;)\\b?.*");

    /** The caption that the text begins, or null. */
    static @Nullable PdfCaption of(String text) {
        Matcher matcher = LABEL.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        boolean table = matcher.group(2).toLowerCase(Locale.ROOT).startsWith("tab");
        return new PdfCaption(matcher.group(1), matcher.group(5), table);
    }

    /** The caption that a line begins, judged by its type too: a sentence may begin with "Figure 1 shows". */
    static @Nullable PdfCaption of(PdfLine line, PdfTypography typography) {
        String text = line.text();
        if (text.isEmpty() || "FTBSCPGIAVEO".indexOf(text.charAt(0)) < 0) {
            return null;
        }
        PdfCaption caption = of(text);
        if (caption == null) {
            return null;
        }
        Matcher matcher = LABEL.matcher(text.strip());
        boolean marked = matcher.matches() && !matcher.group(4).isEmpty();
        PdfFace first = line.words().getFirst().face();
        boolean otherStyle = !typography.isBodySize(line.size())
                || first.bold() && !typography.bold()
                || !first.family().equals(typography.family());
        boolean alone = caption.rest.isEmpty();
        boolean inText = IN_TEXT.matcher(caption.rest).matches();
        boolean starts = caption.rest.isEmpty() || !Character.isLowerCase(caption.rest.codePointAt(0));
        return !inText && (alone || marked || otherStyle && (starts || first.bold())) ? caption : null;
    }
}
