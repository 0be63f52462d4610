package dev.apatite.index;

import dev.apatite.paper.Content;
import dev.apatite.paper.PageStart;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.Span;
import dev.apatite.paper.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of each field of a paper, in pieces: what is analysed when the paper is indexed, and what the offsets in the
 * index count in when a hit is highlighted.
 */
public final class PaperTexts {
    /** What a piece is. */
    public enum Source {
        /** A title or a section's paragraphs: mentions count in it. */
        BODY,
        /** A section's heading. */
        HEADING,
        /** The cells of a table. */
        CELLS,
        /** Anything else: an author, a keyword, a reference. */
        ENTRY
    }

    /**
     * A piece of a field's text.
     *
     * @param section index of the section it belongs to, -1 where it belongs to none
     * @param heading that section's printed heading
     */
    public record Piece(
            Source source, int section, @Nullable String heading, String text) {}

    private final Map<String, List<Piece>> fields = new LinkedHashMap<>();

    private final List<PageStart> pages;

    private PaperTexts(List<PageStart> pages) {
        this.pages = List.copyOf(pages);
    }

    /** The texts of a paper. */
    public static PaperTexts of(Paper paper) {
        PaperTexts texts = of(
                paper.title(), paper.sections(), paper.tables(), paper.content().pages());
        paper.keywords().forEach(each -> texts.entry(Schema.KEYWORDS, each));
        paper.authors()
                .forEach(each ->
                        texts.entry(Schema.AUTHORS, PersonalName.of(each).searchable()));
        paper.authors().stream()
                .flatMap(each -> each.affiliations().stream())
                .distinct()
                .forEach(each -> texts.entry(Schema.AFFILIATIONS, each));
        texts.entry(Schema.JOURNAL, paper.journal());
        texts.entry(Schema.IDS, ids(paper));
        paper.references().stream().map(Reference::raw).forEach(each -> texts.entry(Schema.REFERENCES, each));
        return texts;
    }

    /** The texts of what is printed but for the reference list; bibliography is left out. */
    static PaperTexts of(@Nullable String title, List<Section> sections, List<Table> tables, List<PageStart> pages) {
        PaperTexts texts = new PaperTexts(pages);
        texts.add(Schema.TITLE, new Piece(Source.BODY, Span.TITLE, null, title == null ? "" : title));
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            String field = Schema.field(section.kind());
            texts.entry(field, Source.HEADING, i, section.heading(), section.heading());
            texts.entry(field, Source.BODY, i, section.heading(), section.text());
        }
        for (Table table : tables) {
            boolean known = table.section() >= 0 && table.section() < sections.size();
            String heading = known ? sections.get(table.section()).heading() : null;
            texts.entry(Schema.TABLE, Source.CELLS, known ? table.section() : -1, heading, cells(table));
        }
        return texts;
    }

    /** The page of the file on which a place of a section's text stands, from 1; null where that is not known. */
    public @Nullable Integer page(int section, int start) {
        return Content.page(pages, section, start);
    }

    /** Every field that has a text, with its pieces in order. */
    public Map<String, List<Piece>> fields() {
        return fields;
    }

    /** The pieces of a field, none where it has no text. */
    public List<Piece> pieces(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** How many characters there are. */
    public int length() {
        return fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(each -> each.text().length())
                .sum();
    }

    private void entry(String field, @Nullable String text) {
        entry(field, Source.ENTRY, -1, null, text);
    }

    private void entry(String field, Source source, int section, @Nullable String heading, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            add(field, new Piece(source, section, heading, text));
        }
    }

    private void add(String field, Piece piece) {
        fields.computeIfAbsent(field, name -> new ArrayList<>()).add(piece);
    }

    private static String cells(Table table) {
        return table.rows().stream().map(row -> String.join(" | ", row)).collect(Collectors.joining("\n"));
    }

    private static String ids(Paper paper) {
        return Stream.of(
                        paper.year(),
                        paper.volume(),
                        paper.issue(),
                        paper.firstPage(),
                        paper.lastPage(),
                        paper.doi(),
                        paper.pmid(),
                        paper.pmcid())
                .filter(each -> each != null)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
