package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.FailedFile;
import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.SourceFile;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
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
            Stock stock = take(index, new CorpusFolder.Entry("a.txt", 5, 7), reader);
            assertThat(stock.read().containsKey("a.txt")).isEqualTo(again);
            assertThat(stock.failed().isEmpty()).isEqualTo(again);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FILE,   1, false",
        "BOUNDS, 1, true",
        "BOUNDS, 2, true",
        "BOUNDS, 3, false",
        "MOMENT, 1, true",
        "MOMENT, 9, true",
    })
    void onlyFailuresOfTheFileItselfAreRememberedUntilItChanges(FailedFile.Kind kind, int tries, boolean again) {
        String version = kind == FailedFile.Kind.BOUNDS ? "r within bounds" : "r";
        try (PaperIndex index = PaperIndex.open(folder, Vocabulary.builtIn())) {
            try (IndexUpdate update = index.update()) {
                update.putFailure(new FailedFile(new SourceFile("a.txt", "", 5, 7), "is odd", version, kind, tries));
                update.commit();
            }
            Stock stock = take(index, new CorpusFolder.Entry("a.txt", 5, 7), "r");
            assertThat(stock.read().containsKey("a.txt")).isEqualTo(again);
            assertThat(stock.retried().containsKey("a.txt")).isEqualTo(again);
            assertThat(stock.gone()).isEmpty();
        }
    }

    @Test
    void aRoundHasTheFirstFilesAndAllThatAreTriedAgain() {
        FailedFile failed =
                new FailedFile(new SourceFile("c.txt", "", 5, 7), "no room", "r", FailedFile.Kind.MOMENT, 1);
        Map<String, CorpusFolder.Entry> files = new TreeMap<>();
        for (String each : List.of("a.txt", "b.txt", "c.txt")) {
            files.put(each, new CorpusFolder.Entry(each, 5, 7));
        }
        Stock stock = new Stock(files, Map.of(), List.of(), Map.of("c.txt", failed), Set.of("gone.txt"));
        assertThat(stock.first(1).read()).containsOnlyKeys("a.txt", "c.txt");
        assertThat(stock.first(1).gone()).containsExactly("gone.txt");
        assertThat(stock.first(9)).isEqualTo(stock);
    }

    private Stock take(PaperIndex index, CorpusFolder.Entry entry, String reader) {
        return Stock.take(
                folder,
                new CorpusFolder.Listing(Map.of(entry.path(), entry), Map.of(), Set.of()),
                Set.of(),
                index,
                new Stock.Versions(reader, "bounds"));
    }
}
