package dev.apatite.reading.pdf;

import dev.apatite.reading.byline.MarkedText;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfWord;

/** What is raised in a printed line, in the notation of {@link MarkedText}. */
final class PdfMarks {
    private PdfMarks() {}

    /** A line of print: its raised words, and signs that always are marks. */
    static String of(PdfLine line) {
        StringBuilder text = new StringBuilder();
        for (PdfWord word : line.words()) {
            if (word.spaced() && !text.isEmpty()) {
                text.append(' ');
            }
            text.append(
                    word.script() == PdfWord.Script.SUPER
                            ? MarkedText.raised(word.text())
                            : MarkedText.signed(word.text()));
        }
        return text.toString();
    }
}
