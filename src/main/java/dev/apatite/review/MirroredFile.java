package dev.apatite.review;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of lines that is a copy of records which several servers keep together. A line is theirs first and the file's then,
 * so that the file is always a beginning of what they hold, and a crash between the two is made good by the next look. Not
 * safe to share between threads.
 */
final class MirroredFile {
    /** Others' records are looked for so often at most. */
    private static final Duration LOOKED_FOR = Duration.ofMillis(500);

    /** What a file is kept as that held other records before it became a copy. */
    private static final String BEFORE = ".before-shared";

    private final Path file;
    private final SharedRecords shared;
    private long known = -1;
    private int count;
    private long looked;
    private boolean everLooked;

    MirroredFile(Path file, SharedRecords shared) {
        this.file = file;
        this.shared = shared;
    }

    /** Brings together what the file holds from before and what others hold. */
    void join() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        List<String> mine = lines();
        List<String> theirs = all();
        boolean beginning =
                mine.size() <= theirs.size() && theirs.subList(0, mine.size()).equals(mine);
        if (!beginning) {
            Set<String> known = new HashSet<>(theirs);
            int end = theirs.size();
            for (String each : mine) {
                if (!each.isBlank() && known.add(each)) {
                    end = put(end, each);
                }
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(fresh, text(all()));
            Files.copy(file, file.resolveSibling(file.getFileName() + BEFORE), StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        look();
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (List<String> some = shared.from(0); !some.isEmpty(); some = shared.from(all.size())) {
            all.addAll(some);
        }
        return all;
    }

    /** Puts a record at a place, or behind what others have put there meanwhile; the place behind it. */
    private int put(int end, String record) {
        int place = end;
        while (!shared.put(place, record)) {
            place += Math.max(1, shared.from(place).size());
        }
        return place + 1;
    }

    /** The lines of the file that are whole. */
    private List<String> lines() throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** How many whole lines there are; of a file that did not grow this is known. */
    private int count() throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size != known) {
            count = lines().size();
            known = size;
        }
        return count;
    }

    /** Adds to the file what others have added, where that was not looked for a moment ago. */
    void lookNowAndThen() throws IOException {
        if (!everLooked || System.nanoTime() - looked > LOOKED_FOR.toNanos()) {
            look();
        }
    }

    /** Adds to the file what others have added. */
    void look() throws IOException {
        List<String> more = shared.from(count());
        while (!more.isEmpty()) {
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    TurnTaking turn = TurnTaking.await(channel)) {
                // Another process may have added some of them meanwhile.
                append(channel, shared.from(count()));
            }
            more = shared.from(count());
        }
        looked = System.nanoTime();
        everLooked = true;
    }

    private void append(FileChannel channel, List<String> records) throws IOException {
        byte[] written = Files.readAllBytes(file);
        int end = written.length;
        while (end > 0 && written[end - 1] != '\n') {
            end--;
        }
        // What a crash left of a line.
        channel.truncate(end);
        ByteBuffer bytes = ByteBuffer.wrap(text(records).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes, end + bytes.position());
        }
        channel.force(true);
        known = -1;
    }

    /** Adds a record behind all that there are, for all who share them, and to the file. */
    void add(String record) throws IOException {
        do {
            look();
        } while (!shared.put(count(), record));
        look();
    }
}
