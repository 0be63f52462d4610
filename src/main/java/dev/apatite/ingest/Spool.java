package dev.apatite.ingest;

import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.reading.worker.OwnedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds papers as they were read on disk between reading and writing, so that a run's memory does not grow with the corpus. */
final class Spool implements ReadPapers, AutoCloseable {
    private final OwnedFolder owned;
    private final Path folder;
    private final PaperJson json = new PaperJson();
    private final AtomicInteger next = new AtomicInteger();

    Spool() {
        try {
            owned = OwnedFolder.make("spool");
            folder = owned.path();
        } catch (IOException e) {
            throw new IngestException("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    /** Keeps a paper that {@link PaperJson} wrote; its name here. */
    String put(String paper) {
        String name = next.incrementAndGet() + ".json";
        try {
            Files.writeString(folder.resolve(name), paper);
        } catch (IOException e) {
            throw new IngestException("the temporary folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
        return name;
    }

    @Override
    public Paper get(String name) {
        try {
            return json.read(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a paper no longer. */
    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
