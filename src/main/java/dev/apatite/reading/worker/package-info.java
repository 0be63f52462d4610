/**
 * Reading in child processes: each file bounded in time, heap and output size.
 *
 * <p>{@link dev.apatite.reading.worker.ReaderPool} hands files to children that run
 * {@link dev.apatite.reading.worker.WorkerMain}; out come papers, or the reason in words. The invariant: a file that
 * hangs, exhausts memory or crashes its process costs only itself, and a child outlives neither its pool nor its parent.
 */
@NullMarked
package dev.apatite.reading.worker;

import org.jspecify.annotations.NullMarked;
