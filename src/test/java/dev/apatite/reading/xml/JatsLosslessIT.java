package dev.apatite.reading.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.SharedFolder;
import dev.apatite.paper.Author;
import dev.apatite.paper.Section;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Nothing is lost: every reference, heading and author of real JATS files is in the paper, as a walk by DOM counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JatsLosslessIT {
    private static final Set<String> OTHER_PAPERS = Set.of("sub-article", "response");
    private static final Set<String> NO_AUTHORS = Set.of("editor", "reviewer", "translator", "assignee");

    private static final Set<String> TEXTS = Set.of("body", "back", "floats-group", "floats-wrap");
    /** What is not printed: sources of formulas, identifiers, descriptions of pictures for those who cannot see them. */
    private static final Set<String> NOT_PRINTED = Set.of(
            "tex-math", "annotation", "object-id", "alt-text", "long-desc", "permissions", "sub-article", "response");

    /** A file's document, what was read from it, the letters of its text, and those of its tables and references too. */
    private record Pair(Element article, PaperDraft draft, String letters, String all) {}

    private final TreeMap<String, Pair> pairs = new TreeMap<>();

    @BeforeAll
    void readAll() throws IOException, ReadingException, SAXException, ParserConfigurationException {
        Path folder = SharedFolder.require("data/papers-jats");
        XmlReader reader = new XmlReader(new ReferenceParser());
        DocumentBuilder parser = parser();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".xml")).toList();
        }
        for (Path file : files) {
            Element article = parser.parse(new ByteArrayInputStream(Files.readAllBytes(file)))
                    .getDocumentElement();
            PaperDraft draft = reader.read(file);
            StringBuilder text = new StringBuilder();
            draft.sections.forEach(section -> text.append(section.heading()).append(section.text()));
            String read = letters(text.toString());
            draft.tables.forEach(table -> table.rows().forEach(text::append));
            draft.references.forEach(reference -> text.append(reference));
            pairs.put(file.getFileName().toString(), new Pair(article, draft, read, letters(text.toString())));
        }
    }

    @Test
    void everyReferenceIsThere() {
        List<String> lost = new ArrayList<>();
        pairs.forEach((name, pair) -> {
            int printed = inside(pair.article, "ref").size();
            if (printed != pair.draft.references.size()) {
                lost.add(name + ": " + printed + " printed, " + pair.draft.references.size() + " read");
            }
        });
        assertThat(pairs).isNotEmpty();
        assertThat(lost).isEmpty();
    }

    /** Those of an abstract in another language lead its paragraphs. */
    @Test
    void everySectionIsThere() {
        List<String> lost = new ArrayList<>();
        pairs.forEach((name, pair) -> {
            Set<String> headings = pair.draft.sections.stream()
                    .map(Section::heading)
                    .filter(Objects::nonNull)
                    .map(JatsLosslessIT::letters)
                    .collect(Collectors.toSet());
            for (Element section : inside(pair.article, "sec")) {
                String heading = letters(title(section));
                boolean found = isWithin(section, "trans-abstract")
                        ? pair.letters.contains(heading)
                        : headings.stream().anyMatch(each -> each.endsWith(heading));
                if (!found) {
                    lost.add(name + ": " + title(section));
                }
            }
        });
        assertThat(lost).isEmpty();
    }

    @Test
    void everyAuthorIsThere() {
        List<String> lost = new ArrayList<>();
        pairs.forEach((name, pair) -> {
            Set<String> families = pair.draft.authors.stream()
                    .map(Author::family)
                    .filter(Objects::nonNull)
                    .map(JatsLosslessIT::letters)
                    .collect(Collectors.toSet());
            for (Element contributor : inside(pair.article, "contrib")) {
                NodeList surnames = contributor.getElementsByTagName("surname");
                boolean author = !NO_AUTHORS.contains(contributor.getAttribute("contrib-type"));
                if (author && surnames.getLength() > 0) {
                    String family = surnames.item(0).getTextContent();
                    if (!families.contains(letters(family))) {
                        lost.add(name + ": " + family);
                    }
                }
            }
        });
        assertThat(lost).isEmpty();
    }

    /** The middle of every paragraph of the body's sections, wherever it stands in the paper. */
    @Test
    void everyParagraphIsThere() {
        List<String> lost = new ArrayList<>();
        int all = 0;
        for (var pair : pairs.entrySet()) {
            for (Element paragraph : inside(pair.getValue().article, "p")) {
                String text = letters(paragraph.getTextContent());
                if (text.length() < 60
                        || !isWithin(paragraph, "body")
                        || paragraph.getElementsByTagName("*").getLength() > 0) {
                    continue;
                }
                all++;
                if (!pair.getValue().letters.contains(text)) {
                    lost.add(pair.getKey() + ": " + text.substring(0, 50));
                }
            }
        }
        assertThat(lost).as("lost of %d plain paragraphs", all).isEmpty();
    }

    /** Every piece of text of body, back matter and floats; a reference list's own heading is no section of the paper. */
    @Test
    void everyWordIsThere() {
        List<String> lost = new ArrayList<>();
        int[] all = {0};
        pairs.forEach((name, pair) -> {
            for (Node part = pair.article.getFirstChild(); part != null; part = part.getNextSibling()) {
                if (TEXTS.contains(part.getNodeName())) {
                    words(part, text -> {
                        all[0]++;
                        if (!pair.all.contains(letters(text.getData()))) {
                            lost.add(name + ": " + text.getParentNode().getNodeName() + " " + text.getData());
                        }
                    });
                }
            }
        });
        assertThat(all[0]).isPositive();
        assertThat(lost).as("lost of %d pieces of text", all[0]).isEmpty();
    }

    private static void words(Node node, Consumer<Text> each) {
        if (node instanceof Text text && letters(text.getData()).length() > 2) {
            each.accept(text);
        }
        boolean heading = node.getNodeName().equals("title")
                && node.getParentNode().getNodeName().equals("ref-list");
        if (!heading && !NOT_PRINTED.contains(node.getNodeName())) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                words(child, each);
            }
        }
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        return builder;
    }

    /** The elements of a name that belong to this article, not to a reply or a review within it. */
    private static List<Element> inside(Element article, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = article.getElementsByTagName(name);
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (OTHER_PAPERS.stream().noneMatch(other -> isWithin(element, other))) {
                found.add(element);
            }
        }
        return found;
    }

    private static boolean isWithin(Node node, String name) {
        for (Node parent = node.getParentNode(); parent != null; parent = parent.getParentNode()) {
            if (parent.getNodeName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String title(Element section) {
        for (Node child = section.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals("title")) {
                return child.getTextContent();
            }
        }
        return "";
    }

    /** Letters and digits alone; raised ones as plain ones. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
