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
import java.util.Locale;
import java.util.Map;
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
     * @param tables what was taken off the pages before
     * @param text those that were no front matter
     */
    static void keep(
            List<PdfParagraph> paragraphs,
            List<PdfTable> tables,
            List<PdfParagraph> text,
            PdfProse prose,
            PaperDraft draft) {
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
        List<String> printed = printed(paragraphs, tables, prose);
        keepSentences(titlePage, printed, draft);
        Remainder.countLabels(draft, titlePage);
        keepRepeated(paragraphs, printed, body, prose, draft);
    }

    /** Footnotes of the title page whose words the paper says elsewhere too, in a table's note perhaps: no labels. */
    private static void keepSentences(List<String> titlePage, List<String> printed, PaperDraft draft) {
        Map<String, Integer> lacking = Remainder.lacking(draft, printed);
        for (String text : titlePage) {
            if (PdfImprint.isRunningText(text)
                    && !PdfImprint.isNotice(text)
                    && !isTitle(text, draft)
                    && Remainder.takeLost(text, lacking)) {
                draft.notes.add(text);
            }
        }
    }

    /** Whether a cover sheet or a citation prints the title again, which may be a question. */
    private static boolean isTitle(String text, PaperDraft draft) {
        return draft.title != null && draft.title.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** All that the pages print, paragraphs and cells. */
    private static List<String> printed(List<PdfParagraph> paragraphs, List<PdfTable> tables, PdfProse prose) {
        List<String> printed = new ArrayList<>();
        paragraphs.forEach(each -> printed.add(prose.of(each.lines())));
        tables.forEach(table -> table.rows().forEach(printed::addAll));
        return printed;
    }

    /** Lines whose words stand elsewhere too, and which were lost all the same: labels in drawings, a title cited. */
    private static void keepRepeated(
            List<PdfParagraph> paragraphs,
            List<String> printed,
            Set<PdfParagraph> body,
            PdfProse prose,
            PaperDraft draft) {
        Map<String, Integer> lacking = Remainder.lacking(draft, printed);
        // What says a thing again stands behind what says it first.
        List<String> kept = new ArrayList<>();
        for (PdfParagraph paragraph : paragraphs.reversed()) {
            if (lacking.isEmpty() || !body.contains(paragraph)) {
                continue;
            }
            List<PdfLine> lost = paragraph.lines().stream()
                    .filter(line -> Remainder.takeLost(line.text(), lacking))
                    .toList();
            if (!lost.isEmpty()) {
                kept.add(prose.of(lost));
            }
        }
        draft.unplaced.addAll(kept.reversed());
    }
}
