package dev.apatite.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The marks on findings, in {@code reviews.jsonl} beside the index: one mark a line, appended, the last one of a finding
 * counts. Safe to share between threads; another process that appends is seen when the file is opened again.
 */
public final class Reviews {
    /** The file's name in the index folder. */
    public static final String FILE = "reviews.jsonl";

    private final Path file;
    private final ObjectMapper mapper = JsonMapper.builder().build();
    private final Map<String, Mark> marks = new LinkedHashMap<>();

    private Reviews(Path file) {
        this.file = file;
    }

    /**
     * Opens the marks beside the index in a folder; the file need not exist.
     *
     * @throws ReviewException where it cannot be read, naming the line that is not a mark
     */
    public static Reviews open(Path folder) {
        Reviews reviews = new Reviews(folder.resolve(FILE));
        reviews.load();
        return reviews;
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        int number = 0;
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (String line : lines) {
                number++;
                if (!line.isBlank()) {
                    remember(mapper.readValue(line, Mark.class));
                }
            }
        } catch (JsonProcessingException e) {
            throw new ReviewException(
                    file + ", line " + number + " is not a mark; mend or remove that line, the others are kept", e);
        } catch (IOException e) {
            throw new ReviewException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void remember(Mark mark) {
        if (mark.verdict() == Verdict.NONE) {
            marks.remove(mark.finding());
        } else {
            marks.put(mark.finding(), mark);
        }
    }

    /** The mark on the finding with this id. */
    public synchronized Optional<Mark> of(String finding) {
        return Optional.ofNullable(marks.get(finding));
    }

    /** All marks that count, the oldest first. */
    public synchronized Collection<Mark> all() {
        return List.copyOf(marks.values());
    }

    /**
     * Keeps a mark; it is on disk when this returns.
     *
     * @throws ReviewException where it cannot be written; the mark is not kept then
     */
    public synchronized void add(Mark mark) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] line = (mapper.writeValueAsString(mark) + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                ByteBuffer buffer = ByteBuffer.wrap(line);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new ReviewException("the mark could not be kept in " + file + ": " + e.getMessage(), e);
        }
        remember(mark);
    }
}
