/**
 * Bibliographic records as catalogues and reference managers export them: PubMed's {@code .nbib} and XML, RIS, EndNote's
 * {@code .enw}, BibTeX, CSL-JSON, Zotero's JSON; all become the same tagged records. In comes a file, out comes one paper a record, with its abstract as text. The invariant: a record's tags are
 * never taken for prose.
 */
@NullMarked
package dev.apatite.reading.record;

import org.jspecify.annotations.NullMarked;
