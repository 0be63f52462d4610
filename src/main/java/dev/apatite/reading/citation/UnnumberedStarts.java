package dev.apatite.reading.citation;

import dev.apatite.reading.citation.ReferenceList.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The first rows of the entries of a list without labels. */
final class UnnumberedStarts {
    private static final float COLUMN = 60;
    private static final float INDENT = 3;
    private static final float DEEPEST_INDENT = 45;
    private static final int PARAGRAPH = 110;

    private final List<Row> rows;

    private UnnumberedStarts(List<Row> rows) {
        this.rows = rows;
    }

    /** The rows in order; the first row is always one. */
    static List<Integer> find(List<Row> rows) {
        return new UnnumberedStarts(rows).find();
    }

    private List<Integer> find() {
        long bullets = rows.stream().filter(row -> row.mark().bullet()).count();
        if (bullets * 8 > rows.size() && bullets > 1) {
            return all(i -> rows.get(i).mark().bullet());
        }
        boolean @Nullable [] indented = indented();
        if (indented != null) {
            double left = rate(i -> !indented[i]);
            double right = rate(i -> indented[i]);
            if (left > right + 0.3) {
                return all(i -> !indented[i] && (names(i) || ends(i)));
            }
            if (right > left + 0.3) {
                return all(i -> indented[i] && (names(i) || ends(i)));
            }
        }
        IntPredicate gap = i -> rows.get(i).line().gapBefore();
        long gaps = all(gap).size();
        if (gaps > 2 && gaps * 8 > rows.size() && rate(gap) > 0.6) {
            return all(i -> gap.test(i) && (names(i) || ends(i)));
        }
        long paragraphs = rows.stream()
                .filter(row -> row.line().text().length() > PARAGRAPH)
                .count();
        if (paragraphs * 2 > rows.size()) {
            return all(i -> ends(i) && !isRest(i));
        }
        return all(i -> names(i) && ends(i));
    }

    /** A short line that only completes the paragraph before it: an address, pages. */
    private boolean isRest(int i) {
        String text = rows.get(i).line().text();
        return text.length() < PARAGRAPH && !names(i) && EntryText.continues("", text);
    }

    private List<Integer> all(IntPredicate starts) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i == 0
                    || starts.test(i) && !EntryText.isAddress(rows.get(i).line().text())) {
                found.add(i);
            }
        }
        return found;
    }

    private boolean names(int i) {
        return EntryText.startsWithNames(rows.get(i).bare());
    }

    private boolean ends(int i) {
        return i == 0 || EntryText.mayEnd(rows.get(i - 1).line().text());
    }

    /** How many of the rows that pass look like the first line of an entry. */
    private double rate(IntPredicate passes) {
        int n = 0;
        int like = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (passes.test(i)) {
                n++;
                like += names(i) ? 1 : 0;
            }
        }
        return n == 0 ? 0 : (double) like / n;
    }

    /** For each row whether it stands right of its column's left edge; null where there are no two such levels. */
    private boolean @Nullable [] indented() {
        TreeMap<Float, Integer> edges = new TreeMap<>();
        for (Row row : rows) {
            Float x = row.line().x();
            if (x == null) {
                return null;
            }
            edges.merge(x, 1, Integer::sum);
        }
        TreeMap<Float, Float> columns = new TreeMap<>();
        Float left = null;
        Float last = null;
        for (Float x : edges.keySet()) {
            if (left == null || last == null || x - last > COLUMN) {
                left = x;
            }
            columns.put(x, left);
            last = x;
        }
        boolean[] indented = new boolean[rows.size()];
        int deep = 0;
        for (int i = 0; i < indented.length; i++) {
            Float x = rows.get(i).line().x();
            Float edge = x == null ? null : columns.get(x);
            float offset = x == null || edge == null ? 0 : x - edge;
            indented[i] = offset > INDENT && offset < DEEPEST_INDENT;
            deep += indented[i] ? 1 : 0;
        }
        return deep * 8 > indented.length && deep < indented.length ? indented : null;
    }
}
