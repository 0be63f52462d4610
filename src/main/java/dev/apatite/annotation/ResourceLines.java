package dev.apatite.annotation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of this package's data files, without comments and blank lines. */
final class ResourceLines {
    private ResourceLines() {}

    static List<String> of(String file) {
        try (InputStream in = ResourceLines.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the data file " + file + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tab-separated cells of each line; a file with a line of another width is refused. */
    static List<String[]> cells(String file, int columns) {
        return of(file).stream()
                .map(line -> {
                    String[] cells = line.split("\t", -1);
                    if (cells.length != columns) {
                        throw new IllegalStateException(
                                file + ": \"" + line + "\" has " + cells.length + " columns instead of " + columns);
                    }
                    return cells;
                })
                .toList();
    }
}
