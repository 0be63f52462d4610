package dev.apatite.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
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
     * The text of a PDF, of the body of an article in XML, of a web page, or of a plain text.
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
            return Jsoup.parse(file).body().wholeText();
        }
        return name.endsWith(".txt") || name.endsWith(".md") ? Files.readString(file) : null;
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
