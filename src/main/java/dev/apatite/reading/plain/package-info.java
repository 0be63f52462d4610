/**
 * Plain text and Markdown, and whatever other rooms turn into blocks of text.
 *
 * <p>In comes text, out comes a {@link dev.apatite.reading.draft.PaperDraft};
 * {@link dev.apatite.reading.plain.TextReader} is the façade. {@code TextBlocks} cuts the text into
 * {@link dev.apatite.reading.plain.TextBlock}s at empty lines and marked headings, {@code FrontMatter} takes title,
 * authors and addresses, {@code PageFurniture} drops what pages repeat, {@code TextBody} and {@code TextSections} make
 * sections of the rest, and lines are joined into paragraphs ({@code TextParagraphs}).
 *
 * <p>The invariant: a block is either front matter, furniture or text; nothing is both, nothing neither.
 */
@NullMarked
package dev.apatite.reading.plain;

import org.jspecify.annotations.NullMarked;
