package dev.apatite.query;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Keys of names in their order, each with the numbers of the concepts that it names, as bytes that are searched as they
 * lie. Such a table takes a second to work out and none to read, so that the build makes that of the built-in vocabulary.
 */
final class NameTable {
    private static final int MAGIC = 0x4170_4E31;
    private static final int ACRONYM = 1;

    /** A concept by its number in the vocabulary, and whether the name is an acronym. */
    record Entry(int concept, boolean acronym) {}

    private final ByteBuffer bytes;
    private final String version;
    private final int names;
    private final int places;

    private NameTable(byte[] all) {
        bytes = ByteBuffer.wrap(all);
        if (bytes.getInt(0) != MAGIC) {
            throw new IllegalArgumentException("no table of names");
        }
        int length = bytes.getInt(Integer.BYTES);
        version = new String(all, 2 * Integer.BYTES, length, StandardCharsets.UTF_8);
        names = bytes.getInt(2 * Integer.BYTES + length);
        places = 3 * Integer.BYTES + length;
    }

    /** The table that the build made, if it is that of this version of the vocabulary. */
    static Optional<NameTable> built(String resource, String version) {
        try (InputStream in = NameTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            NameTable table = new NameTable(in.readAllBytes());
            return table.version.equals(version) ? Optional.of(table) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NameTable of(Map<String, List<Entry>> entries, String version) {
        return new NameTable(bytes(entries, version));
    }

    /** What {@link #built} reads. */
    static byte[] bytes(Map<String, List<Entry>> entries, String version) {
        TreeMap<byte[], List<Entry>> sorted = new TreeMap<>(Arrays::compareUnsigned);
        entries.forEach((key, of) -> sorted.put(key.getBytes(StandardCharsets.UTF_8), of));
        byte[] name = version.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteArrayOutputStream behind = new ByteArrayOutputStream();
        try (DataOutputStream head = new DataOutputStream(all);
                DataOutputStream body = new DataOutputStream(behind)) {
            head.writeInt(MAGIC);
            head.writeInt(name.length);
            head.write(name);
            head.writeInt(sorted.size());
            int start = 3 * Integer.BYTES + name.length + sorted.size() * Integer.BYTES;
            for (Map.Entry<byte[], List<Entry>> each : sorted.entrySet()) {
                head.writeInt(start + behind.size());
                body.writeShort(each.getKey().length);
                body.write(each.getKey());
                body.writeShort(each.getValue().size());
                for (Entry entry : each.getValue()) {
                    body.writeInt(entry.concept() << 1 | (entry.acronym() ? ACRONYM : 0));
                }
            }
            body.flush();
            head.write(behind.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    /** The concepts that a key names, in their order; none where it names none. */
    List<Entry> get(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        int at = first(wanted);
        return at < names && Arrays.equals(key(at), wanted) ? entries(at) : List.of();
    }

    /** The concepts of all keys that begin so, in the order of the keys. */
    List<Entry> beginning(String beginning) {
        List<Entry> found = new ArrayList<>();
        visit(beginning, at -> found.addAll(entries(at)));
        return found;
    }

    /** All keys that begin so, in their order. */
    List<String> keys(String beginning) {
        List<String> found = new ArrayList<>();
        visit(beginning, at -> found.add(new String(key(at), StandardCharsets.UTF_8)));
        return found;
    }

    private void visit(String beginning, IntConsumer visitor) {
        byte[] wanted = beginning.getBytes(StandardCharsets.UTF_8);
        for (int at = first(wanted); at < names; at++) {
            byte[] key = key(at);
            if (key.length < wanted.length || !Arrays.equals(key, 0, wanted.length, wanted, 0, wanted.length)) {
                break;
            }
            visitor.accept(at);
        }
    }

    /** The place of the first key that is not before this one. */
    private int first(byte[] wanted) {
        int low = 0;
        int high = names;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(key(middle), wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int place(int name) {
        return bytes.getInt(places + name * Integer.BYTES);
    }

    private byte[] key(int name) {
        int place = place(name);
        int start = place + Short.BYTES;
        return Arrays.copyOfRange(bytes.array(), start, start + bytes.getShort(place));
    }

    private List<Entry> entries(int name) {
        int place = place(name);
        int at = place + Short.BYTES + bytes.getShort(place);
        Entry[] entries = new Entry[bytes.getShort(at)];
        for (int i = 0; i < entries.length; i++) {
            int entry = bytes.getInt(at + Short.BYTES + i * Integer.BYTES);
            entries[i] = new Entry(entry >> 1, (entry & ACRONYM) != 0);
        }
        return List.of(entries);
    }
}
