package dev.apatite.reading.xml;

import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.shared.TextEnds;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The reference list of a JATS paper; tagged fields are taken as tagged, untagged entries are parsed. */
public final class JatsReferences {
    private static final List<String> CITATIONS =
            List.of("element-citation", "mixed-citation", "citation", "nlm-citation", "product");
    private static final Pattern UNTAGGED = Pattern.compile("\\p{L}{3}|\\d{4}");
    private static final Pattern VISITED =
            Pattern.compile("(?i)\\b(?:access|cited|retriev|viewed|visited|available|updated)");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");

    private final ReferenceParser parser;
    private final Map<String, List<Integer>> ids = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    public JatsReferences(ReferenceParser parser) {
        this.parser = parser;
    }

    /** The indexes of the references by the id that the text cites them by; one entry may hold several. */
    Map<String, List<Integer>> ids() {
        return ids;
    }

    public List<Reference> read(XmlElement article) {
        for (XmlElement ref : article.all(List.of("ref"), List.of("sub-article", "response"))) {
            List<XmlElement> citations = citations(ref);
            int first = references.size();
            String label = label(ref.childText("label"));
            if (citations.isEmpty()) {
                String raw = printed(ref);
                if (!raw.isEmpty()) {
                    references.add(parser.parse(label, raw));
                }
            }
            for (XmlElement citation : citations) {
                ids.putIfAbsent(citation.attribute("id"), List.of(references.size()));
                boolean last = citation == citations.getLast();
                references.add(reference(
                        label == null ? label(citation.childText("label")) : label, citation, last ? notes(ref) : ""));
            }
            ids.putIfAbsent(
                    ref.attribute("id"),
                    IntStream.range(first, references.size()).boxed().toList());
        }
        ids.remove("");
        return references;
    }

    /** What is printed behind an entry, such as why it is worth reading. */
    private static String notes(XmlElement ref) {
        StringBuilder notes = new StringBuilder();
        for (XmlElement note : ref.elements("note", "p")) {
            if (note.all(CITATIONS.toArray(String[]::new)).isEmpty()) {
                notes.append(' ').append(printed(note));
            }
        }
        return notes.toString().stripTrailing();
    }

    private static List<XmlElement> citations(XmlElement ref) {
        List<XmlElement> citations = new ArrayList<>();
        for (XmlElement child : ref.elements()) {
            if (CITATIONS.contains(child.name)) {
                citations.add(child);
            } else if (child.is("citation-alternatives")) {
                child.elements().stream()
                        .filter(each -> CITATIONS.contains(each.name))
                        .findFirst()
                        .ifPresent(citations::add);
            } else if (child.is("note")) {
                child.all(CITATIONS.toArray(String[]::new)).stream()
                        .filter(each -> citations.isEmpty())
                        .findFirst()
                        .ifPresent(citations::add);
            }
        }
        return citations;
    }

    private static @Nullable String label(@Nullable String printed) {
        if (printed == null) {
            return null;
        }
        String label = printed.replaceAll("^[\\[(\\s]+|[\\])}.:,\\s]+$", "");
        return label.isEmpty() ? null : label;
    }

    private Reference reference(@Nullable String label, XmlElement citation, String notes) {
        String entry = citation.is("mixed-citation", "citation") ? printed(citation) : composed(citation);
        String raw = entry + notes;
        List<PersonName> authors = JatsNames.authors(citation);
        String title = text(citation, "article-title", "chapter-title", "part-title", "data-title");
        String source = text(citation, "source", "trans-source");
        if (title == null && source == null && authors.isEmpty()) {
            return parser.parse(label, raw);
        }
        if (title == null) {
            title = text(citation, "trans-title");
        }
        String journal = source;
        if (title == null
                && citation.attribute("publication-type")
                        .concat(citation.attribute("citation-type"))
                        .matches("(?i).*(?:book|thesis|web|report|software|data|other|gov|standard).*")) {
            title = source;
            journal = null;
        }
        String first = text(citation, "fpage");
        String[] range =
                first == null ? pages(text(citation, "page-range")) : new String[] {first, text(citation, "lpage")};
        Reference tagged = new Reference(
                label,
                raw,
                authors,
                title,
                journal,
                year(citation),
                text(citation, "volume"),
                text(citation, "issue"),
                range[0] == null ? text(citation, "elocation-id") : range[0],
                range[1],
                doi(citation, raw),
                pmid(citation, raw),
                url(citation),
                null);
        String untagged = citation.is("mixed-citation", "citation") ? ownText(citation) : "";
        return UNTAGGED.matcher(untagged).find() ? completed(tagged, entry, untagged) : tagged;
    }

    /** What stands between the tags. */
    private static String ownText(XmlElement citation) {
        StringBuilder text = new StringBuilder();
        citation.children().stream()
                .filter(String.class::isInstance)
                .forEach(piece -> text.append(piece).append(' '));
        return text.toString();
    }

    /** Where an entry is tagged in part only: people, year, and where it was published, as its untagged text says. */
    private Reference completed(Reference tagged, String entry, String untagged) {
        boolean place = tagged.journal() != null || tagged.volume() != null || tagged.firstPage() != null;
        if (!tagged.authors().isEmpty() && tagged.year() != null && place) {
            return tagged;
        }
        Reference parsed = parser.parse(tagged.label(), entry);
        Reference where =
                !place && says(untagged, parsed.journal()) && says(untagged, parsed.firstPage()) ? parsed : tagged;
        boolean authors = tagged.authors().isEmpty()
                && parsed.authors().stream().allMatch(author -> says(untagged, author.family()));
        boolean year = tagged.year() == null
                && !VISITED.matcher(untagged).find()
                && says(untagged, parsed.year() == null ? null : parsed.year().toString());
        return new Reference(
                tagged.label(),
                tagged.raw(),
                authors ? parsed.authors() : tagged.authors(),
                tagged.title(),
                where.journal(),
                year ? parsed.year() : tagged.year(),
                where.volume(),
                where.issue(),
                where.firstPage(),
                where.lastPage(),
                tagged.doi(),
                tagged.pmid(),
                tagged.url(),
                null);
    }

    private static boolean says(String text, @Nullable String words) {
        return words != null && words.length() > 1 && text.contains(words);
    }

    private static @Nullable String[] pages(@Nullable String range) {
        if (range == null) {
            return new @Nullable String[] {null, null};
        }
        String[] ends = range.split("\\s?[-–—]\\s?", 2);
        return new @Nullable String[] {ends[0], ends.length > 1 ? ends[1] : null};
    }

    private static @Nullable String text(XmlElement citation, String... names) {
        for (String name : names) {
            XmlElement found = citation.first(name);
            if (found != null) {
                JatsText text = new JatsText();
                text.addContent(found);
                String bare = TextEnds.withoutEnd(TextEnds.withoutStart(text.text(), ",;:"), ",;:");
                if (!bare.isEmpty()) {
                    return bare;
                }
            }
        }
        return null;
    }

    private static @Nullable Integer year(XmlElement citation) {
        List<XmlElement> years = citation.all(List.of("year"), List.of("date-in-citation"));
        String printed = years.isEmpty() ? null : years.getFirst().text();
        if (printed == null || printed.isEmpty()) {
            printed = text(citation, "date");
        }
        Matcher year = YEAR.matcher(printed == null ? "" : printed);
        return year.find() ? Integer.valueOf(year.group(1)) : null;
    }

    private static @Nullable String doi(XmlElement citation, String raw) {
        for (XmlElement id : citation.all("pub-id", "object-id", "article-id", "ext-link", "uri")) {
            String type = id.attribute("pub-id-type") + id.attribute("ext-link-type");
            String address = id.attribute("href");
            if (type.contains("doi") || address.contains("doi.org") || id.text().contains("doi.org")) {
                String doi = id.is("ext-link", "uri") ? Identifiers.doi(id.text()) : Identifiers.taggedDoi(id.text());
                if (doi == null) {
                    doi = Identifiers.taggedDoi(address);
                }
                if (doi != null) {
                    return doi;
                }
            }
        }
        return Identifiers.doi(raw);
    }

    private static @Nullable String pmid(XmlElement citation, String raw) {
        for (XmlElement id : citation.all("pub-id", "ext-link")) {
            boolean pubmed = id.attribute("pub-id-type").equals("pmid")
                    || id.attribute("ext-link-type").equals("pmid");
            String digits = id.text().replaceAll("\\D", "");
            if (pubmed && !digits.isEmpty() && digits.length() < 10) {
                return digits;
            }
        }
        return Identifiers.pmid(raw);
    }

    private static @Nullable String url(XmlElement citation) {
        for (XmlElement link : citation.all("ext-link", "uri")) {
            String address = link.attribute("href").isEmpty() ? link.text() : link.attribute("href");
            if (address.matches("(?i)https?://.*") && !address.contains("doi.org/")) {
                return address;
            }
        }
        return null;
    }

    /** The entry as printed; tags that touch are parted by a space. */
    private static String printed(XmlElement citation) {
        JatsText text = new JatsText();
        printed(citation, text);
        return text.text().replaceAll(" (?=[,.;:)\\]])", "");
    }

    private static void printed(XmlElement element, JatsText text) {
        boolean afterElement = false;
        for (Object child : element.children()) {
            if (child instanceof XmlElement inline) {
                if (inline.is("label")) {
                    continue;
                }
                boolean field = !inline.is(
                        "sup", "sub", "italic", "bold", "sc", "underline", "styled-content", "named-content");
                if (afterElement && field) {
                    text.space();
                }
                if (field && !inline.elements().isEmpty() && !inline.is("xref")) {
                    printed(inline, text);
                } else {
                    text.add(inline);
                }
                afterElement = field;
            } else {
                text.add((String) child);
                afterElement = false;
            }
        }
    }

    /** An entry that is tagged only, set as Vancouver style prints it; what has no place there stands at the end. */
    private static String composed(XmlElement citation) {
        if (citation.children().stream()
                .anyMatch(child -> child instanceof String text && text.matches("(?s).*[,.;:].*"))) {
            return printed(citation);
        }
        return JatsCitationPrint.of(citation);
    }
}
