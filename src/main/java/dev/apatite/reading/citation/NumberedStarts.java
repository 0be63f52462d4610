package dev.apatite.reading.citation;

import dev.apatite.reading.citation.ReferenceList.Row;
import dev.apatite.text.RomanNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The first rows of the entries of a numbered list, those that lost their number among them. */
final class NumberedStarts {
    private final List<Row> rows;
    private final List<Integer> chain;
    private final boolean roman;
    private final SortedMap<Integer, String> starts = new TreeMap<>();
    private boolean bulletsBegin;

    NumberedStarts(List<Row> rows, List<Integer> chain) {
        this.rows = rows;
        this.chain = chain;
        roman = rows.get(chain.getFirst()).mark().style() == ReferenceMark.Style.ROMAN;
        bulletsBegin = chain.stream().anyMatch(each -> rows.get(each).mark().bullet());
    }

    /** The rows in order, each with its label; the empty label where it cannot be known. */
    SortedMap<Integer, String> find() {
        int last = -1;
        int number = 0;
        for (int row : chain) {
            restore(last, row, number, rows.get(row).mark().number() - number - 1);
            starts.put(row, String.valueOf(rows.get(row).mark().label()));
            last = row;
            number = rows.get(row).mark().number();
        }
        if (bulletsBegin) {
            for (int row = last + 1; row < rows.size(); row++) {
                if (rows.get(row).mark().bullet()) {
                    starts.put(row, label(++number));
                }
            }
        }
        return starts;
    }

    /** Finds the rows of {@code missing} entries between two labelled ones. */
    private void restore(int from, int to, int number, int missing) {
        if (missing < 1) {
            return;
        }
        List<Integer> found = new ArrayList<>();
        for (int row = from + 1; row < to; row++) {
            if (rows.get(row).mark().bullet()) {
                found.add(row);
            }
        }
        boolean bullets = !found.isEmpty();
        if (!bullets) {
            for (int row = from + 1; row < to; row++) {
                if (looksLikeStart(row, from)) {
                    found.add(row);
                }
            }
        }
        if (found.size() > missing && bullets) {
            found.removeIf(row -> !EntryText.startsWithNames(rows.get(row).bare()));
        }
        if (found.size() != missing && !bullets) {
            return;
        }
        bulletsBegin |= bullets;
        for (int k = 0; k < found.size(); k++) {
            starts.put(found.get(k), found.size() == missing ? label(number + 1 + k) : "");
        }
    }

    private boolean looksLikeStart(int row, int from) {
        String text = rows.get(row).mark().label() == null
                ? rows.get(row).bare()
                : rows.get(row).mark().text();
        return EntryText.startsWithNames(text)
                && (row == 0
                        || row == from + 1 && from < 0
                        || EntryText.mayEnd(rows.get(row - 1).line().text()));
    }

    private String label(int number) {
        return roman ? RomanNumber.of(number) : String.valueOf(number);
    }
}
