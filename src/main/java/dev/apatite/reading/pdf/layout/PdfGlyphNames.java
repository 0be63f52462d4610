package dev.apatite.reading.pdf.layout;

import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.jspecify.annotations.Nullable;

/**
 * Characters of glyphs that a font only names, by the rules of Adobe's Glyph List Specification: what stands behind a full
 * stop is the glyph's variant, underscores join the parts of a ligature ("f_f_i", "f_i.alt", "T_h").
 */
final class PdfGlyphNames {
    private PdfGlyphNames() {}

    /** What the font's name for the glyph says, or null where the font's own table knows better or it has no name. */
    static @Nullable String of(PDFont font, int code) {
        if (!(font instanceof PDSimpleFont simple) || simple.getEncoding() == null) {
            return null;
        }
        String name = simple.getEncoding().getName(code);
        if (name == null || name.equals(".notdef") || name.indexOf('_') < 0 && name.indexOf('.') <= 0) {
            return null;
        }
        String known = font.toUnicode(code, GlyphList.getAdobeGlyphList());
        return known == null || PdfCharacters.isUnreadable(known) ? unicode(name) : null;
    }

    /** The characters that a name stands for, or null where one of its parts is no known name. */
    static @Nullable String unicode(String name) {
        int stop = name.indexOf('.');
        String base = stop > 0 ? name.substring(0, stop) : name;
        StringBuilder text = new StringBuilder();
        for (String part : base.split("_", -1)) {
            String unicode =
                    part.isEmpty() ? null : GlyphList.getAdobeGlyphList().toUnicode(part);
            if (unicode == null) {
                return null;
            }
            text.append(unicode);
        }
        return text.toString();
    }
}
