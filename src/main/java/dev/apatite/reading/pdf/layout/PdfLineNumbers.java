package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the numbers off a manuscript whose lines are numbered in the margin. */
final class PdfLineNumbers {
    private static final int FEWEST = 8;
    private static final float MARGIN = 0.2f;
    private static final float FARTHEST = 60;
    private static final float MOST_LINES = 1.6f;

    private PdfLineNumbers() {}

    /** The segments without numbers that stand below each other in a margin and count up. */
    static List<PdfLine> without(List<PdfLine> segments, float width) {
        Map<Integer, List<PdfLine>> columns = new HashMap<>();
        for (PdfLine segment : segments) {
            boolean margin = segment.x1() < MARGIN * width || segment.x0() > (1 - MARGIN) * width;
            if (margin && segment.text().matches("\\d{1,4}")) {
                columns.computeIfAbsent(Math.round(segment.x1() / 4), x -> new ArrayList<>())
                        .add(segment);
            }
        }
        List<PdfLine> kept = new ArrayList<>(segments);
        for (List<PdfLine> column : columns.values()) {
            if (column.size() >= FEWEST
                    && countsUp(column)
                    && (isRegular(column) || isBesideEachLine(column, segments))) {
                kept.removeAll(Set.copyOf(column));
            }
        }
        return kept;
    }

    /** Whether the numbers follow at one distance. */
    private static boolean isRegular(List<PdfLine> column) {
        float least = Float.MAX_VALUE;
        float most = 0;
        for (int i = 1; i < column.size(); i++) {
            float distance = column.get(i).y() - column.get(i - 1).y();
            least = Math.min(least, distance);
            most = Math.max(most, distance);
        }
        return most < 1.2f * least;
    }

    /** Whether no more lines than a few stand beside the column unnumbered: the labels of a list stand apart. */
    private static boolean isBesideEachLine(List<PdfLine> column, List<PdfLine> segments) {
        PdfLine first = column.getFirst();
        PdfLine last = column.getLast();
        int step = Math.max(1, (number(last) - number(first)) / (column.size() - 1));
        int lines = 0;
        for (PdfLine line : segments) {
            float free = line.x0() > first.x1() ? line.x0() - first.x1() : first.x0() - line.x1();
            boolean beside = free >= 0 && free < FARTHEST;
            lines += beside && line.y() > first.y() - 3 && line.y() < last.y() + 3 ? 1 : 0;
        }
        return lines < MOST_LINES * step * column.size();
    }

    private static boolean countsUp(List<PdfLine> column) {
        column.sort(Comparator.comparing(PdfLine::y));
        int steps = 0;
        for (int i = 1; i < column.size(); i++) {
            int step = number(column.get(i)) - number(column.get(i - 1));
            steps += step == 1 || step == 5 ? 1 : 0;
        }
        return steps >= 0.8 * (column.size() - 1);
    }

    private static int number(PdfLine line) {
        return Integer.parseInt(line.text());
    }
}
