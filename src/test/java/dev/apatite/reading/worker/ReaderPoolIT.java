package dev.apatite.reading.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.paper.Paper;
import dev.apatite.reading.draft.ReadingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading in real child processes, each file within its bounds. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ReaderPoolIT {
    private static final ReaderSettings ONE = ReaderSettings.standard().withProcesses(1);

    @TempDir
    private Path corpus;

    @Test
    void aFileIsReadAsItWouldBeInThisProcess() throws Exception {
        write("case.txt", "A 60-year-old woman with a rash took prednisone. The rash cleared.");
        try (ReaderPool pool = new ReaderPool(ONE)) {
            Paper paper = pool.read(corpus, "case.txt");
            assertThat(paper.sourceFile()).isEqualTo("case.txt");
            assertThat(paper.sections().getFirst().text()).contains("The rash cleared.");
        }
    }

    @Test
    void aFileThatTakesTooLongIsNamedWithItsBoundAndTheNextOneIsRead() throws Exception {
        write("long.txt", "She took diltiazem 60 mg and the pain went away.\n\n".repeat(300_000));
        write("short.txt", "She took colchicine. Nothing changed.");
        try (ReaderPool pool = new ReaderPool(ONE.withTimeout(Duration.ofMillis(100)))) {
            assertThatThrownBy(() -> pool.read(corpus, "long.txt"))
                    .isInstanceOf(ReadingException.class)
                    .hasMessage("took longer than 0.1 seconds to read");
        }
        try (ReaderPool pool = new ReaderPool(ONE)) {
            assertThat(pool.read(corpus, "short.txt").sections()).isNotEmpty();
        }
    }

    @Test
    void aFileThatExhaustsTheHeapCostsOnlyItself() throws Exception {
        write("huge.txt", "The patient improved after surgery. ".repeat(1_300_000));
        write("small.txt", "The patient improved after surgery.");
        try (ReaderPool pool = new ReaderPool(new ReaderSettings(1, Duration.ofSeconds(60), 64, 64))) {
            assertThatThrownBy(() -> pool.read(corpus, "huge.txt"))
                    .isInstanceOf(ReadingException.class)
                    .hasMessageMatching(".*(more memory than the limit of 64 MB|larger|limit).*");
            assertThat(pool.read(corpus, "small.txt").sections()).isNotEmpty();
        }
    }

    @Test
    void aProcessThatDiesWhileItWaitsIsReplaced() throws Exception {
        write("a.txt", "She was given rituximab and the calcinosis resolved.");
        try (ReaderPool pool = new ReaderPool(ONE)) {
            pool.read(corpus, "a.txt");
            CompletableFuture.allOf(ProcessHandle.current()
                            .children()
                            .map(child -> {
                                child.destroyForcibly();
                                return child.onExit();
                            })
                            .toArray(CompletableFuture[]::new))
                    .get(20, TimeUnit.SECONDS);
            assertThat(pool.read(corpus, "a.txt").sections()).isNotEmpty();
        }
    }

    @Test
    void whenThePoolIsClosedItsProcessesAreGone() throws Exception {
        write("a.txt", "She was given rituximab.");
        try (ReaderPool pool = new ReaderPool(ONE)) {
            pool.read(corpus, "a.txt");
            assertThatThrownBy(() -> pool.read(corpus, "missing.txt")).isInstanceOf(ReadingException.class);
        }
        ProcessHandle.current()
                .children()
                .forEach(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(20)));
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(corpus.resolve(name), text);
    }
}
