package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a page with columns is divided across: at a change of type, at lines that have columns of their own. */
final class PdfBands {
    private static final int MIN_ROWS = 3;
    private static final int LONGEST_WORD = 24;
    private static final float HEADING_DISTANCE = 2.6f;
    private static final float DEEPEST_INDENT = 2.2f;

    private PdfBands() {}

    /** The lines that cross the gutter beside others, and all that is set together with them. */
    static Set<PdfLine> tangled(List<PdfLine> sorted, float gutter) {
        Set<PdfLine> part = Collections.newSetFromMap(new IdentityHashMap<>());
        List<PdfLine> open = new ArrayList<>();
        for (PdfLine line : sorted) {
            boolean crosses = line.x0() < gutter && line.x1() > gutter && !overflows(line, sorted);
            if (crosses && sorted.stream().anyMatch(other -> other != line && overlap(line, other))) {
                part.add(line);
                open.add(line);
            }
        }
        while (!open.isEmpty()) {
            PdfLine member = open.removeLast();
            for (PdfLine other : sorted) {
                if (!part.contains(other) && (overlap(member, other) || isNextLine(member, other))) {
                    part.add(other);
                    open.add(other);
                }
            }
        }
        part.addAll(headings(sorted, part));
        return part;
    }

    /** Whether a line ends with one word, an address say, that is longer than the column which it stands in. */
    static boolean overflows(PdfLine word, List<PdfLine> all) {
        return word.words().getLast().text().length() >= LONGEST_WORD
                && all.stream()
                        .anyMatch(line -> line != word
                                && Math.abs(line.x0() - word.x0()) < 1
                                && line.width() < word.width()
                                && Math.abs(line.size() - word.size()) < 0.4f
                                && Math.abs(line.y() - word.y()) < 1.75f * word.size());
    }

    /** The row of headings right above such a part, one over each of its columns. */
    private static List<PdfLine> headings(List<PdfLine> sorted, Set<PdfLine> part) {
        float top = part.stream().map(PdfLine::y).min(Float::compare).orElse(0f);
        List<PdfLine> row = new ArrayList<>();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            PdfLine line = sorted.get(i);
            if (line.y() >= top || part.contains(line)) {
                continue;
            }
            boolean near = top - line.y() < HEADING_DISTANCE * line.size();
            if (!near || !row.isEmpty() && !overlap(row.getFirst(), line)) {
                break;
            }
            row.add(line);
        }
        boolean aligned = row.stream()
                .allMatch(line -> part.stream()
                        .anyMatch(other ->
                                Math.abs(other.x0() - line.x0()) < 2 && other.y() - line.y() < 4 * line.size()));
        return row.size() > 1 && aligned ? row : List.of();
    }

    static boolean overlap(PdfLine one, PdfLine other) {
        return Math.min(one.bottom(), other.bottom()) > Math.max(one.top(), other.top());
    }

    private static boolean isNextLine(PdfLine one, PdfLine other) {
        float indent = one.y() < other.y() ? one.x0() - other.x0() : other.x0() - one.x0();
        boolean flush = Math.abs(indent) < 2;
        boolean indented = indent > 0
                && indent < DEEPEST_INDENT * one.size()
                && Math.min(one.width(), other.width()) > 0.7f * Math.max(one.width(), other.width());
        return (flush || indented)
                && Math.abs(one.size() - other.size()) < 0.3f
                && Math.abs(one.y() - other.y()) < 1.9f * one.size();
    }

    /**
     * Takes from a band what stands far below everything else in it, or nearer to the line below that begins with it: a
     * heading of what follows across the columns.
     */
    static List<PdfLine> foot(List<PdfLine> band, PdfLine below) {
        List<PdfLine> foot = new ArrayList<>();
        for (int i = band.size() - 1; i > 0 && foot.size() < 3; i--) {
            PdfLine last = band.get(i);
            foot.addFirst(last);
            float above = last.y() - band.get(i - 1).y();
            float distance = below.y() - last.y();
            boolean heads = foot.size() == 1
                    && Math.abs(last.x0() - below.x0()) < 1.5f * last.size()
                    && distance < 2 * last.size()
                    && above > 1.5f * distance
                    && above > 1.8f * last.size();
            if (heads || above > 4 * last.size()) {
                band.removeAll(foot);
                return foot;
            }
        }
        return List.of();
    }

    /**
     * The height below which both columns go on in another size of type, as a reference list does that is balanced over
     * the foot of a page; null where there is none.
     */
    static @Nullable Float typeChange(List<PdfLine> all, List<PdfLine> left, List<PdfLine> right) {
        for (int i = MIN_ROWS; i < all.size() - MIN_ROWS; i++) {
            float y = all.get(i - 1).bottom();
            PdfLine next = all.get(i);
            if (next.top() - y < 0.3f * next.size()) {
                continue;
            }
            float above = commonSize(left, right, y, true);
            float below = commonSize(left, right, y, false);
            if (above > 0 && below > 0 && Math.abs(above - below) > 0.7f) {
                return y;
            }
        }
        return null;
    }

    /** The size that most of the text above or below {@code y} has in both columns, or 0. */
    private static float commonSize(List<PdfLine> left, List<PdfLine> right, float y, boolean above) {
        float one = mainSize(left, y, above);
        float other = mainSize(right, y, above);
        return one > 0 && Math.abs(one - other) < 0.3f ? one : 0;
    }

    private static float mainSize(List<PdfLine> segments, float y, boolean above) {
        Map<Float, Integer> lengths = new HashMap<>();
        int total = 0;
        for (PdfLine segment : segments) {
            if (segment.y() < y == above) {
                lengths.merge(segment.size(), segment.length(), Integer::sum);
                total += segment.length();
            }
        }
        for (Map.Entry<Float, Integer> each : lengths.entrySet()) {
            if (each.getValue() > 0.8f * total && total > 90) {
                return each.getKey();
            }
        }
        return 0;
    }
}
