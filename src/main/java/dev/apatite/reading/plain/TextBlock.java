package dev.apatite.reading.plain;

import dev.apatite.reading.shared.LineEnds;
import java.util.List;

/**
 * What stands between two blank lines of a text.
 *
 * @param raw the lines as converted, with their marks
 * @param lines the same lines without marks
 * @param shape what its marks say it is
 * @param level of a marked heading, else 0
 * @param text the lines as one, hyphens at line ends mended
 */
public record TextBlock(List<String> raw, List<String> lines, Shape shape, int level, String text) {
    public enum Shape {
        PLAIN,
        /** A heading marked by {@code #}, or underlined. */
        HEADING,
        /** A line that is bold as a whole. */
        BOLD,
        /** Rows with bars or tabs. */
        TABLE
    }

    public TextBlock {
        raw = List.copyOf(raw);
        lines = List.copyOf(lines);
    }

    public TextBlock(List<String> raw, List<String> lines, Shape shape, int level) {
        this(raw, lines, shape, level, LineEnds.joined(lines));
    }

    /** The first line. */
    String first() {
        return lines.getFirst();
    }

    boolean isOneLine() {
        return lines.size() == 1;
    }
}
