package dev.apatite.reading;

import java.util.List;

/**
 * What stands between two blank lines of a text.
 *
 * @param raw the lines as converted, with their marks
 * @param lines the same lines without marks
 * @param shape what its marks say it is
 * @param level of a marked heading, else 0
 */
record TextBlock(List<String> raw, List<String> lines, Shape shape, int level) {
    enum Shape {
        PLAIN,
        /** A heading marked by {@code #}, or underlined. */
        HEADING,
        /** A line that is bold as a whole. */
        BOLD,
        /** Rows with bars or tabs. */
        TABLE
    }

    TextBlock {
        raw = List.copyOf(raw);
        lines = List.copyOf(lines);
    }

    /** The block on one line, hyphens at line ends mended. */
    String text() {
        return LineEnds.joined(lines);
    }

    /** The first line. */
    String first() {
        return lines.getFirst();
    }

    boolean isOneLine() {
        return lines.size() == 1;
    }
}
