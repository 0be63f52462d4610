/**
 * Scores of reading, recognition and ranking against gold files.
 *
 * <p>In come gold files and what Apatite makes of the texts, out come tables of precision, recall and F1. The invariant:
 * a score counts every gold row, and what is wrong can be listed.
 */
@NullMarked
package dev.apatite.evaluation;

import org.jspecify.annotations.NullMarked;
