package dev.apatite.reading.pdf;

import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A made-up paper for tests of pages: its title, its text in one wide column, and how it is printed and read. */
abstract class PrintedSheets {
    /** Where the column begins, in points from the left. */
    static final float LEFT = 50;
    /** How wide the column is, in points. */
    static final float WIDTH = 495;

    static final String TITLE = "Hard lumps that went soft in winter";
    static final List<String> TEXT = List.of(
            "A patient who never lived had lumps under the skin of both hands. They were treated with a drug that was",
            "made up for this page, and the lumps grew softer within four weeks of treatment, which nobody expected.");

    @TempDir
    Path folder;

    /** Prints a paper and reads it. */
    final PaperDraft read(PdfPrinter paper) throws IOException, ReadingException {
        try (paper) {
            return new PdfReader().read(paper.save(folder.resolve("paper.pdf")));
        }
    }

    /** A page with the title and a line of authors under it. */
    static PdfPrinter titled(String authors) {
        return new PdfPrinter()
                .text(PdfPrinter.BOLD, 18, LEFT, 60, TITLE)
                .text(PdfPrinter.ROMAN, 11, LEFT, 82, authors);
    }

    /** Adds three sections with two paragraphs each from a height on; 270 points in all. */
    static PdfPrinter body(PdfPrinter paper, float y) {
        float top = y;
        for (String heading : List.of("Introduction", "Methods", "Discussion")) {
            paper.text(PdfPrinter.BOLD, 12, LEFT, top, heading)
                    .block(10, LEFT, top + 16, WIDTH, TEXT)
                    .block(10, LEFT, top + 46, WIDTH, TEXT);
            top += 90;
        }
        return paper;
    }
}
