package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the white space that runs down a page between columns of prose. */
public final class PdfGutter {
    private static final int MAX_CANDIDATES = 6;
    private static final float MIN_GUTTER = 0.65f;
    private static final int MIN_ROWS = 3;
    private static final int PROSE_LENGTH = 18;
    private static final float PROSE_SHARE = 0.55f;
    /** Beside a column that is all prose may stand one of short items: dates, keywords. */
    private static final float FULL_PROSE = 0.85f;

    private static final float LIST_SHARE = 0.3f;
    private static final float ACROSS_SHARE = 0.25f;
    private static final int MAX_SEGMENTS = 1_000;
    private static final float SAME_BASELINE = 0.6f;

    private PdfGutter() {}

    /**
     * Where a gutter between prose and prose runs, or null.
     *
     * @param not where it is known not to run
     */
    static @Nullable Float find(List<PdfLine> segments, float not) {
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

    /** Where the gutter runs on most pages that have one, or null. */
    public static @Nullable Float usual(List<List<PdfLine>> pages) {
        List<Float> found = new ArrayList<>();
        for (List<PdfLine> page : pages) {
            Float gutter = page.size() > MAX_SEGMENTS ? null : find(page, -1);
            if (gutter != null) {
                found.add(gutter);
            }
        }
        Collections.sort(found);
        return found.isEmpty() ? null : found.get(found.size() / 2);
    }

    /** Whether text stands at both sides of {@code x}, and little across it. */
    static boolean isFree(List<PdfLine> segments, float x) {
        int left = 0;
        int right = 0;
        int across = 0;
        for (PdfLine segment : segments) {
            if (segment.x1() <= x) {
                left += segment.length();
            } else if (segment.x0() >= x) {
                right += segment.length();
            } else {
                across += segment.length();
            }
        }
        return left > 0 && right > 0 && across < ACROSS_SHARE * (left + right);
    }

    /** The free space right of each segment that has another beside it. */
    private static List<Gap> gaps(List<PdfLine> segments) {
        List<Gap> gaps = new ArrayList<>();
        for (PdfLine left : segments) {
            PdfLine next = null;
            for (PdfLine right : segments) {
                if (right.x0() >= left.x1()
                        && PdfBands.overlap(left, right)
                        && (next == null || right.x0() < next.x0())) {
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
        float left = (float) prose[0] / Math.max(1, all[0]);
        float right = (float) prose[1] / Math.max(1, all[1]);
        boolean both = left > PROSE_SHARE && right > PROSE_SHARE;
        return both
                || Math.max(left, right) > FULL_PROSE && Math.min(left, right) > LIST_SHARE
                || right > FULL_PROSE && isSideList(segments, x);
    }

    /**
     * Whether what stands left of {@code x} is a list of short items on lines of its own distance, such as keywords beside
     * an abstract; the cells of a table share the baselines of what is beside them.
     */
    private static boolean isSideList(List<PdfLine> segments, float x) {
        List<PdfLine> right =
                segments.stream().filter(segment -> segment.x0() >= x).toList();
        float top = right.stream().map(PdfLine::top).min(Float::compare).orElse(0f);
        float bottom = right.stream().map(PdfLine::bottom).max(Float::compare).orElse(0f);
        List<PdfLine> left = segments.stream()
                .filter(segment -> segment.x1() <= x && segment.bottom() > top && segment.top() < bottom)
                .toList();
        if (left.size() < MIN_ROWS || right.size() < MIN_ROWS + left.size() / 2) {
            return false;
        }
        long shared = left.stream()
                .filter(line -> right.stream().anyMatch(other -> Math.abs(other.y() - line.y()) < SAME_BASELINE))
                .count();
        return shared * 2 <= left.size() && isFlush(left) && isFlush(right);
    }

    private static boolean isFlush(List<PdfLine> lines) {
        float x0 = lines.stream().map(PdfLine::x0).min(Float::compare).orElse(0f);
        return lines.stream().allMatch(line -> line.x0() - x0 < 2 * line.size());
    }

    /** Free space between two neighbours on a row. */
    private record Gap(float from, float to, int weight, int rows) {}
}
