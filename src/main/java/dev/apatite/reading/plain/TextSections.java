package dev.apatite.reading.plain;

import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Table;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.shared.AbstractParts;
import dev.apatite.reading.shared.Captions;
import dev.apatite.reading.shared.LineEnds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sections while a text is read: paragraphs that a column or page break tore apart find together again, captions wait
 * for the end.
 */
final class TextSections {
    private static final int SHORT = 60;

    private final List<Part> parts = new ArrayList<>();
    private final List<Section> captions = new ArrayList<>();
    private final List<TableRows> tables = new ArrayList<>();
    private final Deque<Torn> torn = new ArrayDeque<>();

    private static final class Part {
        final SectionKind kind;
        final @Nullable String heading;
        final int level;
        final List<StringBuilder> paragraphs = new ArrayList<>();

        Part(SectionKind kind, @Nullable String heading, int level) {
            this.kind = kind;
            this.heading = heading;
            this.level = level;
        }
    }

    private record Torn(Part part, int paragraph) {}

    private record TableRows(int caption, List<List<String>> rows) {}

    /** Opens a section. */
    void open(SectionKind kind, @Nullable String heading, int level) {
        parts.add(new Part(kind, heading, level));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether a section of this kind was opened at the top level. */
    boolean has(SectionKind kind) {
        return parts.stream().anyMatch(part -> part.kind == kind);
    }

    SectionKind kind() {
        return parts.isEmpty() ? SectionKind.OTHER : parts.getLast().kind;
    }

    int level() {
        return parts.isEmpty() ? 0 : parts.getLast().level;
    }

    /** The kind of the last section that stands above {@code level}. */
    SectionKind kindAbove(int level) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).level < level) {
                return parts.get(i).kind;
            }
        }
        return SectionKind.OTHER;
    }

    boolean lastIsOpen() {
        return !parts.isEmpty()
                && !parts.getLast().paragraphs.isEmpty()
                && !LineEnds.isComplete(parts.getLast().paragraphs.getLast());
    }

    boolean hasText() {
        return !parts.isEmpty() && !parts.getLast().paragraphs.isEmpty();
    }

    /** Adds a paragraph, or puts it to the one that it continues. */
    void paragraph(String text, boolean item) {
        if (parts.isEmpty()) {
            open(SectionKind.OTHER, null, 1);
        }
        Part part = parts.getLast();
        boolean inside = LineEnds.beginsInside(text) || Character.isDigit(text.charAt(0));
        if (!item && lastIsOpen() && (inside || part.paragraphs.getLast().length() > SHORT)) {
            torn.removeLastOccurrence(new Torn(part, part.paragraphs.size() - 1));
            append(part, part.paragraphs.size() - 1, text);
            return;
        }
        if (!item && inside && !torn.isEmpty() && !text.matches("\\d{1,2}[.)]\\s.*")) {
            Torn earlier = torn.removeFirst();
            append(earlier.part(), earlier.paragraph(), text);
            return;
        }
        part.paragraphs.add(new StringBuilder(text));
        remember(part, part.paragraphs.size() - 1);
    }

    private void append(Part part, int paragraph, String text) {
        LineEnds.append(part.paragraphs.get(paragraph), text);
        remember(part, paragraph);
    }

    private void remember(Part part, int paragraph) {
        StringBuilder text = part.paragraphs.get(paragraph);
        if (!LineEnds.isComplete(text) && text.length() > SHORT) {
            torn.addLast(new Torn(part, paragraph));
        }
    }

    /** Adds a caption, which will stand behind the text. */
    void caption(Captions.Caption caption) {
        captions.add(new Section(
                caption.kind(), caption.label(), 1, caption.text().isEmpty() ? List.of() : List.of(caption.text())));
    }

    /** Puts text to the last caption if that has none yet. */
    boolean completesCaption(String text) {
        if (captions.isEmpty() || !captions.getLast().paragraphs().isEmpty()) {
            return false;
        }
        Section last = captions.removeLast();
        captions.add(new Section(last.kind(), last.heading(), last.level(), List.of(text)));
        return true;
    }

    /** Adds a table's rows to the table caption before it; a table without one stands alone. */
    void table(List<List<String>> rows) {
        int last = captions.size() - 1;
        boolean captioned = last >= 0
                && captions.get(last).kind() == SectionKind.TABLE
                && tables.stream().noneMatch(table -> table.caption() == last);
        tables.add(new TableRows(captioned ? last : -1, rows));
    }

    /** Hands everything over: the text in printed order, then the captions. */
    void addTo(PaperDraft draft) {
        for (Part part : parts) {
            List<String> paragraphs =
                    part.paragraphs.stream().map(StringBuilder::toString).toList();
            if (part.kind == SectionKind.ABSTRACT && part.level == 1) {
                draft.sections.addAll(AbstractParts.of(part.heading, paragraphs));
            } else if (part.heading != null || !part.paragraphs.isEmpty()) {
                draft.sections.add(new Section(part.kind, part.heading, part.level, paragraphs));
            }
        }
        int first = draft.sections.size();
        draft.sections.addAll(captions);
        tables.forEach(
                table -> draft.tables.add(new Table(table.caption() < 0 ? -1 : first + table.caption(), table.rows())));
    }
}
