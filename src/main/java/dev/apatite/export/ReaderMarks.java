package dev.apatite.export;

import dev.apatite.review.Mark;
import dev.apatite.review.Reviews;
import dev.apatite.review.Verdict;
import dev.apatite.search.Marks;
import java.util.HashMap;
import java.util.Map;

/** Readers' marks as the search takes them. */
public final class ReaderMarks {
    private ReaderMarks() {}

    /** All marks that count at present. */
    public static Marks of(Reviews reviews) {
        Map<String, Marks.Said> said = new HashMap<>();
        for (Mark mark : reviews.all()) {
            if (mark.verdict() != Verdict.NONE) {
                said.put(
                        mark.finding(),
                        new Marks.Said(
                                Marks.Kind.valueOf(mark.verdict().name()),
                                mark.correctTreatment(),
                                mark.correctResponse()));
            }
        }
        return new Marks(said);
    }
}
