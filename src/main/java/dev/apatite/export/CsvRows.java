package dev.apatite.export;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Cells} wrote, and what people made of it in a spreadsheet: rows with a head line. */
final class CsvRows {
    /**
     * Why a row was not taken.
     *
     * @param row its number, 1 for the first under the head line; 0 for the table as a whole
     * @param column the one that is wrong; null where it is the row as a whole
     */
    record Problem(long row, @Nullable String column, String message) {}

    /** A row that cannot be taken. */
    static final class BadRow extends RuntimeException {
        private final @Nullable String column;

        BadRow(@Nullable String column, String message) {
            super(message);
            this.column = column;
        }
    }

    /** What takes a row. */
    interface Each {
        void take(Row row) throws IOException;
    }

    /** One row; its cells by the names of their columns. */
    static final class Row {
        private final CSVRecord cells;

        private Row(CSVRecord cells) {
            this.cells = cells;
        }

        /** What stands in a column; null where nothing does. */
        @Nullable
        String get(String column) {
            if (!cells.isSet(column)) {
                return null;
            }
            String text = cells.get(column).strip();
            // The apostrophe by which a spreadsheet does not take a text for a formula.
            boolean guarded = text.length() > 1 && text.charAt(0) == '\'' && "=+-@\t\r\n".indexOf(text.charAt(1)) >= 0;
            return text.isEmpty() ? null : guarded ? text.substring(1) : text;
        }

        String required(String column) {
            String text = get(column);
            if (text == null) {
                throw new BadRow(column, "the column " + column + " is empty");
            }
            return text;
        }

        @Nullable
        Boolean flag(String column) {
            String text = get(column);
            if (text == null) {
                return null;
            }
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "1" -> true;
                case "false", "no", "0" -> false;
                default -> throw new BadRow(column, column + " is true or false, not \"" + text + "\"");
            };
        }
    }

    private CsvRows() {}

    /** Takes every row that can be taken, and says of each other why not. */
    static List<Problem> read(Reader in, String[] columns, String[] needed, Each each) throws IOException {
        List<Problem> problems = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .setIgnoreHeaderCase(true)
                .setAllowMissingColumnNames(true)
                .get();
        try (CSVParser table = CSVParser.parse(withoutByteOrderMark(in), format)) {
            Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            known.addAll(table.getHeaderNames());
            List<String> missing =
                    Arrays.stream(needed).filter(name -> !known.contains(name)).toList();
            if (!missing.isEmpty()) {
                String words = "the head line names no column " + String.join(", ", missing) + "; columns are "
                        + String.join(", ", columns);
                return List.of(new Problem(0, missing.getFirst(), words));
            }
            for (CSVRecord cells : table) {
                try {
                    each.take(new Row(cells));
                } catch (BadRow e) {
                    problems.add(new Problem(cells.getRecordNumber(), e.column, String.valueOf(e.getMessage())));
                }
            }
        } catch (IllegalArgumentException | UncheckedIOException | CSVException e) {
            problems.add(new Problem(0, null, "this is no table of comma-separated values: " + e.getMessage()));
        }
        return problems;
    }

    private static Reader withoutByteOrderMark(Reader in) throws IOException {
        PushbackReader begins = new PushbackReader(in, 1);
        int first = begins.read();
        if (first >= 0 && first != '\uFEFF') {
            begins.unread(first);
        }
        return begins;
    }
}
