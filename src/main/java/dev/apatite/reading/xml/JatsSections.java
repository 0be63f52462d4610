package dev.apatite.reading.xml;

import dev.apatite.paper.Citation;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Table;
import dev.apatite.reading.draft.Bounds;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sections of a JATS paper while they are read: each paragraph with its citations, captions for the end. */
final class JatsSections {
    private final Map<String, List<Integer>> referenceIds;
    private final int references;
    private final List<Part> parts = new ArrayList<>();
    private final List<Part> captions = new ArrayList<>();
    private int characters;

    /** A section with its paragraphs' texts and marks, and the rows of a table. */
    static final class Part {
        final SectionKind kind;
        final @Nullable String heading;
        final int level;
        final List<JatsText> paragraphs = new ArrayList<>();
        final List<List<List<String>>> tables = new ArrayList<>();

        Part(SectionKind kind, @Nullable String heading, int level) {
            this.kind = kind;
            this.heading = heading;
            this.level = level;
        }
    }

    /**
     * No section yet.
     *
     * @param referenceIds the references' indexes by the id that the text cites them by
     * @param references how many there are
     */
    JatsSections(Map<String, List<Integer>> referenceIds, int references) {
        this.referenceIds = referenceIds;
        this.references = references;
    }

    /** Opens a section in the text. */
    Part open(SectionKind kind, @Nullable String heading, int level) {
        Part part = new Part(kind, heading, level);
        parts.add(part);
        return part;
    }

    /** Opens a caption; captions stand behind the text. */
    Part caption(SectionKind kind, @Nullable String label) {
        Part part = new Part(kind, label, 1);
        captions.add(part);
        return part;
    }

    /** A paragraph to be filled. */
    JatsText paragraph() {
        return new JatsText(referenceIds, references);
    }

    void add(Part part, JatsText paragraph) throws ReadingException {
        if (!paragraph.isEmpty()) {
            part.paragraphs.add(paragraph);
            characters += paragraph.text().length();
            Bounds.checkText(characters);
        }
    }

    boolean says(String text) {
        String words = Headings.words(text);
        return parts.stream()
                .flatMap(part -> part.paragraphs.stream())
                .anyMatch(paragraph -> Headings.words(paragraph.text()).contains(words));
    }

    /** Hands everything over. */
    void addTo(PaperDraft draft) {
        parts.addAll(captions);
        for (Part part : parts) {
            if (part.heading == null && part.paragraphs.isEmpty() && part.tables.isEmpty()) {
                continue;
            }
            int section = draft.sections.size();
            int offset = 0;
            for (JatsText paragraph : part.paragraphs) {
                for (JatsText.Mark mark : paragraph.marks()) {
                    draft.citations.add(
                            new Citation(section, offset + mark.start(), offset + mark.end(), mark.references()));
                }
                offset += paragraph.text().length() + 1;
            }
            draft.sections.add(new Section(
                    part.kind,
                    part.heading,
                    part.level,
                    part.paragraphs.stream().map(JatsText::text).toList()));
            part.tables.forEach(rows -> draft.tables.add(new Table(section, rows)));
        }
    }
}
