package dev.apatite.reading.draft;

import java.nio.file.Path;
import java.util.List;

/** Reads one kind of file. */
public interface FormatReader {
    /**
     * Reads the whole file.
     *
     * @throws ReadingException where there is no paper in it; the message says why
     */
    PaperDraft read(Path file) throws ReadingException;

    /**
     * Reads every paper of a file, in the order of the file.
     *
     * @throws ReadingException where there is no paper in it; the message says why
     */
    default List<PaperDraft> readAll(Path file) throws ReadingException {
        return List.of(read(file));
    }
}
