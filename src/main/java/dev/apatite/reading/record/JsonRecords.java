package dev.apatite.reading.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.reading.draft.ReadingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** CSL-JSON and Zotero's own JSON as tagged records with RIS's tags. */
final class JsonRecords {
    private static final Pattern BEGIN = Pattern.compile("^(?:\\[\\s*[\\[{\"\\]]|\\{\\s*[\"}])");
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][A-Za-z0-9:]{0,20}(?:\\s[^<>]{0,200})?/?>");
    private static final Pattern EXTRA =
            Pattern.compile("(?m)^\\s*(DOI|PMID|PMCID)\\s*:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_PAPERS = Set.of("attachment", "note", "annotation");
    private static final String NO_RECORDS =
            "JSON that is no bibliography (CSL-JSON or Zotero's) holds no paper and is not read";

    private JsonRecords() {}

    /** Whether a text begins as JSON does. */
    static boolean begins(String head) {
        return BEGIN.matcher(head.strip()).find();
    }

    static List<TaggedRecord> records(String text) throws ReadingException {
        JsonNode root;
        try {
            root = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(text);
        } catch (JsonProcessingException e) {
            throw new ReadingException(
                    "the file begins as JSON and is none, or more than one, from line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + " on; it is not read",
                    e);
        }
        List<TaggedRecord> records = new ArrayList<>();
        boolean known = false;
        for (JsonNode each : items(root)) {
            JsonNode item = each.path("data").has("itemType") ? each.path("data") : each;
            if (item.has("itemType")) {
                known = true;
                if (!NO_PAPERS.contains(item.path("itemType").asText())) {
                    records.add(zotero(item));
                }
            } else if (item.path("type").isTextual() && item.path("title").isTextual() && isCsl(item)) {
                known = true;
                records.add(csl(item));
            }
        }
        if (!known) {
            throw new ReadingException(NO_RECORDS);
        }
        return records;
    }

    private static Iterable<JsonNode> items(JsonNode root) {
        if (root.isArray()) {
            return root;
        }
        return root.path("items").isArray() ? root.path("items") : List.of(root);
    }

    /** Many kinds of objects have a type and a title; only a citation has one of these too. */
    private static boolean isCsl(JsonNode item) {
        return item.path("author").isArray()
                || item.path("issued").isObject()
                || item.has("container-title")
                || item.has("DOI")
                || item.has("PMID");
    }

    private static TaggedRecord csl(JsonNode item) {
        TaggedRecord record = new TaggedRecord(TaggedFormat.RIS);
        put(record, "TI", item.path("title"));
        put(record, "T2", item.path("container-title"));
        put(record, "VL", item.path("volume"));
        put(record, "IS", item.path("issue"));
        put(record, "SP", item.path("page"));
        put(record, "M3", item.path("genre"));
        put(record, "AB", item.path("abstract"));
        put(record, "DO", item.path("DOI"));
        put(record, "AN", item.path("PMID"));
        put(record, "C2", item.path("PMCID"));
        put(record, "SN", item.path("ISSN"));
        put(record, "UR", item.path("URL"));
        put(record, "LA", item.path("language"));
        extra(record, item.path("note").asText());
        for (String keyword : item.path("keyword").asText().split("\\s*[;,]\\s*", -1)) {
            record.add("KW", keyword);
        }
        for (JsonNode author : item.path("author")) {
            String family = join(author, "non-dropping-particle", "family");
            String given = join(author, "given", "dropping-particle", "suffix");
            name(record, family.isEmpty() ? author.path("literal").asText() : family, given);
        }
        JsonNode issued = item.path("issued");
        List<String> parts = new ArrayList<>();
        issued.path("date-parts").path(0).forEach(part -> parts.add(part.asText()));
        if (parts.isEmpty()) {
            put(record, "PY", issued.has("raw") ? issued.path("raw") : issued.path("literal"));
        } else {
            record.add("PY", String.join("-", parts));
        }
        return record;
    }

    /** An item as Zotero writes it. */
    static TaggedRecord zotero(JsonNode item) {
        TaggedRecord record = new TaggedRecord(TaggedFormat.RIS);
        put(record, "TI", item.path("title"));
        put(record, "T2", item.has("publicationTitle") ? item.path("publicationTitle") : item.path("bookTitle"));
        put(record, "VL", item.path("volume"));
        put(record, "IS", item.path("issue"));
        put(record, "SP", item.path("pages"));
        put(record, "AB", item.path("abstractNote"));
        put(record, "DO", item.path("DOI"));
        put(record, "SN", item.path("ISSN"));
        put(record, "UR", item.path("url"));
        put(record, "LA", item.path("language"));
        put(record, "PY", item.path("date"));
        extra(record, item.path("extra").asText());
        for (JsonNode tag : item.path("tags")) {
            put(record, "KW", tag.isTextual() ? tag : tag.path("tag"));
        }
        for (JsonNode attachment : item.path("attachments")) {
            String path =
                    attachment.path("path").asText(attachment.path("localPath").asText());
            record.attach(AttachedFiles.path(path));
        }
        for (JsonNode creator : item.path("creators")) {
            if (creator.path("creatorType").asText("author").equals("author")) {
                String family = creator.path("lastName").asText();
                name(
                        record,
                        family.isEmpty() ? creator.path("name").asText() : family,
                        creator.path("firstName").asText());
            }
        }
        return record;
    }

    /** What has no field of its own stands there line by line: "PMID: 123". */
    static void extra(TaggedRecord record, String lines) {
        Matcher line = EXTRA.matcher(lines);
        while (line.find()) {
            switch (line.group(1).toUpperCase(Locale.ROOT)) {
                case "DOI" -> record.add("DO", line.group(2));
                case "PMID" -> record.add("AN", line.group(2));
                default -> record.add("C2", line.group(2));
            }
        }
    }

    private static void name(TaggedRecord record, String family, String given) {
        if (!family.isBlank()) {
            record.add("AU", given.isBlank() ? family.strip() : family.strip() + ", " + given.strip());
        }
    }

    private static String join(JsonNode name, String... parts) {
        List<String> words = new ArrayList<>();
        for (String part : parts) {
            String word = name.path(part).asText().strip();
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }

    private static void put(TaggedRecord record, String tag, JsonNode value) {
        JsonNode one = value.isArray() ? value.path(0) : value;
        String text = one.asText();
        if (!text.isBlank()) {
            String plain =
                    MARKUP.matcher(text).find() ? Jsoup.parseBodyFragment(text).text() : text;
            record.add(tag, plain.strip());
        }
    }
}
