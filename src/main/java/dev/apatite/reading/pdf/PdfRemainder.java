package dev.apatite.reading.pdf;

import dev.apatite.reading.draft.Furniture;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.Remainder;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Keeps what no rule has placed: small print of the title page as notes, anything else (labels in drawings, loose cells,
 * whatever was misunderstood) as text that could not be placed.
 */
final class PdfRemainder {
    private PdfRemainder() {}

    /**
     * Looks through all paragraphs once the draft is full.
     *
     * @param text those that were no front matter
     */
    static void keep(List<PdfParagraph> paragraphs, List<PdfParagraph> text, PdfProse prose, PaperDraft draft) {
        Remainder remainder = Remainder.of(draft);
        Set<PdfParagraph> body = Collections.newSetFromMap(new IdentityHashMap<>());
        body.addAll(text);
        List<String> titlePage = new ArrayList<>();
        for (PdfParagraph paragraph : paragraphs) {
            if (paragraph.length() < 60 && Headings.isReferenceList(paragraph.rough())) {
                draft.furniture.add(Furniture.Kind.LABEL, paragraph.rough());
                continue;
            }
            List<String> lines = paragraph.lines().stream().map(PdfLine::text).toList();
            if (!body.contains(paragraph)) {
                titlePage.add(prose.of(paragraph.lines()));
            }
            List<Integer> gone = remainder.lost(lines);
            // Where most of a paragraph is lost, its other lines only look like ones that are not.
            List<PdfLine> lost = 2 * gone.size() >= lines.size() && !gone.isEmpty()
                    ? paragraph.lines()
                    : gone.stream().map(paragraph.lines()::get).toList();
            if (!lost.isEmpty()) {
                (body.contains(paragraph) ? draft.unplaced : draft.notes).add(prose.of(lost));
            }
        }
        Remainder.countLabels(draft, titlePage);
    }
}
