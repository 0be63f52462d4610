package dev.apatite.reading.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What an e-book's package says of the book, as the tags in a page's head that say the same: titles, authors, date,
 * identifiers, language, subjects. EPUB 2 tells a person's role and sort name by attributes, EPUB 3 by refining elements.
 */
final class EpubMetadata {
    /** What programs write where nobody gave a title or a name. */
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)(?:\\[?(?:untitled|unknown|no title|title|author|unbekannt)(?: document)?\\]?\\d*|microsoft word\\b.*|.*\\.(?:docx?|pdf|indd|epub|odt|x?html?|tex))");

    private final Document description;

    private EpubMetadata(Document description) {
        this.description = description;
    }

    /** Adds what the package of an e-book says to the head of its page; does nothing where the file is no e-book. */
    static void addTo(Document page, Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Document container = part(zip, "META-INF/container.xml");
            Element root = container == null
                    ? null
                    : named(container, "rootfile").stream().findFirst().orElse(null);
            Document description = root == null ? null : part(zip, root.attr("full-path"));
            if (description != null) {
                new EpubMetadata(description).addTo(page);
            }
        }
    }

    private static @Nullable Document part(ZipFile zip, String name) throws IOException {
        ZipEntry entry = name.isEmpty() ? null : zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Jsoup.parse(in, StandardCharsets.UTF_8.name(), "", Parser.xmlParser());
        }
    }

    /** The elements of a local name, whatever their prefix is. */
    private static List<Element> named(Document document, String name) {
        return document.getAllElements().stream()
                .filter(each -> each.tagName().replaceFirst("^.*:", "").equalsIgnoreCase(name))
                .toList();
    }

    private void addTo(Document page) {
        String title = title();
        if (title != null) {
            meta(page, "citation_title", title);
        }
        authors().forEach(author -> meta(page, "citation_author", author));
        for (Element identifier : named(description, "identifier")) {
            String value = identifier.text().strip();
            String scheme = attribute(identifier, "scheme").toLowerCase(Locale.ROOT);
            meta(page, scheme.equals("pmid") ? "citation_pmid" : "dc.identifier", value);
        }
        named(description, "date").stream()
                .sorted(Comparator.comparing(date -> !attribute(date, "event").equalsIgnoreCase("publication")))
                .filter(date -> !attribute(date, "event").matches("(?i)modification|creation"))
                .limit(1)
                .forEach(date ->
                        meta(page, "citation_publication_date", date.text().strip()));
        named(description, "language").stream()
                .limit(1)
                .forEach(each -> meta(page, "dc.language", each.text().strip()));
        // A subject that holds a comma is one subject.
        String subjects = String.join(
                "; ",
                named(description, "subject").stream()
                        .map(each -> each.text().strip())
                        .filter(each -> !each.isEmpty())
                        .toList());
        if (!subjects.isEmpty()) {
            meta(page, "dc.subject", subjects + ";");
        }
    }

    private @Nullable String title() {
        String main = null;
        String below = null;
        for (Element title : named(description, "title")) {
            String text = title.text().strip();
            if (text.isEmpty() || NOTHING.matcher(text).matches()) {
                continue;
            }
            String kind = refined(title, "title-type");
            if (kind.equals("subtitle")) {
                below = below == null ? text : below;
            } else if (main == null && (kind.isEmpty() || kind.equals("main"))) {
                main = text;
            }
        }
        if (main == null || below == null || main.contains(below)) {
            return main;
        }
        return main + (main.matches(".*[:?!.]") ? " " : ": ") + below;
    }

    /** Families first where the package says how a name is sorted; in the order that it says. */
    private List<String> authors() {
        record Creator(int place, String name) {}
        List<Creator> creators = new ArrayList<>();
        for (Element creator : named(description, "creator")) {
            String role = attribute(creator, "role") + refined(creator, "role");
            String printed = creator.text().strip();
            if (!role.isEmpty() && !role.equalsIgnoreCase("aut")
                    || printed.isEmpty()
                    || NOTHING.matcher(printed).matches()) {
                continue;
            }
            String sorted = attribute(creator, "file-as") + refined(creator, "file-as");
            String place = refined(creator, "display-seq");
            creators.add(new Creator(
                    place.matches("\\d{1,6}") ? Integer.parseInt(place) : Integer.MAX_VALUE,
                    sorted.matches("[^,]+,[^,]+") ? sorted.strip() : printed));
        }
        return creators.stream()
                .sorted(Comparator.comparingInt(Creator::place))
                .map(Creator::name)
                .toList();
    }

    /** The attribute of a local name, whatever its prefix is; empty where there is none. */
    private static String attribute(Element element, String name) {
        return element.attributes().asList().stream()
                .filter(each -> each.getKey().replaceFirst("^.*:", "").equalsIgnoreCase(name))
                .map(each -> each.getValue().strip())
                .findFirst()
                .orElse("");
    }

    private String refined(Element element, String property) {
        String id = element.attr("id");
        return id.isEmpty()
                ? ""
                : named(description, "meta").stream()
                        .filter(each -> each.attr("refines").equals("#" + id)
                                && each.attr("property").equals(property))
                        .map(each -> each.text().strip())
                        .findFirst()
                        .orElse("");
    }

    private static void meta(Document page, String name, String content) {
        page.head().appendElement("meta").attr("name", name).attr("content", content);
    }
}
