package dev.apatite.reading.pdf;

import dev.apatite.reading.pdf.layout.PdfFace;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what each paragraph is for: heading, text, caption, or an aside that belongs to no sentence. */
final class PdfFlow {
    /** So many headings within paragraphs, set alike, are no chance. */
    private static final int HABIT = 5;

    private static final int MOST_HEADINGS = 5;
    private static final int LONGEST_HEADING = 120;
    private static final int FEWEST_LINES = 3;
    private static final int FEWEST_LETTERS = 18;

    private final PdfTypography typography;
    private final PdfProse prose;
    private final List<PdfParagraph> paragraphs;
    private final Map<PdfParagraph, PdfBlock> known = new IdentityHashMap<>();
    private final Map<PdfParagraph, PdfRunIn> runIns = new IdentityHashMap<>();
    private final Set<PdfFace> habits = new HashSet<>();

    private PdfFlow(List<PdfParagraph> paragraphs, PdfTypography typography, PdfProse prose) {
        this.paragraphs = paragraphs;
        this.typography = typography;
        this.prose = prose;
    }

    /** The blocks in reading order. */
    static List<PdfBlock> of(List<PdfParagraph> paragraphs, PdfTypography typography, PdfProse prose) {
        PdfFlow flow = new PdfFlow(paragraphs, typography, prose);
        flow.captions();
        List<PdfParagraph> rest = paragraphs.stream()
                .filter(each -> !flow.known.containsKey(each))
                .toList();
        flow.known.putAll(new PdfHeadings(rest, flow.aboveCaptions(), typography, prose).find());
        flow.runIns();
        List<PdfBlock> blocks = new ArrayList<>();
        flow.emit(blocks);
        return blocks;
    }

    /**
     * Looks for the headings within paragraphs, and which of their styles come back often enough to be a habit. Entries of
     * the reference list, which begin alike too, make none.
     */
    private void runIns() {
        Map<PdfFace, Set<String>> headings = new HashMap<>();
        boolean references = false;
        for (PdfParagraph paragraph : paragraphs) {
            PdfBlock block = known.get(paragraph);
            if (block instanceof PdfBlock.Heading heading) {
                references = Headings.isReferenceList(heading.text());
            }
            PdfRunIn runIn = block != null || isAside(paragraph) ? null : PdfRunIn.of(paragraph, typography, prose);
            if (runIn != null && (!references || isKnownRunIn(runIn) || PdfHeadings.depth(runIn.heading()) > 1)) {
                runIns.put(paragraph, runIn);
                if (!references && typography.isBodySize(paragraph.size()) && runIn.isLikeHeading()) {
                    Set<String> alike = headings.computeIfAbsent(runIn.face(), face -> new HashSet<>());
                    alike.add(runIn.heading());
                    if (alike.size() >= HABIT) {
                        habits.add(runIn.face());
                    }
                }
            }
        }
    }

    private void emit(List<PdfBlock> blocks) {
        for (PdfParagraph paragraph : paragraphs) {
            if (swallowed.containsKey(paragraph)) {
                continue;
            }
            PdfBlock block = known.get(paragraph);
            if (block != null) {
                blocks.add(block);
            } else if (isAside(paragraph)) {
                blocks.add(new PdfBlock.Aside(paragraph, null));
            } else {
                text(paragraph, blocks);
            }
        }
    }

    private void text(PdfParagraph paragraph, List<PdfBlock> blocks) {
        PdfRunIn runIn = runIns.get(paragraph);
        int depth = runIn == null ? 0 : PdfHeadings.depth(runIn.heading());
        if (runIn == null || depth < 2 && !isKnownRunIn(runIn) && !isHabit(paragraph, runIn)) {
            blocks.add(new PdfBlock.Prose(paragraph));
            return;
        }
        String heading = runIn.heading().replaceAll("\\s*[.:—–]$", "");
        PdfParagraph holder = new PdfParagraph(paragraph.lines().subList(0, 1), paragraph.left(), paragraph.right());
        blocks.add(new PdfBlock.Heading(holder, heading, depth > 0 ? depth : 2));
        blocks.add(new PdfBlock.Prose(runIn.rest()));
    }

    private boolean isHabit(PdfParagraph paragraph, PdfRunIn runIn) {
        return habits.contains(runIn.face()) && typography.isBodySize(paragraph.size()) && runIn.isLikeHeading();
    }

    private static boolean isKnownRunIn(PdfRunIn runIn) {
        Headings.Meaning meaning = Headings.meaningOf(runIn.heading().replaceAll("[.:—–]$", ""));
        return meaning != null && meaning.whole();
    }

    private final Map<PdfParagraph, Boolean> swallowed = new IdentityHashMap<>();

    private void captions() {
        for (int i = 0; i < paragraphs.size(); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            PdfCaption caption = known.containsKey(paragraph) ? null : PdfCaption.of(paragraph.first(), typography);
            if (caption == null) {
                continue;
            }
            PdfParagraph whole = paragraph;
            int j = i + 1;
            while (j < paragraphs.size() && continuesCaption(whole, paragraphs.get(j))) {
                whole = whole.with(paragraphs.get(j));
                swallowed.put(paragraphs.get(j), true);
                known.put(paragraphs.get(j), new PdfBlock.Aside(paragraphs.get(j), null));
                j++;
            }
            known.put(paragraph, new PdfBlock.Caption(whole, caption));
            if (caption.table()) {
                unruledTable(j, whole, caption.label());
            }
        }
    }

    /** The paragraphs that stand right above a figure's caption. */
    private Set<PdfParagraph> aboveCaptions() {
        Set<PdfParagraph> above = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 1; i < paragraphs.size(); i++) {
            boolean caption = known.get(paragraphs.get(i)) instanceof PdfBlock.Caption block
                    && !block.caption().table();
            for (int j = i - 1;
                    caption
                            && j >= 0
                            && paragraphs.get(j).page() == paragraphs.get(i).page();
                    j--) {
                if (paragraphs.get(j).length() > 60) {
                    break;
                }
                above.add(paragraphs.get(j));
            }
        }
        return above;
    }

    private boolean continuesCaption(PdfParagraph caption, PdfParagraph next) {
        PdfLine last = caption.last();
        PdfLine line = next.first();
        float distance = line.y() - last.y();
        boolean near = next.page() == caption.page()
                && distance > 0
                && distance < 1.75f * Math.max(last.size(), line.size())
                && Math.abs(line.x0() - last.x0()) < 40;
        if (!near || PdfCaption.of(line, typography) != null || Math.abs(line.size() - last.size()) > 0.6f) {
            return false;
        }
        boolean small = !typography.isBodySize(line.size());
        boolean labelAlone = caption.length() < 12;
        boolean boldBefore = last.boldShare() > 0.9f && caption.lines().size() <= 3;
        return small || labelAlone || boldBefore && caption.first().size() == line.size() && !typography.isBody(line);
    }

    /** What stands below a table's caption and is not set like text is the table. */
    private void unruledTable(int from, PdfParagraph caption, String label) {
        for (int j = from; j < paragraphs.size(); j++) {
            PdfParagraph next = paragraphs.get(j);
            boolean sideways = next.page() != caption.page() || known.containsKey(next);
            boolean larger = j > from && isLargerHeading(j, caption, paragraphs.get(j - 1));
            if (sideways
                    || larger
                    || isText(next)
                    || isHeadingBelowTable(j)
                    || PdfCaption.of(next.first(), typography) != null) {
                return;
            }
            known.put(next, new PdfBlock.Aside(next, label));
        }
    }

    /** Whether below a table in small print a bold line in the text's own size stands over text. */
    private boolean isLargerHeading(int i, PdfParagraph caption, PdfParagraph row) {
        PdfParagraph paragraph = paragraphs.get(i);
        boolean larger = Math.max(caption.size(), row.size()) < typography.size() - 0.5f
                && paragraph.size() >= typography.size() - 0.3f;
        return larger
                && paragraph.lines().size() <= 2
                && paragraph.boldShare() > 0.9f
                && i + 1 < paragraphs.size()
                && isText(paragraphs.get(i + 1))
                && typography.isBodySize(paragraphs.get(i + 1).size());
    }

    /** Whether the heading of a main part stands here alone, above text or above further headings and then text. */
    private boolean isHeadingBelowTable(int i) {
        PdfParagraph paragraph = paragraphs.get(i);
        boolean heading = paragraph.lines().size() == 1
                && paragraph.length() < 60
                && Headings.meaningOf(paragraph.rough()) instanceof Headings.Meaning meaning
                && meaning.whole()
                && PdfHeadings.isTop(meaning.role());
        for (int j = i + 1; heading && j < Math.min(paragraphs.size(), i + MOST_HEADINGS); j++) {
            PdfParagraph next = paragraphs.get(j);
            if (isText(next) && next.length() > LONGEST_HEADING) {
                return true;
            }
            if (next.length() > LONGEST_HEADING || next.size() < typography.size() - 0.3f) {
                return false;
            }
        }
        return false;
    }

    private boolean isText(PdfParagraph paragraph) {
        boolean body = paragraph.lines().stream().filter(typography::isBodyLike).count() * 2
                > paragraph.lines().size();
        float width = paragraph.right() - paragraph.left();
        boolean wide = isFilled(paragraph, width)
                || paragraph.lines().stream().anyMatch(line -> line.width() > 0.8f * width && line.length() > 35);
        boolean heading = paragraph.size() >= typography.size() - 0.3f
                && paragraph.lines().size() <= 2
                && (paragraph.boldShare() > 0.9f
                                && (Headings.isKnown(paragraph.rough()) || paragraph.size() > typography.size() + 0.4f)
                        || PdfHeadings.depth(paragraph.rough()) > 1
                                && typography.isBodySize(paragraph.size())
                                && !typography.isBody(paragraph.first()));
        return heading || body && wide && cellsPerLine(paragraph) < 1.5f;
    }

    /** Whether nearly all of many lines run to the column's end, be that as narrow as it may. */
    private static boolean isFilled(PdfParagraph paragraph, float width) {
        List<PdfLine> lines = paragraph.lines();
        long full = lines.stream()
                .limit(lines.size() - 1)
                .filter(line -> line.width() > 0.8f * width && line.length() > FEWEST_LETTERS)
                .count();
        return lines.size() > FEWEST_LINES && full * 10 >= 9 * (lines.size() - 1);
    }

    private static float cellsPerLine(PdfParagraph paragraph) {
        float cells = 0;
        for (PdfLine line : paragraph.lines()) {
            cells += line.cells(1.5f * line.size()).size();
        }
        return cells / paragraph.lines().size();
    }

    /** Labels in drawings and loose cells: short pieces in another size than the text. */
    private boolean isAside(PdfParagraph paragraph) {
        if (typography.isBodySize(paragraph.size()) && typography.isBody(paragraph.first())) {
            return cellsPerLine(paragraph) >= 2.5f && paragraph.lines().size() > 1;
        }
        float average = (float) paragraph.length() / paragraph.lines().size();
        return average < 22 && paragraph.length() < 160 || cellsPerLine(paragraph) >= 2;
    }
}
