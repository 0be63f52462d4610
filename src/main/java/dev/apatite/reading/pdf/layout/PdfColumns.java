package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reading order of a page. Where white space runs down between two stretches of prose, the left is read before the
 * right; what crosses that space divides the page into an upper and a lower part. Tables are not prose: their rows stay
 * rows.
 */
public final class PdfColumns {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_SEGMENTS = 3_000;
    private static final int MIN_ROWS = 3;
    /** How wide a column of small print is beside the text, at most. */
    private static final float NARROW = 0.45f;
    /** The distance of lines, in their size, beyond which they belong to another part. */
    private static final float FAR = 4;

    private static final float CENTRED = 0.3f;

    private static final int FEWEST_LETTERS_A_LINE = 35;

    private final List<PdfColumn> columns = new ArrayList<>();
    private final @Nullable Float usual;

    private PdfColumns(@Nullable Float usual) {
        this.usual = usual;
    }

    /**
     * The columns of a page in reading order.
     *
     * @param usual where the gutter runs on the document's other pages, or null; it helps with a page of few lines
     */
    public static List<PdfColumn> of(List<PdfLine> segments, @Nullable Float usual) {
        PdfColumns order = new PdfColumns(usual);
        if (segments.size() > MAX_SEGMENTS) {
            order.columns.add(PdfColumn.of(segments));
        } else {
            order.cut(segments, 0);
        }
        return order.columns;
    }

    private void cut(List<PdfLine> segments, int depth) {
        if (segments.isEmpty()) {
            return;
        }
        Float gutter = depth >= MAX_DEPTH ? null : PdfGutter.find(segments, -1);
        if (gutter == null && depth == 0 && usual != null && PdfGutter.isFree(segments, usual)) {
            gutter = usual;
        }
        if (gutter == null) {
            columns.add(PdfColumn.of(segments));
            return;
        }
        List<PdfLine> sorted = new ArrayList<>(segments);
        sorted.sort(Comparator.comparing(PdfLine::y));
        if (cutAround(sorted, gutter, depth)) {
            return;
        }
        List<PdfLine> crossing = new ArrayList<>();
        List<PdfLine> beside = new ArrayList<>();
        for (PdfLine segment : sorted) {
            boolean across = segment.x0() < gutter && segment.x1() > gutter && !PdfBands.overflows(segment, sorted);
            if (across && !beside.isEmpty()) {
                List<PdfLine> foot = PdfBands.foot(beside, segment);
                sideBySide(beside, gutter, depth);
                cut(foot, depth + 1);
            }
            if (across || !crossing.isEmpty() && endsParagraph(crossing.getLast(), segment, sorted)) {
                sideBySide(beside, gutter, depth);
                crossing.add(segment);
            } else {
                cut(crossing, depth + 1);
                crossing = new ArrayList<>();
                beside.add(segment);
            }
        }
        cut(crossing, depth + 1);
        sideBySide(beside, gutter, depth);
    }

    /**
     * Where a part of the region has columns of its own, whose lines cross the gutter beside each other, reads what is
     * above it, the part, and what is below it.
     */
    private boolean cutAround(List<PdfLine> sorted, float gutter, int depth) {
        Set<PdfLine> part = PdfBands.tangled(sorted, gutter);
        if (part.size() < 2 * MIN_ROWS
                || part.size() == sorted.size()
                || PdfGutter.find(List.copyOf(part), gutter) == null) {
            return false;
        }
        float top = part.stream().map(PdfLine::y).min(Float::compare).orElseThrow();
        cut(
                sorted.stream()
                        .filter(line -> !part.contains(line) && line.y() < top)
                        .toList(),
                depth + 1);
        cut(sorted.stream().filter(part::contains).toList(), depth + 1);
        cut(
                sorted.stream()
                        .filter(line -> !part.contains(line) && line.y() >= top)
                        .toList(),
                depth + 1);
        return true;
    }

    /** Whether a short segment is the last line of the paragraph above it, and stands alone in its row. */
    private static boolean endsParagraph(PdfLine above, PdfLine segment, List<PdfLine> all) {
        float distance = segment.y() - above.y();
        boolean flush = segment.x0() < above.x0() + 2 && segment.x0() > above.x0() - 2.2f * segment.size();
        // The last line of a title may stand in the middle.
        boolean centred = segment.x0() > above.x0()
                && Math.abs(segment.x0() + segment.x1() - above.x0() - above.x1()) < CENTRED * segment.size();
        boolean continues = (flush || centred)
                && Math.abs(segment.size() - above.size()) < 0.4f
                && segment.face().bold() == above.face().bold()
                && distance > 0
                && distance < 1.75f * segment.size();
        return continues && all.stream().noneMatch(other -> other != segment && other.beside(segment));
    }

    private void sideBySide(List<PdfLine> segments, float gutter, int depth) {
        List<PdfLine> left = new ArrayList<>();
        List<PdfLine> right = new ArrayList<>();
        segments.forEach(segment -> (segment.x0() < gutter ? left : right).add(segment));
        if (besideSideColumn(left, right, depth)) {
            segments.clear();
            return;
        }
        Float change = PdfBands.typeChange(segments, left, right);
        segments.clear();
        if (change != null) {
            List<PdfLine> lowerLeft = below(left, change);
            List<PdfLine> lowerRight = below(right, change);
            cut(left, depth + 1);
            cut(right, depth + 1);
            cut(lowerLeft, depth + 1);
            cut(lowerRight, depth + 1);
        } else {
            cut(left, depth + 1);
            cut(right, depth + 1);
        }
    }

    /**
     * Where the left part is a narrow column of small print beside the text, reads both and then what stands below them in
     * the narrow one's place; the text first where it begins above the small print, as with the authors over an abstract.
     */
    private boolean besideSideColumn(List<PdfLine> left, List<PdfLine> right, int depth) {
        if (left.size() < MIN_ROWS || right.size() < MIN_ROWS) {
            return false;
        }
        float width = width(right);
        int end = 1;
        while (end < left.size()
                && left.get(end).y() - left.get(end - 1).y()
                        < FAR * left.get(end).size()) {
            end++;
        }
        List<PdfLine> side = new ArrayList<>(left.subList(0, end));
        float top = side.getFirst().top();
        float bottom = right.stream().map(PdfLine::bottom).max(Float::compare).orElseThrow();
        List<PdfLine> rest = new ArrayList<>(left.subList(end, left.size()));
        boolean above = right.stream().anyMatch(line -> line.bottom() < top);
        boolean narrow = side.size() >= MIN_ROWS && width(side) < NARROW * width;
        boolean apart = rest.stream().allMatch(line -> line.top() > bottom);
        boolean prose = right.stream().mapToInt(PdfLine::length).sum() > FEWEST_LETTERS_A_LINE * right.size();
        if (!narrow || !apart || !prose || !above && rest.isEmpty()) {
            return false;
        }
        cut(above ? right : side, depth + 1);
        cut(above ? side : right, depth + 1);
        cut(rest, depth + 1);
        return true;
    }

    private static float width(List<PdfLine> lines) {
        float x0 = lines.stream().map(PdfLine::x0).min(Float::compare).orElse(0f);
        float x1 = lines.stream().map(PdfLine::x1).max(Float::compare).orElse(0f);
        return x1 - x0;
    }

    private static List<PdfLine> below(List<PdfLine> segments, float y) {
        List<PdfLine> lower =
                segments.stream().filter(segment -> segment.y() > y).toList();
        segments.removeAll(lower);
        return new ArrayList<>(lower);
    }
}
