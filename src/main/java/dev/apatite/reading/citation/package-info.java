/**
 * What a paper cites: the reference list, its entries, their fields, and the marks in the text that point to them.
 *
 * <p>In come the lines of a list; {@link dev.apatite.reading.citation.ReferenceList} tells one entry from the next (by a
 * chain of labels, else by indentation, gaps and how entries begin) and
 * {@link dev.apatite.reading.citation.ReferenceParser} makes a {@link dev.apatite.paper.Reference} of each: a
 * linear-chain conditional random field labels each word ({@code Tagger}); identifiers are found by their form, and the
 * labelled runs are cut out of the printed text. The weights are a text file with readable features
 * ({@code weights.tsv.gz}), trained by {@code CitationTrainer} in the tests' source folder.
 * {@link dev.apatite.reading.citation.CitationMarks} finds the places in the text that cite an entry.
 *
 * <p>The invariant: every field is a piece of the printed text; nothing is corrected or completed. Not for finding the
 * list in a paper, and not for telling which entries of several papers are one work.
 */
@NullMarked
package dev.apatite.reading.citation;

import org.jspecify.annotations.NullMarked;
