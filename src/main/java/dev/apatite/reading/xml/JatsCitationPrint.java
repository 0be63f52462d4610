package dev.apatite.reading.xml;

import java.util.ArrayList;
import java.util.List;

/** Sets a citation that carries tags but no punctuation in the order and with the signs of Vancouver style. */
final class JatsCitationPrint {
    private static final List<String> SET_APART = List.of(
            "person-group",
            "name",
            "string-name",
            "collab",
            "etal",
            "article-title",
            "chapter-title",
            "part-title",
            "data-title",
            "trans-title",
            "source",
            "year",
            "month",
            "day",
            "season",
            "volume",
            "issue",
            "supplement",
            "fpage",
            "lpage",
            "page-range",
            "elocation-id",
            "pub-id",
            "label",
            "volume-id",
            "issue-id",
            "issn",
            "isbn",
            "publisher-name",
            "publisher-loc",
            "edition");

    private JatsCitationPrint() {}

    static String of(XmlElement citation) {
        List<String> sentences = new ArrayList<>();
        sentences.add(people(citation));
        for (String name : List.of("article-title", "chapter-title", "part-title", "data-title", "trans-title")) {
            citation.elements(name).forEach(title -> sentences.add(text(title)));
        }
        citation.elements("source").forEach(source -> sentences.add(text(source)));
        citation.elements("edition").forEach(edition -> sentences.add(text(edition)));
        sentences.add(join(": ", texts(citation, "publisher-loc"), texts(citation, "publisher-name")));
        sentences.add(issue(citation));
        for (XmlElement child : citation.elements()) {
            if (!SET_APART.contains(child.name) && !child.text().isEmpty()) {
                sentences.add(text(child));
            }
        }
        citation.elements("isbn").forEach(isbn -> sentences.add(join(" ", "ISBN", text(isbn))));
        citation.elements("pub-id").forEach(id -> sentences.add(join(": ", id.attribute("pub-id-type"), text(id))));
        StringBuilder printed = new StringBuilder();
        for (String sentence : sentences) {
            if (!sentence.isEmpty()) {
                printed.append(printed.isEmpty() ? "" : " ")
                        .append(sentence)
                        .append(sentence.matches("(?s).*[.?!]") ? "" : ".");
            }
        }
        return printed.toString();
    }

    private static String people(XmlElement citation) {
        List<String> names = new ArrayList<>();
        for (XmlElement element : citation.all("name", "string-name", "collab", "etal", "aff", "on-behalf-of")) {
            if (element.is("etal")) {
                names.add("et al");
            } else if (element.child("surname") != null) {
                names.add(
                        join(" ", texts(element, "surname"), texts(element, "given-names"), texts(element, "suffix")));
            } else {
                names.add(text(element));
            }
        }
        return String.join(", ", names.stream().filter(name -> !name.isEmpty()).toList());
    }

    private static String issue(XmlElement citation) {
        String date = join(" ", texts(citation, "year"), texts(citation, "month", "season"), texts(citation, "day"));
        String issue = texts(citation, "issue");
        String volume = join(" ", texts(citation, "volume"), texts(citation, "supplement"))
                + (issue.isEmpty() ? "" : "(" + issue + ")");
        String pages = join("-", texts(citation, "fpage"), texts(citation, "lpage"));
        if (pages.isEmpty()) {
            pages = join(" ", texts(citation, "page-range"), texts(citation, "elocation-id"));
        }
        return join(":", join(";", date, volume), pages);
    }

    private static String texts(XmlElement element, String... names) {
        return String.join(
                " ",
                element.elements(names).stream().map(JatsCitationPrint::text).toList());
    }

    private static String join(String sign, String... parts) {
        return String.join(
                sign,
                java.util.Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
    }

    private static String text(XmlElement element) {
        JatsText text = new JatsText();
        text.addContent(element);
        return text.text();
    }
}
