package dev.apatite.reading.pdf;

import dev.apatite.paper.PageStart;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Table;
import dev.apatite.reading.byline.AddressText;
import dev.apatite.reading.citation.CitationMarks;
import dev.apatite.reading.citation.ReferenceList;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.pdf.layout.PdfText;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.LineEnds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Blocks become sections, captions and the reference list. */
final class PdfBody {
    private static final Pattern OPEN = Pattern.compile("[^.?!:;)\\]”\"⁰¹²³⁴-⁹]\\s*$");
    private static final Pattern CLOSED = Pattern.compile("[.?!:]['’”\")\\]]{0,2}[⁰¹²³⁴-⁹,–-]{0,12}$");

    private static final int SHORTEST_TEXT = 180;

    private final PdfTypography typography;
    private final PdfProse prose;
    private final float titleSize;
    private final PaperDraft draft;
    private final PdfReferences references = new PdfReferences();
    private final List<Open> sections = new ArrayList<>();
    private final List<PdfBlock.Caption> captions = new ArrayList<>();
    private final Map<String, List<PdfParagraph>> looseTables = new HashMap<>();
    private boolean inReferences;
    private boolean inFrontMatter;
    private @Nullable PdfStyle referenceStyle;
    private @Nullable PdfParagraph next;

    /**
     * A body for one draft.
     *
     * @param titleSize the size that the paper's title is set in; 0 where it has none
     */
    PdfBody(PdfTypography typography, PdfProse prose, float titleSize, PaperDraft draft) {
        this.titleSize = titleSize;
        this.typography = typography;
        this.prose = prose;
        this.draft = draft;
    }

    /**
     * Puts the blocks into the draft.
     *
     * @return the title of a further article behind the reference list, or null
     */
    @Nullable
    PdfParagraph fill(List<PdfBlock> blocks, List<PdfTable> tables) {
        PdfParagraph unheaded = PdfReferences.unheadedStart(blocks);
        for (PdfBlock block : blocks) {
            inReferences |= block.paragraph() == unheaded;
            switch (block) {
                case PdfBlock.Heading heading -> heading(heading);
                case PdfBlock.Prose text -> prose(text.paragraph());
                case PdfBlock.Caption caption -> captions.add(caption);
                case PdfBlock.Aside aside -> aside(aside);
            }
        }
        write();
        captions(tables);
        ReferenceParser parser = new ReferenceParser();
        for (ReferenceList.Entry entry : ReferenceList.split(references.lines())) {
            draft.references.add(parser.parse(entry.label(), entry.raw()));
        }
        draft.citations.addAll(CitationMarks.find(draft.sections, draft.references));
        return next;
    }

    private void aside(PdfBlock.Aside aside) {
        if (inReferences && !inFrontMatter && aside.table() == null) {
            references.add(aside.paragraph());
        } else if (aside.table() != null) {
            looseTables
                    .computeIfAbsent(aside.table(), label -> new ArrayList<>())
                    .add(aside.paragraph());
        }
    }

    private void heading(PdfBlock.Heading heading) {
        Headings.Meaning meaning = Headings.meaningOf(heading.text());
        inFrontMatter = meaning != null && meaning.whole() && meaning.role() == Headings.Role.FRONT;
        if (inFrontMatter) {
            inReferences = false;
            return;
        }
        if (Headings.isReferenceList(heading.text())) {
            inReferences = true;
            referenceStyle = PdfStyle.of(heading.paragraph());
            return;
        }
        if (inReferences && isTitleOfNext(heading)) {
            inReferences = false;
            next = next == null ? heading.paragraph() : next;
            draft.warn("a second article seems to begin with \u201c" + heading.text()
                    + "\u201d; it was kept as text of this paper");
        }
        if (inReferences) {
            boolean sameStyle = PdfStyle.of(heading.paragraph()).equals(referenceStyle);
            if (!sameStyle && !Headings.isKnown(heading.text())) {
                references.add(heading.paragraph());
                return;
            }
            inReferences = false;
        }
        sections.add(new Open(kind(heading), heading.text(), heading.level()));
    }

    /** Whether a heading behind the reference list is set like the paper's title. */
    private boolean isTitleOfNext(PdfBlock.Heading heading) {
        float size = heading.paragraph().size();
        return !references.isEmpty()
                && titleSize > typography.size() + 0.9f
                && Math.abs(size - titleSize) < 0.6f
                && heading.text().indexOf(' ') > 0
                && !Headings.isKnown(heading.text());
    }

    private SectionKind kind(PdfBlock.Heading heading) {
        for (int i = sections.size() - 1; i >= 0; i--) {
            Open above = sections.get(i);
            if (above.level < heading.level()) {
                return Headings.kindWithin(heading.text(), above.kind);
            }
        }
        SectionKind kind = Headings.kindOf(heading.text());
        boolean second = kind == SectionKind.ABSTRACT
                && draft.sections.stream().anyMatch(section -> section.kind() == SectionKind.ABSTRACT);
        return second ? SectionKind.OTHER : kind;
    }

    private void prose(PdfParagraph paragraph) {
        if (inFrontMatter && !isRunningText(paragraph)) {
            return;
        }
        if (inFrontMatter) {
            // The text goes on below a box of details that had a heading of its own.
            inFrontMatter = false;
        }
        if (inReferences) {
            if (PdfReferences.ends(paragraph) && !references.isEmpty()) {
                inReferences = false;
                sections.add(new Open(SectionKind.OTHER, null, 1));
            } else {
                references.add(paragraph);
                return;
            }
        }
        if (sections.isEmpty()) {
            sections.add(new Open(SectionKind.OTHER, null, 1));
        }
        Open section = sections.getLast();
        int at = section.paragraphs.size() - 1;
        while (at >= 0 && at > section.paragraphs.size() - 4 && isFootnote(section.paragraphs.get(at), paragraph)) {
            at--;
        }
        if (at >= 0 && continues(section.paragraphs.get(at), paragraph)) {
            section.paragraphs.set(at, section.paragraphs.get(at).with(paragraph));
        } else {
            section.paragraphs.add(paragraph);
        }
    }

    /** Whether a paragraph is set like the text and holds sentences. */
    private boolean isRunningText(PdfParagraph paragraph) {
        String text = paragraph.rough();
        return typography.isBody(paragraph.first())
                && paragraph.length() > SHORTEST_TEXT
                && LineEnds.isSentence(text)
                && !AddressText.isNotice(text);
    }

    /** Whether what stands before is smaller than the text around it. */
    private boolean isFootnote(PdfParagraph before, PdfParagraph next) {
        return typography.isBodySize(next.size()) && before.size() < next.size() - 0.45f;
    }

    /** Whether a sentence goes on from one column or page to the next, or around a figure. */
    private static boolean continues(PdfParagraph before, PdfParagraph next) {
        if (Math.abs(before.last().size() - next.first().size()) > 0.5f) {
            return false;
        }
        String end = before.last().text();
        String start = next.first().text();
        boolean lower = Character.isLowerCase(start.codePointAt(0));
        boolean hyphen = end.endsWith("-");
        if (hyphen || lower && !CLOSED.matcher(end).find()) {
            return true;
        }
        boolean elsewhere = next.page() != before.last().page()
                || next.first().y() < before.last().y();
        return elsewhere && endsFull(before) && OPEN.matcher(end).find();
    }

    private static boolean endsFull(PdfParagraph paragraph) {
        return paragraph.last().x1()
                > paragraph.right() - 2.5f * paragraph.last().size();
    }

    private void write() {
        boolean structured = sections.stream()
                .anyMatch(section -> section.kind == SectionKind.METHODS
                        || section.kind == SectionKind.DISCUSS
                        || section.kind == SectionKind.CASE);
        for (int i = 0; i < sections.size(); i++) {
            Open section = sections.get(i);
            boolean opening = i == 0 && section.heading == null && structured;
            List<String> texts = new ArrayList<>();
            PdfPageStarts pages = new PdfPageStarts(draft.sections.size(), prose);
            for (PdfParagraph paragraph : section.paragraphs) {
                String text = prose.of(paragraph.lines());
                if (!text.isBlank()) {
                    texts.add(text);
                    pages.add(paragraph, text);
                }
            }
            if (section.heading != null || !texts.isEmpty()) {
                draft.sections.add(
                        new Section(opening ? SectionKind.INTRO : section.kind, section.heading, section.level, texts));
                draft.pages.addAll(pages.found());
            }
        }
    }

    private void captions(List<PdfTable> tables) {
        Map<String, Integer> byLabel = new HashMap<>();
        for (PdfBlock.Caption block : captions) {
            String text = prose.of(block.paragraph().lines());
            PdfCaption whole = PdfCaption.of(text);
            String caption = whole == null ? text : whole.rest();
            String label = block.caption().label();
            if (byLabel.containsKey(label) && caption.length() < 40) {
                continue;
            }
            byLabel.put(label, draft.sections.size());
            draft.pages.add(
                    new PageStart(draft.sections.size(), 0, block.paragraph().page()));
            SectionKind kind = block.caption().table() ? SectionKind.TABLE : SectionKind.FIG;
            draft.sections.add(new Section(kind, label, 1, caption.isBlank() ? List.of() : List.of(caption)));
        }
        for (PdfTable table : tables) {
            draft.tables.add(new Table(byLabel.getOrDefault(table.label(), -1), table.rows()));
        }
        looseTables.forEach((label, paragraphs) -> {
            List<List<String>> rows = new ArrayList<>();
            for (PdfParagraph paragraph : paragraphs) {
                for (PdfLine line : paragraph.lines()) {
                    rows.add(line.cells(line.size()).stream().map(PdfText::of).toList());
                }
            }
            draft.tables.add(new Table(byLabel.getOrDefault(label, -1), rows));
        });
    }

    /** A section while its paragraphs are gathered. */
    private static final class Open {
        private final SectionKind kind;
        private final @Nullable String heading;
        private final int level;
        private final List<PdfParagraph> paragraphs = new ArrayList<>();

        Open(SectionKind kind, @Nullable String heading, int level) {
            this.kind = kind;
            this.heading = heading;
            this.level = level;
        }
    }
}
