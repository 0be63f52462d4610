package dev.apatite.review;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reader's mark on a finding. It repeats what the finding said, so that it stays readable when the rules change.
 *
 * @param finding the finding's id
 * @param paper the paper's id
 * @param treatment as the finding had it
 * @param response as the finding had it
 * @param sentence that the finding came from
 * @param correctTreatment what it should be, null where it is right
 * @param correctResponse what it should be, null where it is right
 * @param note in the reader's words
 * @param time when the mark was made, in ISO 8601 with UTC
 * @param reader who made it; empty where nobody said who
 * @param correctOwn whether it is of the paper's own patients, null where that is right
 * @param correctHarm the harm that it should name, null where that is right
 * @param row the whole finding as the reader saw or added it; null in marks of older versions
 * @param file the file that the paper was read from, relative to the corpus, by which the mark finds the paper under another
 *     id; null in marks of older versions
 * @param settles whether it settles what readers disagree on, whatever they said
 */
public record Mark(
        String finding,
        String paper,
        Verdict verdict,
        String treatment,
        Response response,
        String sentence,
        @Nullable String correctTreatment,
        @Nullable Response correctResponse,
        @Nullable String note,
        String time,
        String reader,
        @Nullable Boolean correctOwn,
        @Nullable String correctHarm,
        @Nullable Finding row,
        boolean settles,
        @Nullable String file) {
    /** Refuses a time that is none, and a mark of nothing. */
    public Mark {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(paper, "paper");
        Objects.requireNonNull(verdict, "verdict");
        reader = reader == null ? "" : reader;
        Instant.parse(time);
    }

    /** What a reader says is right instead. */
    public record Correction(
            @Nullable String treatment,
            @Nullable Response response,
            @Nullable Boolean own,
            @Nullable String harm) {
        /** Nothing is to be corrected. */
        public static final Correction NONE = new Correction(null, null, null, null);

        /** Whether nothing is. */
        public boolean isNone() {
            return equals(NONE);
        }
    }

    /** Who makes a mark, when, and what else is to be said of it. */
    public record By(String reader, @Nullable String note, String time, boolean settles) {}

    /** A mark on a finding of a paper as it stands. */
    public static Mark of(Paper paper, Finding row, Verdict verdict, Correction correction, By by) {
        return new Mark(
                row.id(),
                paper.id(),
                verdict,
                row.treatment(),
                row.response(),
                row.sentence(),
                correction.treatment(),
                correction.response(),
                by.note(),
                by.time(),
                by.reader(),
                correction.own(),
                correction.harm(),
                row,
                by.settles(),
                paper.sourceFile());
    }

    /** The same mark on a finding of the paper under the id that it has now. */
    Mark moved(Paper now, String newFinding) {
        return new Mark(
                newFinding,
                now.id(),
                verdict,
                treatment,
                response,
                sentence,
                correctTreatment,
                correctResponse,
                note,
                time,
                reader,
                correctOwn,
                correctHarm,
                row == null ? null : row.renamed(newFinding),
                settles,
                now.sourceFile());
    }

    /** What takes this mark back. */
    Mark takenBack() {
        return without(Verdict.NONE, time, reader);
    }

    /** What undoes this mark. */
    Mark undone(String now, String by) {
        return without(Verdict.UNDONE, now, by);
    }

    /** A verdict on the same finding that corrects nothing. */
    private Mark without(Verdict verdict, String time, String reader) {
        return new Mark(
                finding, paper, verdict, treatment, response, sentence, null, null, null, time, reader, null, null,
                null, settles, file);
    }

    /** What should stand instead. */
    public Correction correction() {
        return new Correction(correctTreatment, correctResponse, correctOwn, correctHarm);
    }

    /** Whether two readers say the same. A row that one added is right for another who calls it so. */
    public boolean agrees(Mark other) {
        boolean right = verdict == Verdict.ADDED || verdict == Verdict.RIGHT;
        boolean otherRight = other.verdict == Verdict.ADDED || other.verdict == Verdict.RIGHT;
        return right && otherRight
                || verdict == other.verdict
                        && same(correctTreatment, other.correctTreatment)
                        && correctResponse == other.correctResponse
                        && Objects.equals(correctOwn, other.correctOwn)
                        && same(correctHarm, other.correctHarm);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null || other == null
                ? Objects.equals(one, other)
                : one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
