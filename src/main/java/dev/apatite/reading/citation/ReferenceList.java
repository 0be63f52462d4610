package dev.apatite.reading.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Splits the lines of a printed reference list into its entries.
 *
 * <p>Labels are believed where they count up; where there are none, bullets, indents, gaps and the looks of a first line
 * (names) tell entries apart. Numbers that a conversion turned into bullets are restored from their neighbours.
 */
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

    /** A line that is not blank, and what stands at its head. */
    record Row(Line line, ReferenceMark mark) {
        String bare() {
            return ReferenceMark.withoutBullet(line.text());
        }
    }

    /** The entries in printed order; lines that belong together are joined, hyphens at line ends mended. */
    public static List<Entry> split(List<Line> lines) {
        List<Row> rows = InlineLabels.apart(rows(lines));
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Integer> chain = LabelChain.of(rows);
        if (!chain.isEmpty()) {
            return entries(rows, new NumberedStarts(rows, chain).find(), true);
        }
        TreeMap<Integer, String> starts = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).mark().style() == ReferenceMark.Style.KEY) {
                starts.put(i, String.valueOf(rows.get(i).mark().label()));
            }
        }
        if (starts.size() * 12 < rows.size() || starts.isEmpty()) {
            starts.clear();
            UnnumberedStarts.find(rows).forEach(each -> starts.put(each, ""));
        }
        return entries(rows, starts, false);
    }

    private static List<Row> rows(List<Line> lines) {
        List<Row> rows = new ArrayList<>();
        boolean gap = false;
        for (Line line : lines) {
            if (line.text().isBlank()) {
                gap = true;
                continue;
            }
            String text = line.text().strip();
            rows.add(new Row(new Line(text, line.x(), line.gapBefore() || gap), ReferenceMark.of(text)));
            gap = false;
        }
        return rows;
    }

    /**
     * Joins the rows between two starts.
     *
     * @param starts the rows that begin an entry, each with its label; an empty label is none
     */
    private static List<Entry> entries(List<Row> rows, SortedMap<Integer, String> starts, boolean labelled) {
        List<Entry> entries = new ArrayList<>();
        List<Integer> begins = new ArrayList<>(starts.keySet());
        for (int k = 0; k < begins.size(); k++) {
            int begin = begins.get(k);
            boolean last = k + 1 == begins.size();
            int end = last ? rows.size() : begins.get(k + 1);
            String label = String.valueOf(starts.get(begin));
            Row first = rows.get(begin);
            boolean own = label.equals(first.mark().label());
            StringBuilder text = new StringBuilder(own ? first.mark().text() : first.bare());
            for (int i = begin + 1; i < end; i++) {
                Row row = rows.get(i);
                if (last && labelled && row.line().gapBefore() && !EntryText.continues(text, row.bare())) {
                    break;
                }
                LineJoiner.append(text, row.bare());
            }
            if (!text.toString().isBlank()) {
                entries.add(new Entry(
                        label.isEmpty() ? null : label, text.toString().strip()));
            }
        }
        return entries;
    }
}
