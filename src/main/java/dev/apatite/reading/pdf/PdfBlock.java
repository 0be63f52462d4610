package dev.apatite.reading.pdf;

import dev.apatite.reading.pdf.layout.PdfParagraph;
import org.jspecify.annotations.Nullable;

/** A paragraph and what it is for. */
sealed interface PdfBlock {
    PdfParagraph paragraph();

    /** Text of a section. */
    record Prose(PdfParagraph paragraph) implements PdfBlock {}

    /**
     * A heading on lines of its own.
     *
     * @param level from 1
     */
    record Heading(PdfParagraph paragraph, String text, int level) implements PdfBlock {}

    /** The caption of a figure or table. */
    record Caption(PdfParagraph paragraph, PdfCaption caption) implements PdfBlock {}

    /** What belongs to no sentence: labels in figures, cells of unruled tables, footnotes. */
    record Aside(PdfParagraph paragraph, @Nullable String table) implements PdfBlock {}
}
