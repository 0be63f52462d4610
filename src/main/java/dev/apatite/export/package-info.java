/**
 * Papers and rows in the formats that other programs read: RIS, BibTeX, CSL-JSON, CSV, JSON Lines, BioC-JSON.
 *
 * <p>In come papers, findings and patients one at a time, out comes text in UTF-8 as they come. The invariant: nothing is
 * held back for the end but what a format's closing needs, and a cell never begins a formula.
 */
@NullMarked
package dev.apatite.export;

import org.jspecify.annotations.NullMarked;
