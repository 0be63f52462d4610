package dev.apatite.annotation.evidence;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A paper as the judge reads it.
 *
 * @param given names of what the reported patients got, by the rules
 * @param patients how many patients the paper reports
 */
public record Script(
        String title, @Nullable String type, int patients, List<Line> lines, List<RuleRow> rows, Set<String> given) {
    private static final int LONG = 90;

    public Script {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    /** Whether it is a whole paper rather than an abstract or a bare story. */
    public boolean isWhole() {
        for (Line line : lines) {
            switch (line.kind()) {
                case INTRO, DISCUSS, METHODS, RESULTS, CONCL -> {
                    return true;
                }
                default -> {}
            }
        }
        return lines.size() > LONG;
    }

    Script with(List<Line> otherLines, List<RuleRow> otherRows) {
        return new Script(title, type, patients, otherLines, otherRows, given);
    }
}
