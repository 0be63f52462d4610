package dev.apatite.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes comma-separated values by RFC 4180 with a head line. */
final class Cells {
    private final CSVPrinter printer;

    Cells(Appendable out, String... columns) throws IOException {
        printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord((Object[]) columns);
    }

    void row(@Nullable Object... cells) throws IOException {
        printer.printRecord(Arrays.stream(cells).map(Cells::safe).toArray());
    }

    static String list(List<String> values) {
        return values.stream().map(Cells::entry).collect(Collectors.joining("; "));
    }

    /** An entry that holds what parts entries stands in quotes. */
    private static String entry(String value) {
        return value.contains(";") || value.startsWith("\"") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** A spreadsheet must not take a paper's text for a formula: an apostrophe makes it text (OWASP, CSV injection). */
    private static Object safe(@Nullable Object cell) {
        if (cell instanceof String text && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0) {
            return "'" + text;
        }
        return cell == null ? "" : cell;
    }
}
