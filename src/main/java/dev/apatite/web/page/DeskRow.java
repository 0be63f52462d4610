package dev.apatite.web.page;

import dev.apatite.paper.Finding;
import dev.apatite.review.Mark;
import dev.apatite.review.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding on the reader's desk.
 *
 * @param finding as the program has it, or as a reader added it
 * @param decided the mark that counts; null where nobody marked it or readers disagree
 * @param marks what each reader said, and what settled it
 */
public record DeskRow(Finding finding, @Nullable Mark decided, List<Mark> marks) {
    public DeskRow {
        marks = List.copyOf(marks);
    }

    /** What a reader said of it; null where that one said nothing. */
    public @Nullable Mark by(String reader) {
        return marks.stream()
                .filter(each -> !each.settles() && each.reader().equals(reader))
                .findFirst()
                .orElse(null);
    }

    /** right, wrong, corrected, added, disputed, or nothing. */
    public String state() {
        return decided != null ? decided.verdict().code() : marks.isEmpty() ? "" : "disputed";
    }

    /** Whether it counts no more. */
    public boolean isWrong() {
        return decided != null && decided.verdict() == Verdict.WRONG;
    }
}
