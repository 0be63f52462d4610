package dev.apatite.reading.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apatite.reading.record.SqliteTables.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A Zotero data folder: the library in {@code zotero.sqlite}, and the attached files in {@code storage/KEY}. The library is
 * only read, and not locked. Items in the trash, notes, annotations and feeds are no papers.
 */
public final class ZoteroLibrary {
    /** The name of the library's file. */
    public static final String FILE = "zotero.sqlite";

    private static final String STORED = "storage:";

    /** What Zotero and its extensions keep in the folder beside the library. */
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)(?:styles|translators|locate|cache|te?mp|logs?|pipes|better-bibtex|fonts)(?:/.*)?"
                    + "|[^/]*(?:\\.sqlite[^/]*|\\.bak|\\.dbs?|\\.db-\\w+)|(?:zotero|better-bibtex|retracted)[^/]*\\.(?:json|log|js)");

    private static final Pattern NO_TEXT = Pattern.compile("(?:image|audio|video|font)/.*|text/(?:css|javascript)");
    private static final Set<String> NO_PAPERS = Set.of("attachment", "note", "annotation");
    private static final int LINKED_ADDRESS = 3;
    private static final int EMBEDDED_IMAGE = 4;

    private final Map<Long, Item> items = new TreeMap<>();
    private final Map<Long, Attachment> attachments = new TreeMap<>();
    private final Set<Long> trash = new HashSet<>();

    private static final class Item {
        final String type;
        final String key;
        final Map<String, String> fields = new HashMap<>();
        final List<Creator> creators = new ArrayList<>();
        final List<String> tags = new ArrayList<>();

        Item(String type, String key) {
            this.type = type;
            this.key = key;
        }
    }

    private record Creator(long place, String role, String family, String given) {}

    private record Attachment(long parent, long mode, String type, String path) {}

    private ZoteroLibrary() {}

    /** Whether a file has the name of a library. */
    static boolean is(Path file) {
        return String.valueOf(file.getFileName()).equalsIgnoreCase(FILE);
    }

    /**
     * Which files below a Zotero data folder belong to the library, so that the program's own files, what snapshots of web
     * pages consist of and what lies in the trash are no part of a corpus; empty where the folder is none, or its library
     * cannot be read. Paths are relative to the folder, with forward slashes.
     */
    public static Optional<Holdings> holdings(Path folder) {
        if (!Files.isRegularFile(folder.resolve(FILE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(folder.resolve(FILE)).holdings());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The files of a library.
     *
     * @param main by the name of their folder in {@code storage}, the attached file; empty where that is in the trash
     */
    public record Holdings(Map<String, String> main) {
        public Holdings {
            main = Map.copyOf(main);
        }

        /** Whether a file below the folder is the library itself, an attachment, or a file of nobody's. */
        public boolean has(String path) {
            String[] parts = path.split("/", 3);
            if (parts.length == 3 && parts[0].equals("storage") && main.containsKey(parts[1])) {
                return main.get(parts[1]).equals(parts[2]);
            }
            return path.equals(FILE) || !PROGRAM.matcher(path).matches();
        }
    }

    /**
     * Reads a library.
     *
     * @throws IOException where it is none, or damaged
     */
    static ZoteroLibrary read(Path file) throws IOException {
        ZoteroLibrary library = new ZoteroLibrary();
        try (SqliteTables tables = new SqliteTables(file)) {
            if (!tables.has("items") || !tables.has("itemData")) {
                throw new IOException("the database is no library of Zotero's");
            }
            library.read(tables);
        }
        return library;
    }

    private void read(SqliteTables tables) throws IOException {
        Set<Long> feeds = new HashSet<>();
        tables.rows("feeds", row -> feeds.add(row.number("libraryID")));
        Map<Long, String> types = names(tables, "itemTypes", "itemTypeID", "typeName");
        types.putAll(names(tables, "itemTypesCombined", "itemTypeID", "typeName"));
        tables.rows("items", row -> {
            if (!feeds.contains(row.number("libraryID"))) {
                items.put(
                        row.number("itemID"),
                        new Item(types.getOrDefault(row.number("itemTypeID"), ""), row.text("key")));
            }
        });
        tables.rows("deletedItems", row -> trash.add(row.number("itemID")));
        tables.rows(
                "itemAttachments",
                row -> attachments.put(
                        row.number("itemID"),
                        new Attachment(
                                row.number(row.text("parentItemID").isEmpty() ? "sourceItemID" : "parentItemID"),
                                row.number("linkMode"),
                                row.text(row.text("contentType").isEmpty() ? "mimeType" : "contentType"),
                                row.text("path"))));
        fields(tables);
        creators(tables);
        Map<Long, String> tags = names(tables, "tags", "tagID", "name");
        tables.rows("itemTags", row -> {
            Item item = items.get(row.number("itemID"));
            String tag = tags.get(row.number("tagID"));
            if (item != null && tag != null) {
                item.tags.add(tag);
            }
        });
    }

    private void fields(SqliteTables tables) throws IOException {
        Map<Long, String> fields = names(tables, "fields", "fieldID", "fieldName");
        fields.putAll(names(tables, "fieldsCombined", "fieldID", "fieldName"));
        Map<Long, List<Map.Entry<Item, String>>> wanted = new HashMap<>();
        tables.rows("itemData", row -> {
            Item item = items.get(row.number("itemID"));
            String field = fields.get(row.number("fieldID"));
            if (item != null && field != null && !NO_PAPERS.contains(item.type)) {
                wanted.computeIfAbsent(row.number("valueID"), any -> new ArrayList<>())
                        .add(Map.entry(item, field));
            }
        });
        tables.rows("itemDataValues", row -> {
            for (Map.Entry<Item, String> each : wanted.getOrDefault(row.number("valueID"), List.of())) {
                each.getKey().fields.put(each.getValue(), row.text("value"));
            }
        });
    }

    private void creators(SqliteTables tables) throws IOException {
        Map<Long, String> roles = names(tables, "creatorTypes", "creatorTypeID", "creatorType");
        Map<Long, String[]> names = new HashMap<>();
        tables.rows(
                "creators",
                row -> names.put(row.number("creatorID"), new String[] {row.text("lastName"), row.text("firstName")}));
        tables.rows("itemCreators", row -> {
            Item item = items.get(row.number("itemID"));
            String[] name = names.get(row.number("creatorID"));
            if (item != null && name != null) {
                item.creators.add(new Creator(
                        row.number("orderIndex"),
                        roles.getOrDefault(row.number("creatorTypeID"), "author"),
                        name[0],
                        name[1]));
            }
        });
    }

    private static Map<Long, String> names(SqliteTables tables, String table, String id, String name)
            throws IOException {
        Map<Long, String> names = new HashMap<>();
        tables.rows(table, (Row row) -> names.put(row.number(id), row.text(name)));
        return names;
    }

    private boolean isTrash(long item) {
        Attachment attachment = attachments.get(item);
        return trash.contains(item) || attachment != null && trash.contains(attachment.parent());
    }

    private Holdings holdings() {
        Map<String, String> main = new HashMap<>();
        attachments.forEach((id, attachment) -> {
            Item item = items.get(id);
            if (item != null && !item.key.isEmpty() && !attachment.path().isEmpty()) {
                boolean out = isTrash(id)
                        || attachment.mode() == EMBEDDED_IMAGE
                        || NO_TEXT.matcher(attachment.type().toLowerCase(Locale.ROOT))
                                .matches();
                main.put(item.key, out ? "" : attachment.path().replaceFirst("^" + STORED, ""));
            }
        });
        return new Holdings(main);
    }

    /** One record for each item that is a paper, in the order of the items, with the files that it names. */
    List<TaggedRecord> records() {
        Map<Long, List<String>> files = new HashMap<>();
        attachments.forEach((id, attachment) -> {
            Item item = items.get(id);
            boolean file = attachment.mode() != LINKED_ADDRESS && attachment.mode() != EMBEDDED_IMAGE;
            if (item != null
                    && file
                    && !trash.contains(id)
                    && !attachment.path().isEmpty()) {
                String path = attachment.path().startsWith(STORED)
                        ? "storage/" + item.key + "/" + attachment.path().substring(STORED.length())
                        : attachment.path().replaceFirst("^attachments:", "");
                files.computeIfAbsent(attachment.parent(), any -> new ArrayList<>())
                        .add(path);
            }
        });
        List<TaggedRecord> records = new ArrayList<>();
        items.forEach((id, item) -> {
            if (!NO_PAPERS.contains(item.type) && !trash.contains(id) && !item.type.isEmpty()) {
                TaggedRecord record = JsonRecords.zotero(json(item));
                files.getOrDefault(id, List.of()).forEach(record::attach);
                records.add(record);
            }
        });
        return records;
    }

    /** As Zotero exports an item. */
    private static ObjectNode json(Item item) {
        ObjectNode json = new ObjectNode(JsonNodeFactory.instance);
        json.put("itemType", item.type);
        item.fields.forEach(json::put);
        // A date is kept twice, as numbers and as it was typed: "2014-03-00 March 2014".
        String date = item.fields.getOrDefault("date", "");
        if (date.matches("(?s)\\d{4}-\\d\\d-\\d\\d\\b.*")) {
            json.put("date", date.substring(0, 10).replaceAll("-00", ""));
        }
        var creators = json.putArray("creators");
        item.creators.stream()
                .sorted(Comparator.comparingLong(Creator::place))
                .forEach(each -> creators.addObject()
                        .put("creatorType", each.role())
                        .put("lastName", each.family())
                        .put("firstName", each.given()));
        var tags = json.putArray("tags");
        item.tags.forEach(each -> tags.addObject().put("tag", each));
        return json;
    }
}
