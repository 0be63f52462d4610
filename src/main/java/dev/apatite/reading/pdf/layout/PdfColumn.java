package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A part of a page that is read from top to bottom: a column, or a stretch across all columns. */
public record PdfColumn(int page, float x0, float x1, List<PdfLine> lines) {
    /** A column of these segments; those on one baseline become one line. */
    public static PdfColumn of(List<PdfLine> segments) {
        List<PdfLine> sorted = new ArrayList<>(segments);
        sorted.sort(Comparator.comparing(PdfLine::y));
        List<PdfLine> lines = new ArrayList<>();
        List<PdfLine> row = new ArrayList<>();
        for (PdfLine segment : sorted) {
            if (!row.isEmpty() && !sameRow(row.getFirst(), segment)) {
                lines.add(joined(row));
                row.clear();
            }
            row.add(segment);
        }
        lines.add(joined(row));
        float x0 = Float.MAX_VALUE;
        float x1 = -Float.MAX_VALUE;
        for (PdfLine line : lines) {
            x0 = Math.min(x0, line.x0());
            x1 = Math.max(x1, line.x1());
        }
        return new PdfColumn(lines.getFirst().page(), x0, x1, List.copyOf(lines));
    }

    private static boolean sameRow(PdfLine one, PdfLine other) {
        return Math.abs(one.y() - other.y()) < 0.4f * Math.min(one.size(), other.size());
    }

    private static PdfLine joined(List<PdfLine> row) {
        row.sort(Comparator.comparing(PdfLine::x0));
        PdfLine line = row.getFirst();
        for (int i = 1; i < row.size(); i++) {
            line = line.joined(row.get(i));
        }
        return line;
    }

    float width() {
        return x1 - x0;
    }
}
