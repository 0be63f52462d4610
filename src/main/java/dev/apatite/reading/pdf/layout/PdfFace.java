package dev.apatite.reading.pdf.layout;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/** A typeface as far as reading needs it. */
public record PdfFace(String family, boolean bold, boolean italic) {
    private static final Pattern SUBSET = Pattern.compile("^(?:[A-Z]{6}\\+)*+(?:(?:[A-Z][a-z]{5}){1,3}(?=Adv))?");
    private static final Pattern BOLD = Pattern.compile(
            "bold|black|heavy|demi|cmbx|-bd|[a-z]bd$|-b$|-sb|medi$|\\.b(?:i)?$|advot[a-z0-9]{1,12}\\.b");
    private static final Pattern ITALIC =
            Pattern.compile("ital|obliq|slant|cmti|-it$|-i$|[a-z]it$|-bi$|-bdit|\\.i$|\\.bi$|-regula?rit");

    /** The face of a PDF font, judged by its name and its descriptor. */
    static PdfFace of(@Nullable PDFont font) {
        if (font == null) {
            return new PdfFace("", false, false);
        }
        String printed = font.getName() == null ? "" : font.getName();
        String name = SUBSET.matcher(printed).replaceFirst("");
        String lower = name.toLowerCase(Locale.ROOT);
        boolean bold = BOLD.matcher(lower).find();
        boolean italic = ITALIC.matcher(lower).find();
        PDFontDescriptor descriptor = font.getFontDescriptor();
        if (descriptor != null) {
            bold |= descriptor.isForceBold() || descriptor.getFontWeight() >= 600;
            italic |= descriptor.isItalic() || descriptor.getItalicAngle() != 0;
        }
        return new PdfFace(name, bold, italic);
    }
}
