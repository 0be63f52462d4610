package dev.apatite.review;

import dev.apatite.paper.Response;
import java.time.Instant;
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
        String time) {
    /** Refuses a time that is none, and a mark of nothing. */
    public Mark {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(paper, "paper");
        Objects.requireNonNull(verdict, "verdict");
        Instant.parse(time);
    }
}
