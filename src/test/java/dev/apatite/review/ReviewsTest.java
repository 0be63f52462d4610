package dev.apatite.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.paper.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
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
    void aLineThatIsNoMarkIsToldAndTheOthersCount() throws Exception {
        Reviews.open(index).add(mark("p-1", Verdict.RIGHT));
        append("not a mark\n{}\nnull\n[]\n{\"finding\":\"p-9\"}\n\u0000\u0000\n\n");
        Reviews.open(index).add(mark("p-2", Verdict.WRONG));
        Reviews reviews = Reviews.open(index);
        assertThat(reviews.all()).containsExactly(mark("p-1", Verdict.RIGHT), mark("p-2", Verdict.WRONG));
        assertThat(reviews.notices()).hasSize(6).allMatch(each -> each.contains(" of " + file() + " is not a record"));
        assertThat(reviews.notices().getFirst()).contains("line 2 of");
    }

    @Test
    void aRecordThatACrashLeftHalfWrittenIsToldAndCutOffBeforeTheNext() throws Exception {
        Reviews.open(index).add(mark("p-1", Verdict.RIGHT));
        String whole = Files.readString(file());
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int kept = 1; kept < bytes.length - 1; kept += 7) {
            Files.writeString(file(), whole);
            Files.write(file(), Arrays.copyOf(bytes, kept), StandardOpenOption.APPEND);
            Reviews reviews = Reviews.open(index);
            assertThat(reviews.all()).containsExactly(mark("p-1", Verdict.RIGHT));
            assertThat(reviews.notices()).singleElement().asString().contains(kept + " bytes at the end");
            reviews.add(mark("p-2", Verdict.WRONG));
            assertThat(reviews.notices())
                    .singleElement()
                    .asString()
                    .contains(kept + " bytes")
                    .contains("were cut off");
            assertThat(Files.readAllLines(file())).hasSize(2);
            assertThat(Reviews.open(index).all())
                    .containsExactly(mark("p-1", Verdict.RIGHT), mark("p-2", Verdict.WRONG));
        }
    }

    @Test
    void aMarkThatWasGluedToAPieceOfAnotherCounts() throws Exception {
        Reviews.open(index).add(mark("p-1", Verdict.RIGHT));
        String whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, 40) + whole);
        Reviews reviews = Reviews.open(index);
        assertThat(reviews.all()).containsExactly(mark("p-1", Verdict.RIGHT));
        assertThat(reviews.notices()).singleElement().asString().contains("piece of another record");
    }

    @Test
    void aLastLineThatAnEditorLeftWithoutALineFeedCountsOnceAndIsKept() throws Exception {
        Reviews.open(index).add(mark("p-1", Verdict.RIGHT));
        Files.writeString(file(), Files.readString(file()).strip());
        Reviews reviews = Reviews.open(index);
        assertThat(reviews.all()).containsExactly(mark("p-1", Verdict.RIGHT));
        reviews.add(mark("p-2", Verdict.RIGHT));
        assertThat(reviews.all()).containsExactly(mark("p-1", Verdict.RIGHT), mark("p-2", Verdict.RIGHT));
        assertThat(reviews.notices()).isEmpty();
        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    @Test
    void twoServersOverOneIndexSeeEachOthersMarks() {
        Reviews one = Reviews.open(index);
        Reviews other = Reviews.open(index);
        one.add(mark("p-1", Verdict.RIGHT));
        assertThat(other.of("p-1")).contains(mark("p-1", Verdict.RIGHT));
        other.add(mark("p-1", Verdict.WRONG));
        other.add(mark("p-2", Verdict.RIGHT));
        one.add(mark("p-3", Verdict.RIGHT));
        assertThat(one.all()).hasSize(3).isEqualTo(other.all()).contains(mark("p-1", Verdict.WRONG));
    }

    @Test
    void aFileThatAnEditorPutInItsPlaceIsReadFromTheFirstLine() throws Exception {
        Reviews reviews = Reviews.open(index);
        reviews.add(mark("p-1", Verdict.RIGHT));
        reviews.add(mark("p-2", Verdict.RIGHT));
        Path draft = index.resolve("draft");
        Files.write(draft, Files.readAllLines(file()).subList(1, 2));
        Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(reviews.all()).containsExactly(mark("p-2", Verdict.RIGHT));
        reviews.add(mark("p-3", Verdict.RIGHT));
        assertThat(Reviews.open(index).all()).containsExactly(mark("p-2", Verdict.RIGHT), mark("p-3", Verdict.RIGHT));
    }

    @Test
    void aRecordOfANewerVersionCountsForWhatIsKnownOfIt() throws Exception {
        Reviews.open(index).add(mark("p-1", Verdict.RIGHT));
        Files.writeString(file(), Files.readString(file()).replace("{\"finding\"", "{\"mood\":[1],\"finding\""));
        assertThat(Reviews.open(index).all()).containsExactly(mark("p-1", Verdict.RIGHT));
    }

    @Test
    void aFileThatCannotBeReadAtAllIsNamed() throws Exception {
        Files.createDirectory(file());
        assertThatThrownBy(() -> Reviews.open(index))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("reviews.jsonl cannot be read");
    }

    private Path file() {
        return index.resolve(Reviews.FILE);
    }

    private void append(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.APPEND);
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
                "2026-01-02T03:04:05Z",
                "",
                null,
                null,
                null,
                false,
                null);
    }
}
