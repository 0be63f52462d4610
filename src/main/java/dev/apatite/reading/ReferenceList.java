package dev.apatite.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits the lines of a printed reference list into its entries. */
public final class ReferenceList {
    private ReferenceList() {}

    /**
     * A printed line, or a paragraph where the format has no lines.
     *
     * @param x left edge in points, null where it is not known
     * @param gapBefore whether a wider gap than between lines, a column break or a page break stands before it
     */
    public record Line(String text, @Nullable Float x, boolean gapBefore) {}

    /**
     * An entry of the list.
     *
     * @param label the number without brackets or full stop; null in an unnumbered list
     * @param raw the entry without its label, on one line
     */
    public record Entry(@Nullable String label, String raw) {}

    /** The entries in printed order; lines that belong together are joined, hyphens at line ends mended. */
    public static List<Entry> split(List<Line> lines) {
        List<Entry> entries = new ArrayList<>();
        for (Line line : lines) {
            if (!line.text().isBlank()) {
                entries.add(new Entry(null, line.text().strip()));
            }
        }
        return entries;
    }
}
