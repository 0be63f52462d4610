package dev.apatite.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program's own data files: UTF-8, one rule a line; blank lines and lines that begin with {@code #} are comments. */
public final class DataLines {
    private DataLines() {}

    /**
     * The lines of a file that lies beside a class, without comments.
     *
     * @throws IllegalStateException where there is no such file
     */
    public static List<String> of(Class<?> neighbour, String file) {
        try (InputStream in = neighbour.getResourceAsStream(file)) {
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

    /** The tab-separated cells of each line; their number is the reader's business. */
    public static List<String[]> cells(Class<?> neighbour, String file) {
        return of(neighbour, file).stream().map(line -> line.split("\t", -1)).toList();
    }

    /**
     * The tab-separated cells of each line.
     *
     * @throws IllegalStateException where a line has another number of cells
     */
    public static List<String[]> cells(Class<?> neighbour, String file, int columns) {
        return of(neighbour, file).stream()
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
