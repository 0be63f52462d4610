package dev.apatite.ingest;

import dev.apatite.index.FailedFile;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.ContentHash;
import dev.apatite.paper.SourcePath;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.worker.ReaderPool;
import dev.apatite.reading.worker.ReaderSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one file, whichever way it ends. Safe to share between threads. */
final class FileReading {
    private final Stock.Versions versions;
    private final Map<String, FailedFile> retried;

    /** {@code retried} are the failures of files that are tried again, by path. */
    FileReading(ReaderSettings settings, Map<String, FailedFile> retried) {
        versions = new Stock.Versions(PaperReader.version(), settings.bounds());
        this.retried = retried;
    }

    /**
     * What became of a file.
     *
     * @param papers as JSON ({@link dev.apatite.paper.PaperJson}); none where it failed
     * @param failure why it could not be read; null where it could
     */
    record Result(List<String> papers, @Nullable FailedFile failure) {
        Result {
            papers = List.copyOf(papers);
        }
    }

    Result read(ReaderPool pool, Path corpus, CorpusFolder.Entry entry) {
        try {
            return new Result(pool.readJson(corpus, entry.path()), null);
        } catch (ReadingException e) {
            return new Result(List.of(), failed(corpus, entry, e));
        }
    }

    private FailedFile failed(Path corpus, CorpusFolder.Entry entry, ReadingException e) {
        FailedFile.Kind kind = switch (e.fault()) {
            case FILE -> FailedFile.Kind.FILE;
            case BOUNDS -> FailedFile.Kind.BOUNDS;
            case MOMENT -> FailedFile.Kind.MOMENT;
        };
        FailedFile before = retried.get(entry.path());
        int tries = before == null || before.kind() != kind ? 1 : before.tries() + 1;
        String version = kind == FailedFile.Kind.BOUNDS ? versions.ofBrokenBounds() : versions.reader();
        return new FailedFile(source(corpus, entry), String.valueOf(e.getMessage()), version, kind, tries);
    }

    /** A file that cannot even be read for its hash is known by its size and time alone. */
    private static SourceFile source(Path corpus, CorpusFolder.Entry entry) {
        String hash;
        try {
            hash = ContentHash.of(SourcePath.in(corpus, entry.path()));
        } catch (IOException e) {
            hash = "";
        }
        return new SourceFile(entry.path(), hash, entry.size(), entry.modified());
    }
}
