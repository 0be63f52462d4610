/**
 * What every reader fills and hands on: {@link dev.apatite.reading.draft.PaperDraft}, a paper while it is being read.
 *
 * <p>In comes nothing; out goes the draft's {@link dev.apatite.paper.Paper}. Beside it stand the contract of a reader
 * ({@link dev.apatite.reading.draft.FormatReader}), the exception that says in words why a file is no paper, and the
 * bounds that hostile files run into ({@link dev.apatite.reading.draft.Bounds}). The invariant: a draft knows nothing of
 * the format that it comes from. Not for rules of language or print; those stand in {@code shared} and above.
 */
@NullMarked
package dev.apatite.reading.draft;

import org.jspecify.annotations.NullMarked;
