package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.apatite.annotation.Annotator;
import dev.apatite.index.PaperIndex;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is told to end leaves no word that something is wrong: files closed under it are sound. */
class EndedRunIT {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    @TempDir
    private Path folder;

    @Test
    void aRunThatWasToldToEndIsNoProblem() throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("a.txt"), "A case of gout\n\nA woman with gout was given prednisone.\n");
        try (PaperIndex index = PaperIndex.open(folder.resolve("index"), VOCABULARY)) {
            Ingest ingest = new Ingest(
                    corpus,
                    index,
                    new Annotator(VOCABULARY),
                    ReaderSettings.standard().withProcesses(1));
            Thread.currentThread().interrupt();
            Throwable thrown = catchThrowable(ingest::run);
            Thread.interrupted();
            assertThat(thrown)
                    .rootCause()
                    .isInstanceOfAny(InterruptedException.class, ClosedByInterruptException.class);
            assertThat(ingest.status().phase()).isEqualTo(IngestStatus.Phase.IDLE);
            assertThat(ingest.status().problemWords()).isNull();
            assertThat(ingest.run().indexed()).isEqualTo(1);
        }
    }
}
