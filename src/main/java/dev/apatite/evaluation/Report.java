package dev.apatite.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation found out, to be printed as a table or as JSON.
 *
 * @param title one line that says what was scored against what
 * @param rows one per field or kind, in the order in which they are printed
 * @param figures single numbers that are no counts: nDCG, numbers of papers, rates
 * @param errors one line for each gold row missed and each row too many
 */
public record Report(String title, List<Row> rows, Map<String, Number> figures, List<String> errors) {
    public Report {
        rows = List.copyOf(rows);
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        errors = List.copyOf(errors);
    }

    /** A named score. */
    public record Row(String name, Score score) {}
}
