package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.SharedFolder;
import dev.apatite.annotation.Annotator;
import dev.apatite.index.PaperIndex;
import dev.apatite.paper.PaperJson;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that break parsers: each is read or fails with a reason, nothing outside them is read, nobody is asked. */
class HostileIT {
    private static final Path CANARY = Path.of("/etc/apatite-canary.txt");
    private static final int LISTENER = 7999;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void noFileBringsTheIngestDownOrReachesOutOfItself() throws Exception {
        Path hostile = SharedFolder.require("data/hostile");
        String word = Files.readString(hostile.resolve("canary.txt")).strip();
        boolean planted = plant(word);
        AtomicInteger connections = new AtomicInteger();
        try (ServerSocket listener = listen(connections);
                PaperIndex index = PaperIndex.open(folder.resolve("index"), Vocabulary.builtIn())) {
            Ingest ingest = new Ingest(
                    copyWithoutCanary(hostile),
                    index,
                    new Annotator(Vocabulary.builtIn()),
                    new ReaderSettings(2, Duration.ofSeconds(30), 512, 16));
            IngestReport report = ingest.run();
            assertThat(report.indexed() + report.failures().size()).isEqualTo(count(folder.resolve("corpus")));
            assertThat(report.failures())
                    .allSatisfy(failure -> assertThat(failure.reason())
                            .isNotBlank()
                            .doesNotContain("\n\tat ", "Exception:", "null")
                            .as("a class name")
                            .doesNotContainPattern("[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]"));
            PaperJson json = new PaperJson();
            assertThat(index.papers()).isNotEmpty().allSatisfy(stored -> {
                assertThat(stored.id()).matches("[a-z0-9][a-z0-9._-]*");
                assertThat(json.write(index.paper(stored.id()).orElseThrow())).doesNotContain(word);
            });
            assertThat(listener.isBound()).isTrue();
            assertThat(connections).hasValue(0);
        } finally {
            if (planted) {
                Files.delete(CANARY);
            }
        }
    }

    /** Puts the word where the entities point, where that is allowed; without it they point at nothing. */
    private static boolean plant(String word) {
        try {
            if (!Files.exists(CANARY)) {
                Files.writeString(CANARY, word);
                return true;
            }
        } catch (IOException notAllowedHere) {
            // The other checks hold without it.
        }
        return false;
    }

    private static ServerSocket listen(AtomicInteger connections) throws IOException {
        ServerSocket listener = new ServerSocket(LISTENER, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("test-listener").start(() -> {
            try {
                while (true) {
                    listener.accept().close();
                    connections.incrementAndGet();
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
        return listener;
    }

    private Path copyWithoutCanary(Path hostile) throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        try (var files = Files.walk(hostile)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals("canary.txt")) {
                    Path copy = corpus.resolve(hostile.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return corpus;
    }

    private static long count(Path corpus) throws IOException {
        try (var files = Files.walk(corpus)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
