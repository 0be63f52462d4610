package dev.apatite.reading.draft;

import java.nio.file.Path;

/** Reads one kind of file. */
public interface FormatReader {
    /**
     * Reads the whole file.
     *
     * @throws ReadingException where there is no paper in it; the message says why
     */
    PaperDraft read(Path file) throws ReadingException;
}
