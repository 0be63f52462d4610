/**
 * The rules of print and language that all formats share.
 *
 * <p>Each class answers one question about a piece of text, in whichever file it stood: what a heading means
 * ({@link dev.apatite.reading.shared.Headings}, with its table {@code headings.tsv}), whether a line is a caption
 * ({@link dev.apatite.reading.shared.Captions}), whether a paragraph begins with its heading
 * ({@link dev.apatite.reading.shared.RunInHeading}), which identifiers it names
 * ({@link dev.apatite.text.Identifiers}), what a masthead says about journal, volume and pages
 * ({@link dev.apatite.reading.shared.Masthead}), how two lines are joined
 * ({@link dev.apatite.reading.shared.LineEnds}), which characters a conversion has left behind
 * ({@link dev.apatite.reading.shared.ConversionMarks}).
 *
 * <p>Strings come in, strings and small records go out; nothing here knows where on a page or in a tree the text stood.
 * The invariant: each pattern takes time linear in the length of the text, for a paper is hostile until proven
 * otherwise.
 */
@NullMarked
package dev.apatite.reading.shared;

import org.jspecify.annotations.NullMarked;
