package dev.apatite.reading.pdf;

import dev.apatite.reading.byline.RaisedMarks;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfWord;

/** What is raised in a printed line, in the notation of {@link RaisedMarks}. */
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
                            ? RaisedMarks.raised(word.text())
                            : RaisedMarks.signed(word.text()));
        }
        return text.toString();
    }
}
