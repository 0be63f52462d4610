/**
 * A printed reference becomes its fields.
 *
 * <p>In comes one entry of a reference list, out comes a {@link dev.apatite.paper.Reference}. A linear-chain conditional
 * random field labels each word ({@link dev.apatite.reading.citation.Tagger}); identifiers are found by their form, and
 * the labelled runs are cut out of the printed text. The weights are a text file with readable features
 * (`citation/weights.tsv.gz`), trained by `CitationTrainer` in the tests' source folder. The invariant: every field is a
 * piece of the printed text; nothing is corrected or completed.
 */
@NullMarked
package dev.apatite.reading.citation;

import org.jspecify.annotations.NullMarked;
