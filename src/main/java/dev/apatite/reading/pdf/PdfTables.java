package dev.apatite.reading.pdf;

import dev.apatite.reading.pdf.layout.PdfColumn;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfPage;
import dev.apatite.reading.pdf.layout.PdfRule;
import dev.apatite.reading.pdf.layout.PdfText;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.pdf.layout.PdfWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes ruled tables off a page before its columns are looked for: below a table's caption, what stands between the
 * first and the last of the rules that belong together.
 */
final class PdfTables {
    private static final float CAPTION_HEIGHT = 90f;
    private static final float CELL_GAP = 0.9f;

    private final PdfTypography typography;
    private final List<PdfRule> rules;
    private final List<PdfLine> segments;

    private PdfTables(PdfPage page, List<PdfLine> segments, PdfTypography typography) {
        this.typography = typography;
        this.segments = segments;
        this.rules = new ArrayList<>(page.rules());
        this.rules.sort(Comparator.comparing(PdfRule::y));
    }

    /** The tables of a page; their cells are no longer among the segments. */
    static List<PdfTable> takeFrom(PdfPage page, List<PdfLine> segments, PdfTypography typography) {
        PdfTables tables = new PdfTables(page, segments, typography);
        List<PdfTable> found = new ArrayList<>();
        if (tables.rules.size() < 2) {
            return found;
        }
        for (PdfLine segment : List.copyOf(segments)) {
            PdfCaption caption = PdfCaption.of(segment, typography);
            if (caption != null && caption.table() && segments.contains(segment)) {
                PdfTable table = tables.below(segment, caption.label());
                if (table != null) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private @Nullable PdfTable below(PdfLine caption, String label) {
        PdfRule top = top(caption);
        if (top == null) {
            return null;
        }
        float x0 = top.x0();
        float x1 = top.x1();
        for (PdfRule rule : rules) {
            if (Math.abs(rule.y() - top.y()) < 1.5f && rule.x0() < x1 + 8 && rule.x1() > x0 - 8) {
                x0 = Math.min(x0, rule.x0());
                x1 = Math.max(x1, rule.x1());
            }
        }
        float bottom = bottom(top.y(), x0, x1);
        List<PdfLine> cells = new ArrayList<>();
        for (PdfLine segment : segments) {
            float middle = (segment.x0() + segment.x1()) / 2;
            if (segment.y() > top.y() && segment.y() < bottom + 1 && middle > x0 - 6 && middle < x1 + 6) {
                cells.add(segment);
            }
        }
        if (cells.isEmpty() || bottom - top.y() < 8) {
            return null;
        }
        segments.removeAll(cells);
        return new PdfTable(label, rows(cells));
    }

    /** The first rule below the caption, with nothing but the caption's own lines between. */
    private @Nullable PdfRule top(PdfLine caption) {
        for (PdfRule rule : rules) {
            boolean under = rule.y() > caption.y() - 1 && rule.y() < caption.y() + CAPTION_HEIGHT;
            if (under && rule.x1() > caption.x0() && rule.x0() < caption.x1() && rule.width() > 60) {
                boolean running = proseBetween(caption.y(), rule.y(), rule.x0(), rule.x1()) > 0;
                return running ? null : rule;
            }
        }
        return null;
    }

    private float bottom(float top, float x0, float x1) {
        float bottom = top;
        for (PdfRule rule : rules) {
            boolean within = rule.x0() > x0 - 10 && rule.x1() < x1 + 10;
            if (rule.y() > bottom + 0.5f && within) {
                if (captionBetween(bottom, rule.y(), x0, x1) || proseBetween(bottom, rule.y(), x0, x1) > 1) {
                    return bottom;
                }
                bottom = rule.y();
            }
        }
        return bottom;
    }

    private boolean captionBetween(float top, float bottom, float x0, float x1) {
        return segments.stream()
                .filter(line -> line.y() > top + 1 && line.y() < bottom && line.x0() < x1 && line.x1() > x0)
                .anyMatch(line -> PdfCaption.of(line, typography) != null);
    }

    /** How many lines of running text, wide as a column, stand between. */
    private long proseBetween(float top, float bottom, float x0, float x1) {
        return segments.stream()
                .filter(line -> line.y() > top + 1 && line.y() < bottom && line.x0() < x1 && line.x1() > x0)
                .filter(line ->
                        typography.isBody(line) && line.length() > 35 && line.width() > 0.75f * columnWidth(x1 - x0))
                .count();
    }

    private static float columnWidth(float table) {
        return table > 340 ? Math.min(table, 240) : table;
    }

    /** Cells on one baseline make a row; each cell stands in the column that it overlaps. */
    private static List<List<String>> rows(List<PdfLine> cells) {
        List<List<String>> rows = new ArrayList<>();
        for (PdfLine row : PdfColumn.of(cells).lines()) {
            List<String> texts = new ArrayList<>();
            for (List<PdfWord> cell : row.cells(CELL_GAP * row.size())) {
                texts.add(PdfText.of(cell));
            }
            rows.add(texts);
        }
        return rows;
    }
}
