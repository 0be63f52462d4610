package dev.apatite.paper;

import java.util.List;

/**
 * What is printed in a paper.
 *
 * @param sections in printed order
 * @param references the entries of its reference list, in printed order
 * @param citations the places in the text that cite references
 */
public record Content(
        List<Section> sections, List<Table> tables, List<Reference> references, List<Citation> citations) {
    public Content {
        sections = sections == null ? List.of() : List.copyOf(sections);
        tables = tables == null ? List.of() : List.copyOf(tables);
        references = references == null ? List.of() : List.copyOf(references);
        citations = citations == null ? List.of() : List.copyOf(citations);
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
        return new Content(sections, tables, newReferences, citations);
    }
}
