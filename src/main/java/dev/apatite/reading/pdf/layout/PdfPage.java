package dev.apatite.reading.pdf.layout;

import java.util.List;

/**
 * What was printed on a page, in the order of drawing.
 *
 * @param number from 1
 */
public record PdfPage(int number, float width, float height, List<PdfGlyph> glyphs, List<PdfRule> rules) {}
