package dev.apatite.paper;

import java.util.List;

/**
 * A table's cells.
 *
 * @param section index of the TABLE section that holds its label and caption, or -1 where it has none
 * @param rows rows of cells, top to bottom, left to right
 */
public record Table(int section, List<List<String>> rows) {
    public Table {
        rows = rows == null ? List.of() : rows.stream().map(List::copyOf).toList();
    }
}
