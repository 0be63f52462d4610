package dev.apatite.web;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.IndexUpdate;
import dev.apatite.index.IndexView;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Papers;
import dev.apatite.review.SavedSearches;
import dev.apatite.search.EmbeddedSearcher;
import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved searches are run when papers arrive, though nobody looks at them. */
class SearchRunsTest {
    private static final String BEFORE = "2020-01-01T00:00:00Z";

    @TempDir
    private Path folder;

    private static void put(PaperIndex index, String id, String title) {
        try (IndexUpdate update = index.update()) {
            var paper = paper(id).title(title).build();
            update.put(paper, Papers.provenance(paper));
            update.commit();
        }
    }

    @Test
    void aPaperThatArrivesIsNotedForEverySearchThatFindsIt() {
        Vocabulary vocabulary = Vocabulary.builtIn();
        try (PaperIndex index = PaperIndex.open(folder, vocabulary);
                Searcher searcher = new EmbeddedSearcher(index, vocabulary)) {
            SavedSearches searches = SavedSearches.open(folder);
            Runnable runs = new SearchRuns(searcher, searches, Clock.systemUTC())
                    .afterChanges(() -> index.read(IndexView::state));
            searches.save("gout", "gout", Map.of(), List.of(), BEFORE);
            searches.save("no field any more", "GONE:x", Map.of(), List.of(), BEFORE);
            searches.save("mumps", "mumps", Map.of(), List.of(), BEFORE);
            runs.run();
            put(index, "one", "A case of gout");
            put(index, "two", "A case of mumps");
            runs.run();
            assertThat(searches.of("gout").orElseThrow().papers()).containsOnlyKeys("one");
            assertThat(searches.of("mumps").orElseThrow().isNew("two")).isTrue();
            searches.save("gout", "gout", Map.of(), List.of(), BEFORE);
            runs.run();
            assertThat(searches.of("gout").orElseThrow().papers())
                    .as("no paper came or went")
                    .isEmpty();
        }
    }
}
