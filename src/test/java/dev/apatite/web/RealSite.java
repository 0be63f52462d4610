package dev.apatite.web;

import dev.apatite.annotation.Annotator;
import dev.apatite.index.IndexState;
import dev.apatite.index.PaperIndex;
import dev.apatite.ingest.Ingest;
import dev.apatite.ingest.IngestReport;
import dev.apatite.ingest.IngestStatus;
import dev.apatite.ingest.Original;
import dev.apatite.ingest.Uploads;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.review.ReaderRevisions;
import dev.apatite.review.Reviews;
import dev.apatite.search.EmbeddedSearcher;
import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A real server on a free port over the sample papers of the repository, read from their files. */
final class RealSite implements AutoCloseable {
    final String address;
    final Path corpus;
    private final PaperIndex index;
    private final Ingest ingest;
    private final Searcher searcher;
    private final WebServer server;

    RealSite(Path folder) throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        try (Stream<Path> samples = Files.list(Path.of("corpus"))) {
            samples.filter(each -> !each.getFileName().toString().startsWith("."))
                    .forEach(
                            each -> copy(each, corpus.resolve(each.getFileName().toString())));
        }
        Vocabulary vocabulary = Vocabulary.builtIn();
        Path beside = folder.resolve("index");
        Reviews reviews = Reviews.open(beside);
        index = PaperIndex.open(beside, vocabulary, new ReaderRevisions(reviews));
        ingest = new Ingest(
                corpus,
                index,
                new Annotator(vocabulary),
                ReaderSettings.standard().withProcesses(1));
        ingest.run();
        searcher = new EmbeddedSearcher(index, vocabulary);
        server = new WebServer(
                        new ServerSettings("127.0.0.1", 0),
                        searcher,
                        reviews,
                        Candidates.INDEXED,
                        new Keeping(index, ingest))
                .start();
        address = server.address();
    }

    private record Keeping(PaperIndex index, Ingest ingest) implements IndexKeeping {
        @Override
        public boolean searchable() {
            return index.state() == IndexState.CURRENT;
        }

        @Override
        public IngestStatus status() {
            return ingest.status();
        }

        @Override
        public Optional<Original> original(String sourceFile) {
            return ingest.original(sourceFile);
        }

        @Override
        public Optional<Uploads> uploads() {
            return Optional.of(new Uploads(ingest.corpus(), ingest::request));
        }

        @Override
        public boolean allowRemovals(String fingerprint) {
            return ingest.allowRemovals(fingerprint);
        }
    }

    /** Brings the index up to date with the folder. */
    IngestReport follow() {
        IngestReport report = ingest.run();
        index.refresh();
        return report;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        searcher.close();
        index.close();
    }
}
