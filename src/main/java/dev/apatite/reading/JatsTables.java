package dev.apatite.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a table in JATS or HTML; a cell that spans others is followed by empty ones. */
final class JatsTables {
    private static final int WIDEST = 200;
    private static final int MOST_CELLS = 200_000;

    private JatsTables() {}

    static List<List<String>> rows(XmlElement table) {
        List<List<String>> rows = new ArrayList<>();
        Map<Integer, Integer> spanning = new TreeMap<>();
        int cells = 0;
        for (XmlElement tr : table.all(List.of("tr", "row"), List.of("table-wrap-foot"))) {
            List<String> row = new ArrayList<>();
            for (XmlElement cell : tr.elements("td", "th", "entry")) {
                fill(row, spanning);
                JatsText text = new JatsText(Map.of());
                text.addContent(cell);
                int width = span(cell.attribute("colspan"));
                int height = span(cell.attribute("rowspan"));
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

    private static int span(String attribute) {
        return attribute.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(attribute)) : 1;
    }
}
