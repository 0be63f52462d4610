/**
 * Word, OpenDocument, RTF and EPUB.
 *
 * <p>In comes a file, out comes a {@link dev.apatite.reading.draft.PaperDraft};
 * {@link dev.apatite.reading.office.OfficeReader} is the façade. Tika turns the file into HTML, within bounds on what it
 * unpacks ({@code ZipBounds}), and the room {@code html} reads that. Not for macros, embedded files or links: they are
 * not followed.
 */
@NullMarked
package dev.apatite.reading.office;

import org.jspecify.annotations.NullMarked;
