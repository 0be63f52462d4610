package dev.apatite.annotation;

import dev.apatite.text.DataLines;
import java.util.List;

/** Lines of this package's data files, without comments and blank lines. */
final class ResourceLines {
    private ResourceLines() {}

    static List<String> of(String file) {
        return DataLines.of(ResourceLines.class, file);
    }

    /** The tab-separated cells of each line; a file with a line of another width is refused. */
    static List<String[]> cells(String file, int columns) {
        return DataLines.cells(ResourceLines.class, file, columns);
    }
}
