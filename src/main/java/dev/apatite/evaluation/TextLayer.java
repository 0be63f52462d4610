package dev.apatite.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The words of a file as a program without any idea of papers extracts them: what a reading must account for. */
public final class TextLayer {
    private static final Set<String> MATH = Set.of(
            "mi",
            "mn",
            "mo",
            "mtext",
            "mrow",
            "msub",
            "msup",
            "msubsup",
            "mover",
            "munder",
            "munderover",
            "mfrac",
            "mstyle",
            "mfenced",
            "msqrt",
            "mroot",
            "mspace",
            "mpadded");

    private TextLayer() {}

    /**
     * The text of a PDF, of the body of an article in XML, of a web page, of a Word document with its notes, or of a plain
     * text.
     *
     * @return null for a kind of file that has no plain text of its own
     * @throws IOException where the file cannot be read
     */
    public static @Nullable String of(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                return new PDFTextStripper().getText(document);
            }
        }
        if (name.endsWith(".xml") || name.endsWith(".nxml")) {
            return body(file);
        }
        if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml")) {
            return page(Jsoup.parse(file));
        }
        if (name.endsWith(".docx")) {
            return word(file);
        }
        return name.endsWith(".txt") || name.endsWith(".md") ? Files.readString(file) : null;
    }

    /** All characters of a page; line feeds part what browsers show apart. */
    private static String page(Document page) {
        StringBuilder text = new StringBuilder();
        page.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                text.append(node instanceof TextNode characters ? characters.getWholeText() : "");
            }

            @Override
            public void tail(Node node, int depth) {
                boolean apart = node instanceof Element element && (element.isBlock() || element.is("td, th, br"));
                text.append(apart ? "\n" : "");
            }
        });
        return text.toString();
    }

    /** The runs of text in the parts of the package that print any, a line for each paragraph. */
    private static String word(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String part : List.of("document", "footnotes", "endnotes")) {
                ZipEntry entry = zip.getEntry("word/" + part + ".xml");
                if (entry == null) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    Document xml = Jsoup.parse(in, StandardCharsets.UTF_8.name(), "", Parser.xmlParser());
                    for (Element paragraph : xml.select("w|p")) {
                        paragraph.select("w|t").forEach(run -> text.append(run.wholeText()));
                        text.append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    /** All characters within the elements named body; spaces part the elements. */
    private static String body(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        StringBuilder text = new StringBuilder();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth += depth > 0 || reader.getLocalName().equals("body") ? 1 : 0;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth -= depth > 0 ? 1 : 0;
                    text.append(isInline(reader.getLocalName()) ? "" : "\n");
                } else if (depth > 0 && reader.isCharacters()) {
                    text.append(reader.getText());
                }
            }
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IOException(file + " is no XML: " + e.getMessage(), e);
        }
    }

    private static boolean isInline(String element) {
        return switch (element) {
            case "italic",
                    "bold",
                    "sup",
                    "sub",
                    "sc",
                    "xref",
                    "underline",
                    "monospace",
                    "named-content",
                    "styled-content" -> true;
            // The signs of a formula stand as close as the file has them.
            default -> MATH.contains(element);
        };
    }
}
