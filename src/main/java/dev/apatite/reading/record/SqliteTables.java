package dev.apatite.reading.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole tables of an SQLite database from its file, as SQLite's description of the format (version 3) says: no lock is
 * taken, nothing is written, no journal is looked at. A program that holds the database open does not notice; what it has not
 * written yet is not seen. Indices, views, queries and tables WITHOUT ROWID are not for this.
 */
final class SqliteTables implements Closeable {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int INTERIOR = 5;
    private static final int LEAF = 13;
    private static final int DEEPEST = 40;

    /** A value longer than this is no title, name or path. */
    private static final int LONGEST = 4 << 20;

    private static final Pattern COLUMNS = Pattern.compile("(?is)^\\s*create\\s+table\\s[^(]*\\((.*)\\)[^)]*$");
    private static final Pattern NAME = Pattern.compile("^\\s*(?:\"([^\"]+)\"|\\[([^\\]]+)\\]|`([^`]+)`|([\\w$]+))");
    private static final Pattern NO_COLUMN =
            Pattern.compile("(?is)^\\s*(?:primary\\s+key|unique|check|foreign\\s+key|constraint)\\b.*");
    private static final Pattern ROWID = Pattern.compile("(?is)^\\s*\\S+\\s+integer\\s+primary\\s+key\\b.*");

    private final FileChannel channel;
    private final int pageSize;
    private final int usable;
    private final long pages;
    private final Charset charset;
    private final Map<String, Table> tables = new HashMap<>();

    private record Table(int root, List<String> columns, int rowid) {}

    /** One row: what a column holds as text; empty where it holds nothing, or is not there. */
    interface Row {
        /** The value of a column as text. */
        String text(String column);

        /** The value of a column as a number; 0 where it is none. */
        default long number(String column) {
            String text = text(column);
            return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
        }
    }

    /**
     * Opens a database.
     *
     * @throws IOException where the file cannot be read, or is no such database
     */
    SqliteTables(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            ByteBuffer head = read(0, 100);
            byte[] magic = new byte[MAGIC.length];
            head.get(0, magic);
            int size = head.getShort(16) & 0xffff;
            pageSize = size == 1 ? 65_536 : size;
            usable = pageSize - (head.get(20) & 0xff);
            if (!java.util.Arrays.equals(magic, MAGIC) || pageSize < 512 || usable < 480) {
                throw new IOException("the file is no SQLite database");
            }
            pages = channel.size() / pageSize;
            charset = switch (head.getInt(56)) {
                case 2 -> StandardCharsets.UTF_16LE;
                case 3 -> StandardCharsets.UTF_16BE;
                default -> StandardCharsets.UTF_8;
            };
            Table schema = new Table(1, List.of("type", "name", "tbl_name", "rootpage", "sql"), -1);
            new Scan(schema).run(row -> {
                if (row.text("type").equals("table") && row.number("rootpage") > 0) {
                    tables.put(
                            row.text("name").toLowerCase(Locale.ROOT),
                            table((int) row.number("rootpage"), row.text("sql")));
                }
            });
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Whether there is a table of this name. */
    boolean has(String table) {
        return tables.containsKey(table.toLowerCase(Locale.ROOT));
    }

    /**
     * Hands on every row of a table in the order of its row ids; none where there is no such table.
     *
     * @throws IOException where the database is damaged
     */
    void rows(String table, Consumer<Row> each) throws IOException {
        Table known = tables.get(table.toLowerCase(Locale.ROOT));
        if (known != null) {
            new Scan(known).run(each);
        }
    }

    private static Table table(int root, String sql) {
        Matcher all = COLUMNS.matcher(sql.replaceAll("(?s)/\\*.*?\\*/|--[^\\n]*", " "));
        List<String> columns = new ArrayList<>();
        int rowid = -1;
        if (all.matches()) {
            for (String definition : parts(all.group(1))) {
                Matcher name = NAME.matcher(definition);
                if (!NO_COLUMN.matcher(definition).matches() && name.find()) {
                    rowid = ROWID.matcher(definition).matches() ? columns.size() : rowid;
                    columns.add(name.group().replaceAll("[\"`\\[\\]\\s]", "").toLowerCase(Locale.ROOT));
                }
            }
        }
        return new Table(root, columns, rowid);
    }

    /** What stands between commas outside all brackets. */
    private static List<String> parts(String definitions) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < definitions.length(); i++) {
            char c = definitions.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(definitions.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(definitions.substring(start));
        return parts;
    }

    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, at + bytes.position());
            if (read < 0) {
                throw new IOException("the database ends before its end");
            }
        }
        return bytes.flip();
    }

    /** A walk through one table's tree. */
    private final class Scan {
        private final Table table;
        private final Set<Long> seen = new HashSet<>();

        Scan(Table table) {
            this.table = table;
        }

        void run(Consumer<Row> each) throws IOException {
            try {
                page(table.root(), 0, each);
            } catch (IndexOutOfBoundsException
                    | IllegalArgumentException
                    | BufferUnderflowException
                    | BufferOverflowException e) {
                throw new IOException("the database is damaged", e);
            }
        }

        private ByteBuffer open(long number) throws IOException {
            if (number < 1 || number > pages || !seen.add(number)) {
                throw new IOException("the database is damaged: its pages do not fit together");
            }
            return read((number - 1) * pageSize, pageSize);
        }

        private void page(long number, int depth, Consumer<Row> each) throws IOException {
            ByteBuffer page = open(number);
            int head = number == 1 ? 100 : 0;
            int kind = page.get(head);
            int cells = page.getShort(head + 3) & 0xffff;
            if (kind != LEAF && kind != INTERIOR || depth > DEEPEST) {
                throw new IOException("the database is damaged: a page is of no table");
            }
            int pointers = head + (kind == LEAF ? 8 : 12);
            for (int i = 0; i < cells; i++) {
                int cell = page.getShort(pointers + 2 * i) & 0xffff;
                if (kind == INTERIOR) {
                    page(page.getInt(cell) & 0xffffffffL, depth + 1, each);
                } else {
                    row(page, cell, each);
                }
            }
            if (kind == INTERIOR) {
                page(page.getInt(head + 8) & 0xffffffffL, depth + 1, each);
            }
        }

        private void row(ByteBuffer page, int cell, Consumer<Row> each) throws IOException {
            page.position(cell);
            long length = varint(page);
            long id = varint(page);
            each.accept(new Values(record(page, length), id));
        }

        /** The bytes of a record: those in the page, and those on the pages that go on where it is long. */
        private ByteBuffer record(ByteBuffer page, long length) throws IOException {
            int most = usable - 35;
            if (length <= most) {
                return page.slice(page.position(), (int) length);
            }
            int least = (usable - 12) * 32 / 255 - 23;
            int here = least + (int) ((length - least) % (usable - 4));
            here = here <= most ? here : least;
            ByteBuffer whole = ByteBuffer.allocate((int) Math.min(length, LONGEST));
            put(whole, page.slice(page.position(), here));
            long next = page.getInt(page.position() + here) & 0xffffffffL;
            while (next != 0 && whole.hasRemaining()) {
                ByteBuffer more = open(next);
                next = more.getInt(0) & 0xffffffffL;
                put(whole, more.slice(4, usable - 4));
            }
            return whole.flip();
        }

        private void put(ByteBuffer whole, ByteBuffer piece) {
            whole.put(piece.limit(Math.min(piece.limit(), whole.remaining())));
        }

        private final class Values implements Row {
            private final ByteBuffer record;
            private final long id;
            private final List<Long> types = new ArrayList<>();
            private final List<Long> places = new ArrayList<>();

            Values(ByteBuffer record, long id) {
                this.record = record;
                this.id = id;
                long at = varint(record);
                long head = at;
                while (record.position() < head) {
                    long type = varint(record);
                    types.add(type);
                    places.add(at);
                    at += size(type);
                }
            }

            @Override
            public String text(String column) {
                int i = table.columns().indexOf(column.toLowerCase(Locale.ROOT));
                if (i >= 0 && i == table.rowid()) {
                    return String.valueOf(id);
                }
                return i < 0 || i >= types.size() ? "" : Objects.requireNonNullElse(value(i), "");
            }

            private @Nullable String value(int i) {
                long type = types.get(i);
                long at = places.get(i);
                long size = size(type);
                if (type == 0 || at + size > record.limit()) {
                    return null;
                }
                if (type == 8 || type == 9) {
                    return type == 8 ? "0" : "1";
                }
                if (type == 7) {
                    return String.valueOf(record.getDouble((int) at));
                }
                if (type < 7) {
                    long number = record.get((int) at);
                    for (int k = 1; k < size; k++) {
                        number = number << 8 | record.get((int) at + k) & 0xff;
                    }
                    return String.valueOf(number);
                }
                byte[] bytes = new byte[(int) size];
                record.get((int) at, bytes);
                return new String(bytes, charset);
            }
        }
    }

    private static long size(long type) {
        if (type >= 12) {
            return (type - 12) / 2;
        }
        return type == 5 ? 6 : type == 6 || type == 7 ? 8 : type > 7 ? 0 : type;
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte each = bytes.get();
            value = value << 7 | each & 0x7f;
            if (each >= 0) {
                return value;
            }
        }
        return value << 8 | bytes.get() & 0xff;
    }
}
