package dev.apatite.reading;

import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file was read as, as one line for a table of tests. */
final class FieldFacts {
    private FieldFacts() {}

    /** A fact of the first paper; {@code papers}, {@code titles} and {@code text} are those of all papers. */
    static String of(List<Paper> papers, String fact) {
        Paper paper = papers.getFirst();
        return switch (fact) {
            case "papers" -> String.valueOf(papers.size());
            case "titles" -> papers.stream().map(Paper::title).collect(Collectors.joining("; "));
            case "text" -> papers.stream().map(FieldFacts::text).collect(Collectors.joining("\n"));
            case "warnings" -> String.join("; ", paper.warnings());
            case "title" -> String.valueOf(paper.title());
            case "year" -> String.valueOf(paper.year());
            case "doi" -> String.valueOf(paper.doi());
            case "journal" -> String.valueOf(paper.journal());
            case "pages" -> paper.firstPage() + "-" + paper.lastPage();
            case "keywords" -> String.join("; ", paper.keywords());
            case "authors" -> paper.authors().stream().map(FieldFacts::name).collect(Collectors.joining("; "));
            case "cells" ->
                paper.tables().stream()
                        .flatMap(table -> table.rows().stream())
                        .flatMap(List::stream)
                        .collect(Collectors.joining(" | "));
            case "references" ->
                paper.references().stream()
                        .map(reference -> reference.title() + " " + reference.year())
                        .collect(Collectors.joining("; "));
            default -> throw new IllegalArgumentException("no fact " + fact);
        };
    }

    private static String name(Author author) {
        return Stream.of(author.family(), author.given())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** Each section on a line of its own. */
    private static String text(Paper paper) {
        return paper.sections().stream().map(FieldFacts::line).collect(Collectors.joining("\n"));
    }

    private static String line(Section section) {
        return section.kind() + " " + section.heading() + ": " + String.join(" / ", section.paragraphs());
    }
}
