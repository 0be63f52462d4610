package dev.apatite.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is printed in a paper.
 *
 * @param sections in printed order
 * @param references the entries of its reference list, in printed order
 * @param citations the places in the text that cite references
 * @param pages where in the text the pages of its file begin, section by section; none for files without pages
 */
public record Content(
        List<Section> sections,
        List<Table> tables,
        List<Reference> references,
        List<Citation> citations,
        List<PageStart> pages) {
    public Content {
        sections = sections == null ? List.of() : List.copyOf(sections);
        tables = tables == null ? List.of() : List.copyOf(tables);
        references = references == null ? List.of() : List.copyOf(references);
        citations = citations == null ? List.of() : List.copyOf(citations);
        pages = pages == null ? List.of() : List.copyOf(pages);
    }

    /** What is printed in a file without pages. */
    public Content(List<Section> sections, List<Table> tables, List<Reference> references, List<Citation> citations) {
        this(sections, tables, references, citations, List.of());
    }

    /** The page of the file on which a place of the text stands, from 1; null where that is not known. */
    public static @Nullable Integer page(List<PageStart> pages, int section, int start) {
        Integer page = null;
        for (PageStart each : pages) {
            if (each.section() == section && (each.start() <= start || page == null)) {
                page = each.page();
            }
        }
        return page;
    }

    /** A text without tables, references and citations. */
    public static Content ofSections(List<Section> sections) {
        return new Content(sections, List.of(), List.of(), List.of());
    }

    /** A reference list without the text that cites it. */
    public static Content ofReferences(List<Reference> references) {
        return new Content(List.of(), List.of(), references, List.of());
    }

    /** The same content with its references changed. */
    public Content withReferences(List<Reference> newReferences) {
        return new Content(sections, tables, newReferences, citations, pages);
    }
}
