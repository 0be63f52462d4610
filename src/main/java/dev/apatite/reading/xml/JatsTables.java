package dev.apatite.reading.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a table in XHTML's or OASIS' model; a cell that spans others is followed by empty ones. */
final class JatsTables {
    private static final int WIDEST = 200;
    private static final int MOST_CELLS = 200_000;

    private JatsTables() {}

    static List<List<String>> rows(XmlElement table) {
        List<List<String>> rows = new ArrayList<>();
        Map<Integer, Integer> spanning = new TreeMap<>();
        List<String> columns = table.all("colspec").stream()
                .map(column -> column.attribute("colname"))
                .toList();
        int cells = 0;
        for (XmlElement tr : table.all(List.of("tr", "row"), List.of("table-wrap-foot"))) {
            List<String> row = new ArrayList<>();
            for (XmlElement cell : tr.elements("td", "th", "entry")) {
                fill(row, spanning);
                JatsText text = new JatsText();
                text.addContent(cell);
                int width = Math.max(span(cell.attribute("colspan")), named(cell, columns));
                int height = Math.max(span(cell.attribute("rowspan")), more(cell.attribute("morerows")));
                for (int i = 0; i < width && row.size() < WIDEST; i++) {
                    if (height > 1) {
                        spanning.put(row.size(), height - 1);
                    }
                    row.add(i == 0 ? text.text() : "");
                }
            }
            fill(row, spanning);
            cells += row.size();
            if (!row.isEmpty() && cells <= MOST_CELLS) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Empty cells where a cell of an earlier row reaches down. */
    private static void fill(List<String> row, Map<Integer, Integer> spanning) {
        while (row.size() < WIDEST && spanning.containsKey(row.size())) {
            int column = row.size();
            int left = spanning.getOrDefault(column, 0) - 1;
            if (left <= 0) {
                spanning.remove(column);
            } else {
                spanning.put(column, left);
            }
            row.add("");
        }
    }

    /** From the column called so to that called so, as OASIS' tables have it. */
    private static int named(XmlElement cell, List<String> columns) {
        int from = columns.indexOf(cell.attribute("namest"));
        int to = columns.indexOf(cell.attribute("nameend"));
        return from >= 0 && to > from ? to - from + 1 : 1;
    }

    private static int more(String attribute) {
        return attribute.matches("\\d{1,3}") ? Integer.parseInt(attribute) + 1 : 1;
    }

    private static int span(String attribute) {
        return attribute.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(attribute)) : 1;
    }
}
