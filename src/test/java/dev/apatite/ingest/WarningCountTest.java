package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarningCountTest {
    @Test
    void papersAreCountedOnceForEachKindAndTheCommonestKindComesFirst() {
        WarningCount count = WarningCount.of(List.of(
                List.of("the text cites references up to 41, but the list that was read ends at 22"),
                List.of("no authors were found", "a thing that nobody foresaw"),
                List.of(),
                List.of("no authors were found")));
        assertThat(count.words())
                .isEqualTo("3 papers have warnings: 2 no authors, 1 a list that breaks off, 1 something else");
    }

    @Test
    void onePaperIsOne() {
        assertThat(WarningCount.of(List.of(List.of("no title was found"))).words())
                .isEqualTo("1 paper has warnings: 1 no title");
        assertThat(WarningCount.of(List.of(List.of()))).isEqualTo(WarningCount.NONE);
    }
}
