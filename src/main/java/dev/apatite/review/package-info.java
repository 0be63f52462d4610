/**
 * What readers add and keep: marks on findings, rows of their own, lists of papers, saved searches.
 *
 * <p>In comes a reader's judgement of a finding, out come all judgements by finding, and papers as they leave them
 * ({@link dev.apatite.review.ReaderRevisions}), which the index shows in place of its own. The invariant: what was said is
 * on disk before it is confirmed, nothing said before is ever overwritten, and the file survives every change of the index.
 *
 * <p>Each kind of record has a {@code RecordLog}: a file of JSON Lines beside the index, shared with other processes. A new
 * kind is a record, a {@code RecordLog.Follower} that folds records into what counts, and a façade like {@code Reviews}.
 */
@NullMarked
package dev.apatite.review;

import org.jspecify.annotations.NullMarked;
