/**
 * What the parts of a printed page mean.
 *
 * <p>In comes a PDF, out comes a {@link dev.apatite.reading.draft.PaperDraft}; {@link dev.apatite.reading.pdf.PdfReader}
 * is the façade. In order: the layout is read (room {@code layout}: characters, lines, columns, paragraphs); running
 * heads, page numbers and margins are set aside ({@code PdfFurniture}); tables leave the text ({@code PdfTables}); title,
 * authors, addresses and abstract leave it ({@code PdfFrontMatter} and what it asks); what is left flows on across
 * columns and pages ({@code PdfFlow}: captions aside, torn paragraphs joined, headings told from text), and becomes
 * sections and a reference list ({@code PdfBody}). Where a title, authors and text begin anew behind the list, they are
 * an article of their own ({@code PdfArticles}). The imprint (journal, volume, pages, DOI) is read from what was set
 * aside and from the first page ({@code PdfImprint}).
 *
 * <p>The invariant: words are those of the text layer or, for a scan, of the recogniser, in printed order; a part that no
 * rule knows is text of the section in which it stands. Not for words within a line: those are the layout's.
 */
@NullMarked
package dev.apatite.reading.pdf;

import org.jspecify.annotations.NullMarked;
