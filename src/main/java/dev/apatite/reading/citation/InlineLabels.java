package dev.apatite.reading.citation;

import dev.apatite.reading.citation.ReferenceList.Line;
import dev.apatite.reading.citation.ReferenceList.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart a line that holds several labelled entries, as conversions make of a whole list one paragraph. */
final class InlineLabels {
    private static final int SHORTEST_ENTRY = 25;
    private static final int LONG_LINE = 150;

    private InlineLabels() {}

    /** The same rows, such lines cut before each label that counts on. */
    static List<Row> apart(List<Row> rows) {
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int next = i + 1 < rows.size() ? rows.get(i + 1).mark().number() : -1;
            boolean several = row.line().text().length() > LONG_LINE;
            while (several && row.mark().number() > 0 && row.mark().number() + 1 != next) {
                int cut = next(row);
                if (cut < 0) {
                    break;
                }
                String text = row.line().text();
                all.add(row(text.substring(0, cut), row.line()));
                row = row(text.substring(cut), row.line());
            }
            all.add(row);
        }
        return all;
    }

    private static Row row(String text, Line from) {
        return new Row(new Line(text.strip(), from.x(), from.gapBefore()), ReferenceMark.of(text.strip()));
    }

    private static int next(Row row) {
        String number = String.valueOf(row.mark().number() + 1);
        String label = row.mark().style() == null
                ? ""
                : switch (row.mark().style()) {
                    case BRACKETS -> "\\[" + number + "\\]";
                    case PARENTHESES -> "\\(" + number + "\\)";
                    case STOP -> number + "\\.(?=\\s)";
                    case CLOSING -> number + "\\)";
                    default -> "";
                };
        if (label.isEmpty()) {
            return -1;
        }
        Matcher matcher = Pattern.compile("(?<=[.;)\\]\\d])\\s+" + label + "\\s*(?=\\p{Lu}|\\p{Ll}{2,3}\\s\\p{Lu})")
                .matcher(row.line().text());
        return matcher.find(Math.min(SHORTEST_ENTRY, row.line().text().length())) ? matcher.start() : -1;
    }
}
