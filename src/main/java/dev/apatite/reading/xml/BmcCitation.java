package dev.apatite.reading.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An entry of a reference list in BioMed Central's XML ({@code bibl}) as JATS' {@code element-citation}. */
final class BmcCitation {
    private static final Map<String, String> NAMES = Map.of(
            "title", "article-title",
            "pubdate", "year",
            "publisher", "publisher-name",
            "note", "comment",
            "inpress", "comment");

    private BmcCitation() {}

    static XmlElement asJats(XmlElement entry) {
        String type = entry.child("publisher") != null
                ? "book"
                : entry.child("source") != null ? "journal" : entry.child("url") != null ? "web" : "other";
        XmlElement citation = new XmlElement("element-citation", Map.of("publication-type", type));
        for (XmlElement field : entry.elements()) {
            switch (field.name) {
                case "aug" -> citation.add(authors(field));
                case "xrefbib" -> field.all("pubid").forEach(id -> citation.add(identifier(id, "pub-id")));
                case "insg" ->
                    field.elements("ins")
                            .forEach(institution -> citation.add(XmlElement.of(
                                    "collab", BmcText.content(institution).toArray())));
                case "url" -> {
                    XmlElement link = new XmlElement("ext-link", Map.of("href", field.text()));
                    link.add(field.text());
                    citation.add(link);
                }
                case "inpress" -> citation.add(XmlElement.of("comment", "in press"));
                default -> citation.add(BmcText.copy(field, NAMES.getOrDefault(field.name, field.name)));
            }
        }
        return citation;
    }

    private static XmlElement authors(XmlElement group) {
        XmlElement people = new XmlElement("person-group", Map.of("person-group-type", "author"));
        for (XmlElement author : group.elements()) {
            if (author.is("au")) {
                people.add(name(author));
            } else if (author.is("etal")) {
                people.add(XmlElement.of("etal"));
            }
        }
        return people;
    }

    /** A person's or a group's name. */
    static XmlElement name(XmlElement author) {
        String group = author.childText("cnm");
        String family = author.childText("snm");
        if (family == null) {
            return XmlElement.of("collab", group == null ? author.text() : group);
        }
        XmlElement name = XmlElement.of("name", XmlElement.of("surname", family));
        String given = given(author);
        if (!given.isEmpty()) {
            name.add(XmlElement.of("given-names", given));
        }
        String suffix = author.childText("suf");
        if (suffix != null) {
            name.add(XmlElement.of("suffix", suffix));
        }
        return name;
    }

    /** First name and middle names in the order in which BioMed Central prints them; initials stand together. */
    private static String given(XmlElement author) {
        List<String> parts = new ArrayList<>();
        for (String part : new String[] {"fnm", "mi", "mnm"}) {
            for (XmlElement printed : author.elements(part)) {
                if (!printed.text().isEmpty()) {
                    parts.add(printed.text());
                }
            }
        }
        boolean initials = parts.stream().allMatch(part -> part.matches("\\p{Lu}{1,3}"));
        return String.join(initials ? "" : " ", parts);
    }

    /** {@code pmpid} is PubMed's, and so is one without a type. */
    static XmlElement identifier(XmlElement id, String name) {
        String type = id.attribute("idtype");
        String jats = switch (type) {
            case "", "pmpid", "pubmed" -> "pmid";
            default -> type;
        };
        XmlElement copy = new XmlElement(name, Map.of("pub-id-type", jats));
        copy.add(id.text());
        return copy;
    }
}
