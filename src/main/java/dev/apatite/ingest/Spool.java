package dev.apatite.ingest;

import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.reading.worker.OwnedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds papers as they were read on disk between reading and writing, so that a run's memory does not grow with the corpus. */
final class Spool implements AutoCloseable {
    private final OwnedFolder owned;
    private final Path folder;
    private final PaperJson json = new PaperJson();
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Path> annotated = ConcurrentHashMap.newKeySet();

    Spool() {
        try {
            owned = OwnedFolder.make("spool");
            folder = owned.path();
        } catch (IOException e) {
            throw new IngestException("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    /** Keeps a paper that {@link PaperJson} wrote. */
    Path put(String paper) {
        return put(paper, false);
    }

    /** The same; {@code recognised} says that it is annotated by today's rules. */
    Path put(String paper, boolean recognised) {
        Path file = folder.resolve(next.incrementAndGet() + ".json");
        try {
            Files.writeString(file, paper);
        } catch (IOException e) {
            throw new IngestException("the temporary folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
        if (recognised) {
            annotated.add(file);
        }
        return file;
    }

    /** Whether a paper was annotated before it was kept. */
    boolean isRecognised(Path file) {
        return annotated.contains(file);
    }

    Paper get(Path file) {
        try {
            return json.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
