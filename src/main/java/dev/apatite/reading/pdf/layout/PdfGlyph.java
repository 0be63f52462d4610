package dev.apatite.reading.pdf.layout;

/**
 * A printed character (or ligature) and where it stands, in points from the page's top left corner.
 *
 * @param y the baseline
 * @param size the type size as it appears on the page
 */
public record PdfGlyph(String text, float x, float y, float width, float size, PdfFace face) {
    float end() {
        return x + width;
    }

    boolean isSpace() {
        return text.isBlank();
    }
}
