package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.FailedFile;
import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.worker.ReaderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelReadingIT {
    @TempDir
    private Path corpus;

    @Test
    void aTextThatBreaksTheRulesOfAnnotationFailsAlone() throws IOException {
        List<CorpusFolder.Entry> entries = List.of(written("deep.txt"), written("good.txt"), written("odd.txt"));
        try (Spool spool = new Spool()) {
            ParallelReading.Outcome outcome = new ParallelReading(
                            new Annotation(ParallelReadingIT::annotate, "7"),
                            ReaderSettings.standard().withProcesses(1),
                            spool,
                            new Citations())
                    .read(corpus, entries, done -> {});
            assertThat(outcome.papers()).extracting(Outline::path).containsExactly("good.txt");
            assertThat(outcome.failures())
                    .extracting(FailedFile::reason)
                    .containsExactly(
                            "can be read, but what it says cannot be recognised (StackOverflow)",
                            "can be read, but what it says cannot be recognised (IndexOutOfBounds)");
            assertThat(outcome.failures())
                    .extracting(FailedFile::readerVersion)
                    .containsOnly(PaperReader.VERSION + "/7");
        }
    }

    private static Paper annotate(Paper paper) {
        return switch (paper.sourceFile()) {
            case "deep.txt" -> throw new StackOverflowError();
            case "odd.txt" -> throw new IndexOutOfBoundsException("no such sentence");
            default -> paper;
        };
    }

    private CorpusFolder.Entry written(String name) throws IOException {
        String text = "A case of gout\n\nJane Roe\n\nCase report\n\nA man of " + name.length() + " words had gout.\n";
        Path file = Files.writeString(corpus.resolve(name), text);
        return new CorpusFolder.Entry(
                name, Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }
}
