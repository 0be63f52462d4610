package dev.apatite.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.paper.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewsTest {
    @TempDir
    private Path index;

    @Test
    void aMarkIsThereWhenTheFolderIsOpenedAgain() {
        Reviews.open(index).add(mark("p-1", Verdict.RIGHT));
        assertThat(Reviews.open(index).of("p-1")).contains(mark("p-1", Verdict.RIGHT));
    }

    @Test
    void theLastMarkOnAFindingCounts() {
        Reviews reviews = Reviews.open(index);
        reviews.add(mark("p-1", Verdict.RIGHT));
        reviews.add(mark("p-1", Verdict.WRONG));
        assertThat(reviews.all()).containsExactly(mark("p-1", Verdict.WRONG));
        assertThat(Reviews.open(index).all()).containsExactly(mark("p-1", Verdict.WRONG));
    }

    @Test
    void aMarkThatIsTakenBackIsGoneButItsHistoryIsKept() throws Exception {
        Reviews reviews = Reviews.open(index);
        reviews.add(mark("p-1", Verdict.WRONG));
        reviews.add(mark("p-1", Verdict.NONE));
        assertThat(Reviews.open(index).all()).isEmpty();
        assertThat(Files.readAllLines(index.resolve(Reviews.FILE))).hasSize(2);
    }

    @Test
    void aLineThatIsNoMarkIsNamed() throws Exception {
        Reviews.open(index).add(mark("p-1", Verdict.RIGHT));
        Files.writeString(index.resolve(Reviews.FILE), Files.readString(index.resolve(Reviews.FILE)) + "not a mark\n");
        assertThatThrownBy(() -> Reviews.open(index))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("reviews.jsonl, line 2 is not a mark");
    }

    private static Mark mark(String finding, Verdict verdict) {
        return new Mark(
                finding,
                "p",
                verdict,
                "diltiazem",
                Response.NO_RESPONSE,
                "Diltiazem did not help – at all.",
                null,
                null,
                "read twice",
                "2026-01-02T03:04:05Z");
    }
}
