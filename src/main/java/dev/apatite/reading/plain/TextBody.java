package dev.apatite.reading.plain;

import dev.apatite.paper.SectionKind;
import dev.apatite.reading.citation.ReferenceList;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.plain.TextBlock.Shape;
import dev.apatite.reading.shared.Captions;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.Headings.Meaning;
import dev.apatite.reading.shared.Headings.Role;
import dev.apatite.reading.shared.Keywords;
import dev.apatite.reading.shared.LineEnds;
import dev.apatite.reading.shared.RunInHeading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the blocks behind the title page: headings, paragraphs, captions, tables, keywords, reference list. */
final class TextBody {
    static final Pattern ITEM = Pattern.compile("^(?:[-*•●▪◦–]|\\(?\\d{1,2}[.)]|\\(?[a-z]\\))\\s+.*");
    private static final Pattern BULLET = Pattern.compile("^[-*•●▪◦–]\\s+");

    private final List<TextBlock> blocks;
    private final PageFurniture furniture;
    private final PaperDraft draft;
    private final boolean levelled;
    private final TextHeadings headings;
    private final TextSections sections = new TextSections();
    private final List<ReferenceList.Line> references = new ArrayList<>();
    private State state = State.TEXT;

    private static final int LONGEST_KEYWORDS = 250;

    private enum State {
        TEXT,
        KEYWORDS,
        ADDRESSES,
        REFERENCES
    }

    TextBody(List<TextBlock> blocks, PageFurniture furniture, PaperDraft draft, boolean levelled) {
        this.levelled = levelled;
        this.blocks = blocks;
        this.headings = new TextHeadings(blocks, sections);
        this.furniture = furniture;
        this.draft = draft;
    }

    /** The lines of the reference list, for its own splitter. */
    List<ReferenceList.Line> references() {
        return references;
    }

    void read(int from) {
        for (int i = from; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            boolean list = state == State.REFERENCES;
            if (list ? furniture.takesInList(block) : furniture.takes(block)) {
                continue;
            }
            Captions.Caption caption = block.shape() == Shape.TABLE ? null : Captions.of(block.text());
            if (caption != null) {
                sections.caption(caption);
            } else if (!heading(block, i)) {
                content(block);
            }
        }
        sections.addTo(draft);
    }

    private boolean heading(TextBlock block, int i) {
        if (block.shape() == Shape.TABLE) {
            return false;
        }
        String text = block.text();
        Meaning known = TextHeadings.known(block, text);
        if (state == State.REFERENCES && (known == null || !leavesReferences(known, block))) {
            return false;
        }
        if (known != null && known.role() == Role.OTHER && block.shape() == Shape.PLAIN && !headings.nextIsText(i)) {
            known = null;
        }
        if (known == null && !headings.isUnknown(i, state == State.ADDRESSES)) {
            return false;
        }
        open(text, known, block);
        return true;
    }

    private static boolean leavesReferences(Meaning meaning, TextBlock block) {
        return meaning.role() != Role.REFERENCES
                && meaning.role() != Role.FRONT
                && (meaning.strong() || block.shape() != Shape.PLAIN);
    }

    private void open(String printed, @Nullable Meaning meaning, @Nullable TextBlock block) {
        String heading = Headings.printed(printed);
        Role role = meaning == null ? Role.OTHER : meaning.role();
        state = switch (role) {
            case REFERENCES -> State.REFERENCES;
            case KEYWORDS -> State.KEYWORDS;
            case FRONT -> State.ADDRESSES;
            default -> State.TEXT;
        };
        if (state != State.TEXT) {
            return;
        }
        int level = level(heading, meaning, block);
        SectionKind kind = level > 1 ? Headings.kindWithin(heading, sections.kindAbove(level)) : role.kind();
        if (role == Role.ABSTRACT && sections.has(SectionKind.DISCUSS) && !sections.has(SectionKind.CONCL)) {
            kind = SectionKind.CONCL;
        }
        sections.open(kind, heading, level);
    }

    /** A number's depth, else 1 for what is usually a top heading, 2 for cases in a series and unknown headings. */
    private int level(String heading, @Nullable Meaning meaning, @Nullable TextBlock block) {
        if (levelled && block != null && block.shape() == Shape.HEADING) {
            return block.level();
        }
        if (heading.matches("\\d{1,2}(?:\\.\\d{1,2}){1,4}\\s.*")) {
            return (int) heading.split("\\s", 2)[0]
                            .chars()
                            .filter(c -> c == '.')
                            .count()
                    + 1;
        }
        boolean numberedCase = meaning != null
                && meaning.role() == Role.CASE
                && heading.matches("(?i).*\\b(?:\\d{1,2}|[IVX]{1,4}|one|two|three|four|five)");
        if (numberedCase) {
            return sections.kind() == SectionKind.CASE || sections.kindAbove(2) == SectionKind.CASE ? 2 : 1;
        }
        if (meaning != null && meaning.strong()) {
            return 1;
        }
        boolean top = sections.isEmpty()
                || sections.kindAbove(2) == SectionKind.OTHER && !sections.has(SectionKind.INTRO)
                || block != null && block.level() == 1;
        return top ? 1 : 2;
    }

    private void content(TextBlock block) {
        switch (state) {
            case REFERENCES -> list(block);
            case KEYWORDS -> {
                state = State.TEXT;
                if (block.text().length() > LONGEST_KEYWORDS && LineEnds.isSentence(block.text())) {
                    // The list stood beside the abstract, which goes on.
                    text(block);
                } else {
                    draft.keywords.addAll(Keywords.split(block.text()));
                    afterKeywords();
                }
            }
            case ADDRESSES -> {
                if (FrontMatter.isParagraph(block) || RunInHeading.of(block.text()) != null) {
                    state = State.TEXT;
                    text(block);
                }
            }
            case TEXT -> text(block);
        }
    }

    private void list(TextBlock block) {
        boolean first = true;
        for (String line : block.lines()) {
            references.add(new ReferenceList.Line(line.replace('\t', ' '), null, first));
            first = false;
        }
    }

    private void text(TextBlock block) {
        if (block.shape() == Shape.TABLE) {
            table(block);
            return;
        }
        for (String paragraph : TextParagraphs.of(block)) {
            boolean item = ITEM.matcher(paragraph).matches() && block.lines().size() > 1;
            paragraph(
                    BULLET.matcher(paragraph).replaceFirst(""),
                    item || BULLET.matcher(paragraph).find());
        }
    }

    private void paragraph(String text, boolean item) {
        if (text.isBlank()) {
            return;
        }
        RunInHeading runIn = RunInHeading.of(text);
        if (runIn == null || !opens(runIn)) {
            if (!sections.completesCaption(text)) {
                sections.paragraph(text, item);
            }
            return;
        }
        if (runIn.meaning().role() == Role.KEYWORDS) {
            draft.keywords.addAll(Keywords.split(runIn.rest()));
            afterKeywords();
            return;
        }
        open(runIn.heading(), runIn.meaning(), null);
        if (state == State.REFERENCES) {
            references.add(new ReferenceList.Line(runIn.rest(), null, true));
        } else {
            sections.paragraph(runIn.rest(), false);
        }
    }

    /** Weak words ("Treatment: ...") and labels within an abstract are part of the text. */
    private boolean opens(RunInHeading runIn) {
        Role role = runIn.meaning().role();
        boolean inAbstract = sections.kind() == SectionKind.ABSTRACT;
        boolean part = inAbstract && role.kind() != SectionKind.OTHER && role != Role.ACK_FUND && role != Role.COMP_INT;
        boolean again = role == Role.ABSTRACT && sections.has(SectionKind.ABSTRACT);
        boolean small = role == Role.OTHER && runIn.heading().split("\\s+", -1).length < 2;
        return runIn.meaning().strong() && role != Role.FRONT && !part && !again && !small;
    }

    /** What follows the keywords without a heading is no abstract any more. */
    private void afterKeywords() {
        if (sections.kind() == SectionKind.ABSTRACT) {
            sections.open(draft.title == null ? SectionKind.OTHER : SectionKind.INTRO, null, 1);
        }
    }

    private void table(TextBlock block) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : block.lines()) {
            rows.add(Arrays.stream(line.split("\t", -1)).map(String::strip).toList());
        }
        String head = rows.getFirst().getFirst();
        Meaning meaning = Headings.meaningOf(head);
        if (meaning == null || !meaning.whole() || meaning.role() != Role.ABSTRACT) {
            sections.table(rows);
            return;
        }
        // A title page that sets the abstract beside the article's details: the first column is the abstract.
        open(head, meaning, null);
        List<String> lines = rows.stream()
                .skip(1)
                .map(List::getFirst)
                .filter(cell -> !cell.isEmpty())
                .toList();
        rows.stream()
                .flatMap(row -> row.stream().skip(1))
                .filter(cell -> !cell.isBlank())
                .forEach(furniture.dropped()::add);
        for (String paragraph : TextParagraphs.of(new TextBlock(lines, lines, Shape.PLAIN, 0))) {
            paragraph(paragraph, false);
        }
    }
}
