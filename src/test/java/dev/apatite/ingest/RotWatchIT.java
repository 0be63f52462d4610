package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.apatite.annotation.Annotator;
import dev.apatite.index.IndexState;
import dev.apatite.index.PaperIndex;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What rots in an open index is found within a day, and the follower mends it. */
@Timeout(180)
class RotWatchIT {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration INTERVAL = Duration.ofMillis(100);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Test
    void aFileThatRotsIsFoundADayAfterItWasFoundSoundAndTheFollowerBuildsTheIndexAnew() throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.txt"), "A case of gout\n\nA woman with gout was given prednisone.\n");
        try (PaperIndex index = PaperIndex.open(folder.resolve("index"), VOCABULARY)) {
            Ingest ingest = new Ingest(
                    corpus,
                    index,
                    new Annotator(VOCABULARY),
                    ReaderSettings.standard().withProcesses(1));
            assertThat(ingest.run().indexed()).isEqualTo(1);
            try (RotWatch watch = new RotWatch(index, ingest::request, now::get)) {
                watch.look();
                assertThat(index.damage()).isEmpty();
                damageLargest(folder.resolve("index"));
                now.set(START.plus(Duration.ofHours(23)));
                watch.look();
                assertThat(index.damage()).as("what was found sound today").isEmpty();
                assertThat(ingest.isRequested()).isFalse();
                now.set(START.plus(Duration.ofHours(24)));
                watch.look();
                assertThat(index.damage())
                        .hasValueSatisfying(words -> assertThat(words).contains("is not as it was written"));
                assertThat(index.state()).isEqualTo(IndexState.DAMAGED);
                assertThat(ingest.isRequested()).isTrue();
                try (CorpusFollower follower = new CorpusFollower(ingest, INTERVAL, index::refresh)) {
                    follower.start();
                    await().atMost(Duration.ofMinutes(2))
                            .until(() -> index.state() == IndexState.CURRENT
                                    && ingest.status().phase() == IngestStatus.Phase.IDLE);
                }
                now.set(START.plus(Duration.ofHours(49)));
                watch.look();
                assertThat(index.damage()).isEmpty();
                assertThat(index.papers()).hasSize(1);
                assertThat(ingest.status().problemWords()).isNull();
            }
        }
    }

    @Test
    void aClockThatIsPutBackByYearsDoesNotEndTheDailyVerification() throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.txt"), "A case of gout\n\nA woman with gout was given prednisone.\n");
        try (PaperIndex index = PaperIndex.open(folder.resolve("index"), VOCABULARY)) {
            new Ingest(
                            corpus,
                            index,
                            new Annotator(VOCABULARY),
                            ReaderSettings.standard().withProcesses(1))
                    .run();
            try (RotWatch watch = new RotWatch(index, () -> {}, now::get)) {
                watch.look();
                damageLargest(folder.resolve("index"));
                now.set(Instant.EPOCH);
                watch.look();
                assertThat(index.damage()).isPresent();
            }
        }
    }

    private static void damageLargest(Path index) throws IOException {
        Path largest;
        try (Stream<Path> all = Files.walk(index)) {
            largest = all.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(each -> each.toFile().length()))
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(largest, bytes);
    }
}
