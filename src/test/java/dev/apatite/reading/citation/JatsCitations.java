package dev.apatite.reading.citation;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The citations of JATS files, as tagged strings where they are printed so, and as bare fields to print in any style. */
final class JatsCitations {
    private static final Map<String, Label> LABELS = Map.ofEntries(
            Map.entry("surname", Label.FAMILY),
            Map.entry("given-names", Label.GIVEN),
            Map.entry("suffix", Label.JOIN),
            Map.entry("collab", Label.FAMILY),
            Map.entry("institution", Label.FAMILY),
            Map.entry("etal", Label.JOIN),
            Map.entry("article-title", Label.TITLE),
            Map.entry("chapter-title", Label.TITLE),
            Map.entry("source", Label.JOURNAL),
            Map.entry("year", Label.YEAR),
            Map.entry("month", Label.DATE),
            Map.entry("day", Label.DATE),
            Map.entry("season", Label.DATE),
            Map.entry("volume", Label.VOLUME),
            Map.entry("issue", Label.ISSUE),
            Map.entry("supplement", Label.ISSUE),
            Map.entry("fpage", Label.FIRST_PAGE),
            Map.entry("elocation-id", Label.FIRST_PAGE),
            Map.entry("lpage", Label.LAST_PAGE),
            Map.entry("publisher-name", Label.PUBLISHER),
            Map.entry("publisher-loc", Label.PLACE));
    private static final Set<String> PAIRS = Set.of("name", "string-name");

    private JatsCitations() {}

    static Document parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            builder.setErrorHandler(null);
            try (var in = Files.newInputStream(file)) {
                return builder.parse(in);
            }
        } catch (org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    static List<Element> elements(Node root, String... names) {
        List<Element> found = new ArrayList<>();
        for (String name : names) {
            NodeList list = root instanceof Document document
                    ? document.getElementsByTagName(name)
                    : ((Element) root).getElementsByTagName(name);
            for (int i = 0; i < list.getLength(); i++) {
                found.add((Element) list.item(i));
            }
        }
        return found;
    }

    /** The tagged string of a printed citation; null where too much of it is untagged to learn from. */
    static @Nullable Example tagged(String group, Element citation) {
        if (elements(citation, "year").isEmpty() || elements(citation, "source").isEmpty()) {
            return null;
        }
        Example.Builder builder = new Example.Builder();
        Walk walk = new Walk(
                builder,
                isBook(citation),
                elements(citation, "fpage", "elocation-id").isEmpty());
        walk.children(citation, null, false);
        return walk.untagged * 4 > builder.length() ? null : builder.build(group);
    }

    static boolean isBook(Element citation) {
        return elements(citation, "article-title", "chapter-title").isEmpty();
    }

    /** Walks through a mixed citation; where its elements are glued together, a separator is printed. */
    private static final class Walk {
        private final Example.Builder builder;
        private final boolean book;
        private final boolean pageless;
        private int untagged;
        private String lastElement = "";

        Walk(Example.Builder builder, boolean book, boolean pageless) {
            this.builder = builder;
            this.book = book;
            this.pageless = pageless;
        }

        void children(Element parent, @Nullable Label inherited, boolean editor) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    element(element, inherited, editor);
                } else if (node.getNodeType() == Node.TEXT_NODE) {
                    text(node.getNodeValue(), inherited);
                }
            }
        }

        private void text(String value, @Nullable Label inherited) {
            String piece = value.replaceAll("\\s+", " ");
            if (builder.endsWithSpace()) {
                piece = piece.stripLeading();
            }
            if (inherited != null) {
                builder.add(piece, inherited);
            } else {
                builder.add(piece);
                untagged += piece.replaceAll(
                                "[^\\p{L}\\p{N}]+|doi|et al|and|pp|vol|In|eds?|editors?|Available from", "")
                        .length();
            }
            lastElement = piece.isBlank() ? lastElement : "";
        }

        private void element(Element element, @Nullable Label inherited, boolean editor) {
            String name = element.getTagName();
            boolean names = name.equals("person-group");
            boolean editors =
                    editor || names && element.getAttribute("person-group-type").startsWith("edit");
            Label label = LABELS.get(name);
            if (label == Label.JOURNAL && book) {
                label = Label.TITLE;
            }
            if (label == Label.ISSUE
                    && pageless
                    && element.getTextContent().strip().length() > 3) {
                label = Label.FIRST_PAGE;
            }
            Node next = element.getNextSibling();
            if (label == Label.FIRST_PAGE
                    && next != null
                    && next.getTextContent().strip().startsWith("pages")) {
                label = Label.OTHER;
            }
            if (editors && (label == Label.FAMILY || label == Label.GIVEN || label == Label.JOIN)) {
                label = Label.EDITOR;
            }
            if (label != null || PAIRS.contains(name) || name.endsWith("-id") || name.equals("ext-link")) {
                separate(name);
            }
            if (name.equals("etal") && element.getTextContent().isBlank()) {
                builder.add("et al", Label.JOIN);
            } else if (name.equals("pub-id")
                    || name.equals("ext-link")
                    || name.equals("comment")
                    || name.equals("edition")) {
                children(element, Label.OTHER, editors);
            } else {
                children(element, label == null ? inherited : label, editors);
            }
            lastElement = name;
        }

        private void separate(String name) {
            if (lastElement.isEmpty() || builder.endsWithSpace()) {
                return;
            }
            boolean namesMeet = PAIRS.contains(lastElement) && (PAIRS.contains(name) || name.equals("etal"));
            builder.add(namesMeet ? ", " : " ");
        }
    }

    /** The bare fields of a citation. */
    static @Nullable CitationFields fields(String group, Element citation) {
        List<String[]> authors = new ArrayList<>();
        List<String[]> editors = new ArrayList<>();
        for (Element name : elements(citation, "name", "string-name")) {
            String family = text(name, "surname");
            boolean editor = name.getParentNode() instanceof Element group1
                    && group1.getAttribute("person-group-type").startsWith("edit");
            if (family != null) {
                String given = text(name, "given-names");
                (editor ? editors : authors).add(new String[] {family, given == null ? "" : given});
            }
        }
        String collab = text(citation, "collab");
        if (collab != null && authors.isEmpty()) {
            authors.add(new String[] {collab, ""});
        }
        String source = text(citation, "source");
        String year = text(citation, "year");
        String title = text(citation, "article-title");
        String chapter = text(citation, "chapter-title");
        boolean book = title == null && chapter == null;
        if (source == null || year == null) {
            return null;
        }
        String first = text(citation, "fpage");
        String number = text(citation, "elocation-id");
        String issue = text(citation, "issue");
        boolean article = first == null && number == null && issue != null && issue.length() > 3;
        return new CitationFields(
                group,
                authors,
                editors,
                !elements(citation, "etal").isEmpty(),
                book ? source : title != null ? title : chapter,
                book ? null : source,
                year,
                text(citation, "month"),
                text(citation, "volume"),
                article ? null : issue,
                first != null ? first : article ? issue : number,
                text(citation, "lpage"),
                pubId(citation, "doi"),
                pubId(citation, "pmid"),
                text(citation, "publisher-name"),
                text(citation, "publisher-loc"));
    }

    private static @Nullable String text(Element parent, String name) {
        List<Element> found = elements(parent, name);
        String text = found.isEmpty()
                ? ""
                : found.getFirst().getTextContent().replaceAll("\\s+", " ").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String pubId(Element citation, String type) {
        for (Element each : elements(citation, "pub-id")) {
            if (each.getAttribute("pub-id-type").equals(type)) {
                return each.getTextContent().strip();
            }
        }
        return null;
    }

    static Set<Label> names() {
        return EnumSet.of(Label.FAMILY, Label.GIVEN, Label.JOIN);
    }
}
