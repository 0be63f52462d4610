package dev.apatite.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads gold references: one JSON object a line, or AnyStyle's tagged XML. */
final class GoldReferenceFile {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[4-9]\\d\\d|20\\d\\d)(?!\\d)");
    private static final Pattern VOLUME = Pattern.compile(
            "^\\W{0,5}(?:(?:19|20)\\d\\d\\s?[;,]\\s?)?(?:(?:vol(?:ume)?|v|bd|band|tome?|t)\\b\\.?,?\\s*)?"
                    + "([A-Z]?\\d+[A-Za-z]?|[IVXLCM]+)\\b(?:\\s?[,.:/-]\\s?(\\d+))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ISSUE = Pattern.compile(
            "(?:\\(\\s*(?:nos?\\.?\\s*)?|\\b(?:nos?|nr|n|num|issue|iss|number|nº|n°)\\b?[.°º:]{0,2}\\s*)"
                    + "(\\d+(?:\\s?[-–/&]\\s?\\d+)?(?:-[A-Z])?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGES = Pattern.compile(
            "([A-Za-z]{0,2}\\d+[A-Za-z]?|\\b[ivxlc]+\\b)(?:\\s*[-‐-―−_]+\\s*([A-Za-z]{0,2}\\d+[A-Za-z]?|[ivxlc]+\\b))?");

    private GoldReferenceFile() {}

    /** Reads the file by its ending, {@code .jsonl} or {@code .xml}. */
    static List<GoldReference> read(Path file) throws IOException {
        return file.toString().endsWith(".xml") ? readXml(file) : readJsonLines(file);
    }

    private static List<GoldReference> readJsonLines(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<GoldReference> references = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            JsonNode node = mapper.readTree(line);
            List<String> families = new ArrayList<>();
            node.path("authors")
                    .forEach(each -> families.add(each.path("family").asText()));
            references.add(new GoldReference(
                    null,
                    node.path("raw").asText(),
                    families,
                    null,
                    text(node, "title"),
                    text(node, "journal"),
                    text(node, "year"),
                    text(node, "volume"),
                    text(node, "issue"),
                    text(node, "firstPage"),
                    text(node, "lastPage"),
                    text(node, "doi")));
        }
        return references;
    }

    private static @Nullable String text(JsonNode node, String field) {
        String value = node.path(field).asText("");
        return value.isBlank() || node.path(field).isNull() ? null : value;
    }

    private static List<GoldReference> readXml(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        List<GoldReference> references = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in, "UTF-8");
            Map<String, String> fields = new LinkedHashMap<>();
            StringBuilder raw = new StringBuilder();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    String name = xml.getLocalName();
                    if (name.equals("sequence")) {
                        fields.clear();
                        raw.setLength(0);
                    } else if (!name.equals("dataset") || raw.length() > 0) {
                        String value = xml.getElementText().strip();
                        fields.merge(name, value, (a, b) -> name.equals("author") ? a + " " + b : a);
                        raw.append(name.equals("citation-number") ? "" : value + " ");
                    }
                } else if (event == XMLStreamReader.END_ELEMENT
                        && xml.getLocalName().equals("sequence")) {
                    references.add(fromTagged(raw.toString().strip(), fields));
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(file + " is not well-formed: " + e.getMessage(), e);
        }
        return references;
    }

    /** The pieces of AnyStyle's tags that we have fields for; volume, issue and pages stand there in one piece each. */
    private static GoldReference fromTagged(String raw, Map<String, String> fields) {
        String volume = fields.getOrDefault("volume", "");
        Matcher pages = PAGES.matcher(fields.getOrDefault("pages", ""));
        boolean paged = pages.find();
        return new GoldReference(
                fields.get("citation-number"),
                raw,
                List.of(),
                fields.getOrDefault("author", ""),
                fields.get("title"),
                fields.getOrDefault("journal", fields.get("container-title")),
                first(YEAR, fields.getOrDefault("date", "")),
                first(VOLUME, volume),
                issue(volume),
                paged ? pages.group(1) : null,
                paged ? pages.group(2) : null,
                fields.get("doi"));
    }

    /** The number that is marked as an issue, else the one behind the volume ("36, 3", "13.2"). */
    private static @Nullable String issue(String volume) {
        String marked = first(ISSUE, volume);
        Matcher matcher = VOLUME.matcher(volume);
        return marked != null || !matcher.find() ? marked : matcher.group(2);
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }
}
