package dev.apatite.reading;

import java.util.List;

/**
 * What was printed on a page, in the order of drawing.
 *
 * @param number from 1
 */
record PdfPage(int number, float width, float height, List<PdfGlyph> glyphs, List<PdfRule> rules) {}
