package dev.apatite.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reading order of a page. Where white space runs down between two stretches of prose, the left is read before the
 * right; what crosses that space divides the page into an upper and a lower part. Tables are not prose: their rows stay
 * rows.
 */
final class PdfColumns {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_SEGMENTS = 3_000;
    private static final int MAX_CANDIDATES = 6;
    private static final float MIN_GUTTER = 0.65f;
    private static final int MIN_ROWS = 3;
    private static final int PROSE_LENGTH = 18;
    private static final float PROSE_SHARE = 0.55f;

    private final List<PdfColumn> columns = new ArrayList<>();

    private PdfColumns() {}

    /** The columns of a page in reading order. */
    static List<PdfColumn> of(List<PdfLine> segments) {
        PdfColumns order = new PdfColumns();
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
        Float gutter = depth >= MAX_DEPTH ? null : gutter(segments, -1);
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
            boolean across = segment.x0() < gutter && segment.x1() > gutter;
            if (across && !beside.isEmpty()) {
                List<PdfLine> foot = foot(beside);
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
        Set<PdfLine> part = Collections.newSetFromMap(new IdentityHashMap<>());
        List<PdfLine> open = new ArrayList<>();
        for (PdfLine line : sorted) {
            boolean crosses = line.x0() < gutter && line.x1() > gutter;
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
        if (part.size() < 2 * MIN_ROWS || part.size() == sorted.size() || gutter(List.copyOf(part), gutter) == null) {
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

    private static boolean overlap(PdfLine one, PdfLine other) {
        return Math.min(one.bottom(), other.bottom()) > Math.max(one.top(), other.top());
    }

    private static boolean isNextLine(PdfLine one, PdfLine other) {
        return Math.abs(one.x0() - other.x0()) < 2
                && Math.abs(one.size() - other.size()) < 0.3f
                && Math.abs(one.y() - other.y()) < 1.9f * one.size();
    }

    /** Whether a short segment is the last line of the paragraph above it, and stands alone in its row. */
    private static boolean endsParagraph(PdfLine above, PdfLine segment, List<PdfLine> all) {
        float distance = segment.y() - above.y();
        boolean continues = segment.x0() < above.x0() + 2
                && segment.x0() > above.x0() - 2.2f * segment.size()
                && Math.abs(segment.size() - above.size()) < 0.4f
                && segment.face().bold() == above.face().bold()
                && distance > 0
                && distance < 1.75f * segment.size();
        return continues && all.stream().noneMatch(other -> other != segment && other.beside(segment));
    }

    /** Takes from a band what stands far below everything else in it: a heading of what follows across the columns. */
    private static List<PdfLine> foot(List<PdfLine> band) {
        List<PdfLine> foot = new ArrayList<>();
        for (int i = band.size() - 1; i > 0 && foot.size() < 3; i--) {
            PdfLine last = band.get(i);
            foot.addFirst(last);
            if (last.y() - band.get(i - 1).y() > 4 * last.size()) {
                band.removeAll(foot);
                return foot;
            }
        }
        return List.of();
    }

    private void sideBySide(List<PdfLine> segments, float gutter, int depth) {
        List<PdfLine> left = new ArrayList<>();
        List<PdfLine> right = new ArrayList<>();
        segments.forEach(segment -> (segment.x1() <= gutter ? left : right).add(segment));
        Float change = typeChange(segments, left, right);
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

    private static List<PdfLine> below(List<PdfLine> segments, float y) {
        List<PdfLine> lower =
                segments.stream().filter(segment -> segment.y() > y).toList();
        segments.removeAll(lower);
        return new ArrayList<>(lower);
    }

    /**
     * The height below which both columns go on in another size of type, as a reference list does that is balanced over
     * the foot of a page; null where there is none.
     */
    private static @Nullable Float typeChange(List<PdfLine> all, List<PdfLine> left, List<PdfLine> right) {
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

    /** Where a gutter between prose and prose runs, or null. */
    private static @Nullable Float gutter(List<PdfLine> segments, float not) {
        List<Gap> gaps = gaps(segments);
        gaps.removeIf(gap -> gap.from < not + 5 && gap.to > not - 5);
        for (int i = 0; i < MAX_CANDIDATES && gaps.size() >= MIN_ROWS; i++) {
            Gap best = strongest(gaps);
            float x = (best.from + best.to) / 2;
            if (best.rows >= MIN_ROWS && isProse(segments, x)) {
                return x;
            }
            gaps.removeIf(gap -> gap.from <= x && gap.to >= x);
        }
        return null;
    }

    /** The free space right of each segment that has another beside it. */
    private static List<Gap> gaps(List<PdfLine> segments) {
        List<Gap> gaps = new ArrayList<>();
        for (PdfLine left : segments) {
            PdfLine next = null;
            for (PdfLine right : segments) {
                if (right.x0() >= left.x1() && left.beside(right) && (next == null || right.x0() < next.x0())) {
                    next = right;
                }
            }
            if (next != null && next.x0() - left.x1() >= MIN_GUTTER * Math.min(left.size(), next.size())) {
                gaps.add(new Gap(left.x1(), next.x0(), Math.min(40, Math.min(left.length(), next.length())), 1));
            }
        }
        return gaps;
    }

    /** The stretch that lies within the most gaps, counted by how much text stands at both sides. */
    private static Gap strongest(List<Gap> gaps) {
        Gap best = gaps.getFirst();
        int most = -1;
        for (Gap candidate : gaps) {
            float x = candidate.to - 0.5f;
            int weight = 0;
            int rows = 0;
            float from = -Float.MAX_VALUE;
            float to = Float.MAX_VALUE;
            for (Gap gap : gaps) {
                if (gap.from <= x && gap.to >= x) {
                    weight += gap.weight;
                    rows++;
                    from = Math.max(from, gap.from);
                    to = Math.min(to, gap.to);
                }
            }
            if (weight > most) {
                most = weight;
                best = new Gap(from, to, weight, rows);
            }
        }
        return best;
    }

    private static boolean isProse(List<PdfLine> segments, float x) {
        int[] all = new int[2];
        int[] prose = new int[2];
        for (PdfLine segment : segments) {
            if (segment.x1() <= x || segment.x0() >= x) {
                int side = segment.x1() <= x ? 0 : 1;
                int length = segment.length();
                all[side] += length;
                prose[side] += length >= PROSE_LENGTH ? length : 0;
            }
        }
        return prose[0] > PROSE_SHARE * all[0] && prose[1] > PROSE_SHARE * all[1];
    }

    /** Free space between two neighbours on a row. */
    private record Gap(float from, float to, int weight, int rows) {}
}
