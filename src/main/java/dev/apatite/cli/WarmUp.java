package dev.apatite.cli;

import dev.apatite.annotation.Annotator;
import dev.apatite.index.PaperIndex;
import dev.apatite.ingest.Ingest;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.review.Reviews;
import dev.apatite.search.EmbeddedSearcher;
import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.web.Candidates;
import dev.apatite.web.ServerSettings;
import dev.apatite.web.WebServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Does once what the commands do, on a small corpus, so that a JVM that runs it with {@code -XX:ArchiveClassesAtExit} has
 * loaded the classes that they need. The build runs it; the launcher starts from the archive and so in half the time.
 */
public final class WarmUp {
    private static final List<String> PAGES = List.of(
            "/health",
            "/",
            "/?query=calcinosis",
            "/evidence",
            "/patients",
            "/works",
            "/api/v1/search?query=calcinosis+diltiazem",
            "/api/v1/search?query=%22digital+ulcers%22+OR+calcin*&year=2000..2030",
            "/api/v1/evidence?query=calcinosis",
            "/api/v1/suggest?q=calc");

    private WarmUp() {}

    /** Takes the folder of the corpus. */
    public static void main(String[] arguments) throws IOException {
        Path corpus = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory("apatite-warm-up-");
        try {
            read(corpus);
            Vocabulary vocabulary = Vocabulary.builtIn();
            Annotator annotator = new Annotator(vocabulary);
            try (PaperIndex index = PaperIndex.open(folder.resolve("index"), vocabulary);
                    Searcher searcher = new EmbeddedSearcher(index, vocabulary)) {
                Ingest ingest = new Ingest(
                        corpus, index, annotator, ReaderSettings.standard().withProcesses(1));
                ingest.run();
                ask(index, searcher, ingest);
            }
            Main.commandLine()
                    .execute(
                            "search",
                            "calcinosis",
                            "--index",
                            folder.resolve("index").toString());
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** Readers run in a child of their own otherwise. */
    private static void read(Path corpus) throws IOException {
        PaperReader reader = new PaperReader();
        try (Stream<Path> files = Files.list(corpus)) {
            for (Path file : files.sorted().toList()) {
                try {
                    reader.read(corpus, corpus.relativize(file).toString());
                } catch (ReadingException noPaper) {
                    // A file that is no paper loads classes too.
                }
            }
        }
    }

    private static void ask(PaperIndex index, Searcher searcher, Ingest ingest) throws IOException {
        try (WebServer server = new WebServer(
                        new ServerSettings("127.0.0.1", 0),
                        searcher,
                        Reviews.open(index.folder()),
                        Candidates.INDEXED,
                        new Keeper(index, ingest, true, null, Optional.empty()))
                .start()) {
            for (String page : PAGES) {
                HttpURLConnection connection = (HttpURLConnection)
                        URI.create(server.address() + page).toURL().openConnection();
                try (InputStream answer = connection.getInputStream()) {
                    answer.readAllBytes();
                }
            }
        }
    }
}
