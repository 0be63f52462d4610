/**
 * Web pages with an article in them.
 *
 * <p>In comes HTML, out comes a {@link dev.apatite.reading.draft.PaperDraft};
 * {@link dev.apatite.reading.html.MarkupReader} is the façade. {@code MarkupContent} finds the article among navigation
 * and asides, {@code MarkupBlocks} turns it into the blocks that the room {@code plain} reads, {@code MarkupMetadata} and
 * {@code MarkupLinkedData} read what the page says about the article in its head, and {@code MarkupReferences} the
 * reference list by its markup.
 *
 * <p>The invariant: what a page declares about itself goes before what it looks like. Not for scripts, styles or frames:
 * nothing is loaded or run.
 */
@NullMarked
package dev.apatite.reading.html;

import org.jspecify.annotations.NullMarked;
