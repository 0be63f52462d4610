/**
 * A corpus folder becomes a complete index and a report.
 *
 * <p>In come a folder and an index, out comes an account of every file. The invariant: no file is skipped in silence, and
 * the index holds either the state before or the state after; only where there was none before, it holds whole papers of
 * what is to come, and knows that it does.
 *
 * <p>Where a run changes much, {@code WholeCorpus} compares the outlines of all papers; where it changes little,
 * {@code TouchedPart} looks up those that a changed paper may be the same as and what its references touch, with the same
 * outcome. Papers that did not change are seen by their outlines only. A paper without identifiers keeps its first id when its
 * file changes, as long as its title says that it is the same paper, and until the index is built anew, for another schema
 * or because it is damaged: then its id is that of the content which the file has by then.
 *
 * <p>Several processes may read one folder together ({@code SharedReading}): each file is read by whoever takes it,
 * who keeps it ({@code OwnReading}) and leaves what it takes to compare it ({@code SharedPapers}); one of them compares what
 * all of them read, and each annotates and writes what it read itself, as ordered ({@code SharedWriting}). What was taken by a
 * process that died is read by another, in reading as in writing; only the one that compared commits.
 */
@NullMarked
package dev.apatite.ingest;

import org.jspecify.annotations.NullMarked;
