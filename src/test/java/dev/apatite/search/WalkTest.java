package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.IndexUpdate;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going through all hits page by page while papers come and go. */
class WalkTest {
    private static final SearchRequest ASKED =
            SearchRequest.of("striped zebra grazing lion").withPageSize(10);

    @TempDir
    private Path folder;

    private SampleIndex sample;

    @BeforeEach
    void open() {
        sample = new SampleIndex(folder);
        sample.put(IntStream.range(0, 60).mapToObj(WalkTest::zebra).toList());
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private static Paper zebra(int number) {
        String text =
                "zebra ".repeat(1 + number % 5) + (number % 2 == 0 ? "striped " : "") + "grazing".repeat(number % 3);
        return paper("zebra" + number)
                .title("Paper " + number)
                .section(SectionKind.CASE, null, text + " and other animals".repeat(number % 7))
                .build();
    }

    private List<String> ids(SearchRequest request) {
        return sample.searcher.search(request).hits().stream()
                .map(each -> each.paper().id())
                .toList();
    }

    @Test
    void aWalkByRelevanceNeitherRepeatsNorLosesAPaperWhileOthersAreAddedAndRemoved() {
        List<String> before = ids(ASKED.withPageSize(1000));
        List<String> walked = new ArrayList<>();
        int more = 100;
        for (@Nullable String cursor = SearchRequest.FIRST_PAGE; cursor != null; ) {
            SearchResponse page = sample.searcher.search(ASKED.withCursor(cursor));
            assertThat(page.changed()).isFalse();
            assertThat(page.hitCount()).isEqualTo(before.size());
            page.hits().forEach(each -> walked.add(each.paper().id()));
            cursor = page.nextCursor();
            sample.put(List.of(zebra(more++), zebra(more++), zebra(more++)));
            try (IndexUpdate update = sample.index.update()) {
                update.remove("zebra" + (more % 60));
                update.commit();
            }
        }
        assertThat(walked).isEqualTo(before);
        assertThat(ids(ASKED.withPageSize(1000))).hasSizeGreaterThan(before.size());
    }

    @Test
    void anAnswerSaysWhereThePapersChangedSinceThePageBefore() {
        String cursor = String.valueOf(sample.searcher.search(ASKED).nextCursor());
        for (int i = 0; i < 10; i++) {
            sample.put(List.of(zebra(100 + i)));
            // Others begin to walk, so that the commit of the first is let go.
            sample.searcher.search(ASKED);
        }
        SearchResponse page = sample.searcher.search(ASKED.withCursor(cursor));
        assertThat(page.changed()).isTrue();
        assertThat(page.hits()).isNotEmpty();
    }

    @Test
    void anAnswerToAnUnchangedIndexThatWasOpenedAnewSaysNothing() {
        String cursor = String.valueOf(sample.searcher.search(ASKED).nextCursor());
        List<String> second = ids(ASKED.withCursor(cursor));
        sample.close();
        try (SampleIndex.Opened again = SampleIndex.opened(folder)) {
            SearchResponse page = again.searcher().search(ASKED.withCursor(cursor));
            assertThat(page.changed()).isFalse();
            assertThat(page.hits()).extracting(each -> each.paper().id()).isEqualTo(second);
        }
    }
}
