/**
 * Where and how the characters of a PDF are printed: glyphs, words, lines, columns, paragraphs.
 *
 * <p>In come the pages of a document; {@link dev.apatite.reading.pdf.layout.PdfStripper} takes their glyphs and rules
 * (within {@link dev.apatite.reading.pdf.layout.PdfBounds}), or {@link dev.apatite.reading.pdf.layout.PdfOcr} recognises
 * them in a scan. {@link dev.apatite.reading.pdf.layout.PdfSegments} makes lines that cross no column,
 * {@link dev.apatite.reading.pdf.layout.PdfTypography} says what is usual in this paper,
 * {@link dev.apatite.reading.pdf.layout.PdfColumns} puts lines into the order of reading,
 * {@link dev.apatite.reading.pdf.layout.PdfParagraphs} groups them, and
 * {@link dev.apatite.reading.pdf.layout.PdfProse} joins them into running text.
 *
 * <p>Lengths are PDF points, y grows downwards from the top of the page, as printed. The invariant: each glyph of the
 * text layer that is visible stands in exactly one line. Not for what the text means: nothing here knows a heading.
 */
@NullMarked
package dev.apatite.reading.pdf.layout;

import org.jspecify.annotations.NullMarked;
