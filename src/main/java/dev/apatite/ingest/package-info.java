/**
 * A corpus folder becomes a complete index and a report.
 *
 * <p>In come a folder and an index, out comes an account of every file. The invariant: no file is skipped in silence, and
 * the index holds either the state before or the state after, never one between.
 */
@NullMarked
package dev.apatite.ingest;

import org.jspecify.annotations.NullMarked;
