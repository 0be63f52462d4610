/**
 * Bibliographic records as catalogues and reference managers export them: PubMed's {@code .nbib}, RIS, EndNote's
 * {@code .enw}. In comes a file, out comes one paper a record, with its abstract as text. The invariant: a record's tags are
 * never taken for prose.
 */
@NullMarked
package dev.apatite.reading.record;

import org.jspecify.annotations.NullMarked;
