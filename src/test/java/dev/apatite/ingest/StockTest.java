package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.FailedFile;
import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.SourceFile;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"reader 1, reader 1, false", "reader 1, reader 2, true"})
    void aFileThatFailedIsTriedAgainByAnotherReader(String failed, String reader, boolean again) {
        try (PaperIndex index = PaperIndex.open(folder, Vocabulary.builtIn())) {
            try (IndexUpdate update = index.update()) {
                update.putFailure(new FailedFile(new SourceFile("a.txt", "", 5, 7), "is odd", failed));
                update.commit();
            }
            Stock stock = Stock.take(Map.of("a.txt", new CorpusFolder.Entry("a.txt", 5, 7)), index, reader);
            assertThat(stock.read().containsKey("a.txt")).isEqualTo(again);
            assertThat(stock.failed().isEmpty()).isEqualTo(again);
        }
    }
}
