package dev.apatite.reading.pdf;

import dev.apatite.paper.PageStart;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfProse;
import java.util.ArrayList;
import java.util.List;

/** Where the pages begin in the text of one section, told from the lines that its paragraphs are made of. */
final class PdfPageStarts {
    private final int section;
    private final PdfProse prose;
    private final List<PageStart> found = new ArrayList<>();
    private int length;
    private int page;

    PdfPageStarts(int section, PdfProse prose) {
        this.section = section;
        this.prose = prose;
    }

    /** Goes on with the next paragraph; {@code text} is what its lines say. */
    void add(PdfParagraph paragraph, String text) {
        int start = length == 0 ? 0 : length + 1;
        List<PdfLine> lines = paragraph.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).page() != page) {
                page = lines.get(i).page();
                // A word that is broken across the pages is counted to the second one's, give or take its hyphen.
                int within = i == 0
                        ? 0
                        : Math.min(text.length(), prose.of(lines.subList(0, i)).length());
                found.add(new PageStart(section, start + within, page));
            }
        }
        length = start + text.length();
    }

    List<PageStart> found() {
        return found;
    }
}
