package dev.apatite.review;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of one type in a file of JSON Lines that is only ever appended to, and shared with other processes.
 *
 * <p>A record is on disk when {@link #append} returns; one that could not be written whole is taken back. What a crash left
 * of a record at the file's end is cut off before the next one is written; a line that is no record is passed over. Both
 * are told in {@link #notices}, and neither keeps anyone from reading the others. Writers take turns by a lock on the file;
 * {@link #refresh} sees what others appended. Not safe to share between threads.
 */
public final class RecordLog<T> {
    private static final Logger LOG = LoggerFactory.getLogger(RecordLog.class);
    private static final int MOST_NOTICES = 20;
    private static final int MOST_TRIES = 20;

    private final Path file;
    private final Class<T> type;
    private final Follower<T> follower;

    /** Where other servers keep the same records; null where none do. */
    private final @Nullable MirroredFile mirror;

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A newer version may say more of a record; what this one knows of it still counts.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final List<String> notices = new ArrayList<>();
    private @Nullable String problem;
    private @Nullable String endNotice;
    private @Nullable Stamp stamp;
    private long read;
    private int lines;
    private boolean endTold;

    /** Who is told of the records. */
    public interface Follower<T> {
        /** All records come again, from the first: the file is another one than before. */
        void restart();

        /** The next record. */
        void next(T each);
    }

    /** By what a changed file is known without reading it. */
    private record Stamp(@Nullable Object key, long size, long modified) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.fileKey(), now.size(), now.lastModifiedTime().toMillis());
        }
    }

    public RecordLog(Path file, Class<T> type, Follower<T> follower) {
        this(file, type, follower, null);
    }

    /** The same of records that other servers keep too, where {@code shared} is there. */
    RecordLog(Path file, Class<T> type, Follower<T> follower, @Nullable SharedRecords shared) {
        this.file = file;
        this.type = type;
        this.follower = follower;
        mirror = shared == null ? null : new MirroredFile(file, shared);
    }

    /** Opens the file: brings what it holds together with what others hold, and reads it. */
    void open() throws IOException {
        if (mirror != null) {
            mirror.join();
        }
        refresh();
    }

    /** Sees what others added up to this moment. */
    void refreshNow() throws IOException {
        if (mirror != null) {
            mirror.look();
        }
        refresh();
    }

    /**
     * Tells the follower of what is new in the file. It costs a look at the file's attributes where nothing is.
     *
     * @throws IOException where the file is there and cannot be read
     */
    public void refresh() throws IOException {
        if (mirror != null) {
            mirror.lookNowAndThen();
        }
        try {
            Stamp now = Stamp.of(file);
            if (now.equals(stamp)) {
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                if (replaced(now, channel)) {
                    forget();
                }
                readOn(channel);
                if (read == channel.size()) {
                    stamp = now;
                } else {
                    // Another may be writing this very record; as long as its end is missing it is looked at each time.
                    readEnd(channel, now);
                }
            }
        } catch (NoSuchFileException e) {
            if (read > 0) {
                forget();
            }
        }
        problem = null;
    }

    private boolean replaced(Stamp now, FileChannel channel) throws IOException {
        if (endTold) {
            return true;
        }
        if (stamp != null && !Objects.equals(stamp.key(), now.key())) {
            return true;
        }
        if (now.size() < read || (stamp != null && stamp.size() == read && now.size() == read)) {
            return true;
        }
        return read > 0 && bytes(channel, read - 1, 1)[0] != '\n';
    }

    private void forget() {
        read = 0;
        lines = 0;
        stamp = null;
        endTold = false;
        endNotice = null;
        notices.clear();
        follower.restart();
    }

    /** Reads all lines that are complete. */
    private void readOn(FileChannel channel) throws IOException {
        byte[] fresh = bytes(channel, read, Math.toIntExact(Math.max(0, channel.size() - read)));
        int start = 0;
        for (int i = 0; i < fresh.length; i++) {
            if (fresh[i] == '\n') {
                lines++;
                line(new String(fresh, start, i - start, StandardCharsets.UTF_8));
                start = i + 1;
            }
        }
        read += start;
    }

    private void line(String text) {
        if (text.isBlank()) {
            return;
        }
        T whole = parsed(text);
        int tries = MOST_TRIES;
        // An older version could glue a record to what was left of another.
        for (int at = text.indexOf('{', 1); whole == null && at > 0 && tries > 0; at = text.indexOf('{', at + 1)) {
            whole = parsed(text.substring(at));
            tries--;
            if (whole != null) {
                tell("line " + lines + " of " + file + " begins with a piece of another record, which is passed over");
            }
        }
        if (whole == null) {
            tell("line " + lines + " of " + file + " is not a record and is passed over; the others count");
        } else {
            follower.next(whole);
        }
    }

    private @Nullable T parsed(String text) {
        try {
            return mapper.readValue(text, type);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The end of the file without a line feed: somebody writes at it, or a crash left it, or an editor. */
    private void readEnd(FileChannel channel, Stamp now) throws IOException {
        try (TurnTaking turn = TurnTaking.ifFree(channel)) {
            if (!turn.isMine() || channel.size() != now.size()) {
                return;
            }
            byte[] end = bytes(channel, read, Math.toIntExact(channel.size() - read));
            T whole = parsed(new String(end, StandardCharsets.UTF_8));
            if (whole == null) {
                endNotice = end.length + " bytes at the end of " + file
                        + " are a record that was not written whole and was never confirmed; they are cut off when the"
                        + " next is written";
                LOG.warn("event=record-torn reason=\"{}\"", endNotice);
            } else {
                endTold = true;
                follower.next(whole);
            }
            stamp = now;
        }
    }

    /**
     * Writes a record at the end, and tells the follower of it and of what others wrote before.
     *
     * @throws IOException where it cannot be written; it is not in the file then
     */
    public void append(T each) throws IOException {
        if (mirror != null) {
            mirror.add(mapper.writeValueAsString(each));
            refresh();
            return;
        }
        byte[] line = (mapper.writeValueAsString(each) + "\n").getBytes(StandardCharsets.UTF_8);
        boolean fresh = Files.notExists(file);
        while (!appended(each, line)) {
            LOG.info("event=file-replaced file={}", file);
        }
        if (fresh) {
            forceFolder();
        }
    }

    /** False where another file took this one's place meanwhile, so that the record went with the old one. */
    private boolean appended(T each, byte[] line) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                TurnTaking turn = TurnTaking.await(channel)) {
            Stamp before = Stamp.of(file);
            // What is as it was left is not read again: many records may be appended one after the other.
            if ((endTold || !before.equals(stamp)) && replaced(before, channel)) {
                forget();
            }
            readOn(channel);
            mendEnd(channel);
            long good = channel.size();
            try {
                write(channel, good, line);
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(good);
                throw e;
            }
            Stamp after = Stamp.of(file);
            if (!Objects.equals(before.key(), after.key())) {
                return false;
            }
            read = good + line.length;
            lines++;
            stamp = after;
            follower.next(each);
            return true;
        } catch (NoSuchFileException e) {
            // Deleted or moved between opening and looking.
            return false;
        }
    }

    /** Where an editor left the line feed out it is added; what is no whole record is cut off. */
    private void mendEnd(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size == read) {
            return;
        }
        byte[] end = bytes(channel, read, Math.toIntExact(size - read));
        T whole = parsed(new String(end, StandardCharsets.UTF_8));
        endNotice = null;
        if (whole == null) {
            channel.truncate(read);
            tell(end.length + " bytes of a record that was never written whole were cut off the end of " + file);
            return;
        }
        try {
            write(channel, size, new byte[] {'\n'});
        } catch (IOException e) {
            channel.truncate(size);
            throw e;
        }
        read = size + 1;
        lines++;
        follower.next(whole);
    }

    private static void write(FileChannel channel, long position, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }

    private static byte[] bytes(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return buffer.array();
    }

    /** A new file's name is on disk only when its folder is. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debug("event=folder-not-forced file={}", file, e);
        }
    }

    private void tell(String what) {
        if (!notices.contains(what)) {
            LOG.warn("event=record-passed-over reason=\"{}\"", what);
            if (notices.size() < MOST_NOTICES) {
                notices.add(what);
            }
        }
    }

    /** That the file cannot be read at present; what was read before counts meanwhile. */
    void unreadable(IOException e) {
        problem = file + " cannot be read at present: " + e.getMessage();
    }

    /** What is wrong with the file, in words; empty where nothing is. */
    List<String> notices() {
        List<String> all = new ArrayList<>(notices);
        if (endNotice != null) {
            all.add(endNotice);
        }
        if (problem != null) {
            all.add(problem);
        }
        return List.copyOf(all);
    }
}
