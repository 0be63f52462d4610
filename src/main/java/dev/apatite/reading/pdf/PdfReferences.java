package dev.apatite.reading.pdf;

import dev.apatite.reading.citation.ReferenceList;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of the reference list, gathered from where its heading stands. */
final class PdfReferences {
    private static final Pattern AFTER = Pattern.compile(
            "(?i)^(?:publisher[’']s note|springer nature remains|submit your (?:next )?manuscript|ready to submit|copyright\\b|©|\\(c\\) (?:19|20)|cite this article|how to cite"
                    + "|this article (?:was|is)|the authors? declare|conflict of interest|received:? \\d|pre-?publication history|supporting information|supplementary material|correspondence\\b|author affiliations).*");

    /** What no entry of a list says, wherever in the note it stands. */
    private static final Pattern RIGHTS = Pattern.compile(
            "©|(?i:\\bthis is an open[- ]access article|\\bcreative commons attribution|\\breceived:? .{4,30}[;,.] ?(?:revised|accepted):? )");

    private static final int LONGEST_NOTE = 1500;

    private final List<PdfParagraph> paragraphs = new ArrayList<>();

    void add(PdfParagraph paragraph) {
        paragraphs.add(paragraph);
    }

    boolean isEmpty() {
        return paragraphs.isEmpty();
    }

    /** Where a numbered reference list without a heading begins in the last third of the text, or null. */
    static @Nullable PdfParagraph unheadedStart(List<PdfBlock> blocks) {
        boolean headed = blocks.stream()
                .anyMatch(
                        block -> block instanceof PdfBlock.Heading heading && Headings.isReferenceList(heading.text()));
        PdfParagraph start = null;
        for (int i = blocks.size() / 2; i < blocks.size() && !headed; i++) {
            if (isEntry(blocks.get(i), 1)) {
                for (int j = i + 1; j < Math.min(blocks.size(), i + 4); j++) {
                    start = isEntry(blocks.get(j), 2) ? blocks.get(i).paragraph() : start;
                }
            }
        }
        return start;
    }

    private static boolean isEntry(PdfBlock block, int number) {
        String text = block instanceof PdfBlock.Prose prose ? prose.paragraph().rough() : "";
        return text.matches("(?s)[\\[(]?" + number + "[.)\\]]?\\s+\\p{Lu}.{20,}\\b(?:19|20)\\d\\d\\b.*");
    }

    /** Whether a paragraph says that the list is over. */
    static boolean ends(PdfParagraph paragraph) {
        String text = paragraph.rough();
        return AFTER.matcher(text).matches()
                || text.length() < LONGEST_NOTE && RIGHTS.matcher(text).find();
    }

    /** The printed lines, with where they start in their column. */
    List<ReferenceList.Line> lines() {
        float size = mainSize();
        List<ReferenceList.Line> lines = new ArrayList<>();
        PdfLine before = null;
        for (PdfParagraph paragraph : paragraphs) {
            float left = paragraph.lines().stream()
                    .map(PdfLine::x0)
                    .min(Float::compare)
                    .orElseThrow();
            left = Math.min(left, paragraph.left());
            for (PdfLine line : paragraph.lines()) {
                if (Math.abs(line.size() - size) > 0.9f) {
                    continue;
                }
                boolean gap = before == null
                        || before.page() != line.page()
                        || line.y() < before.y()
                        || line.y() - before.y() > 1.5f * size;
                lines.add(new ReferenceList.Line(line.text(), line.x0() - left, gap));
                before = line;
            }
        }
        return lines;
    }

    private float mainSize() {
        Map<Float, Integer> counts = new HashMap<>();
        for (PdfParagraph paragraph : paragraphs) {
            for (PdfLine line : paragraph.lines()) {
                counts.merge(line.size(), line.length(), Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }
}
