/**
 * A file's bytes become a {@link dev.apatite.paper.Paper}: metadata, sections, tables, references.
 *
 * <p>In comes a path within a corpus folder, out comes a paper or a {@link dev.apatite.reading.ReadingException} that
 * says in words why there is none. The invariant: nothing outside the file is read, nothing is invented, and what could
 * not be read is a warning of the paper.
 */
@NullMarked
package dev.apatite.reading;

import org.jspecify.annotations.NullMarked;
