package dev.apatite.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of the saved searches' file: a search is saved, has found more papers, or is removed.
 *
 * @param kind {@code saved}, {@code found} or {@code removed}
 * @param query null where it is not saved by this line
 * @param filters likewise
 * @param papers those found, at once or more than before
 * @param time in ISO 8601 with UTC
 */
record SearchRecord(
        String name,
        String kind,
        @Nullable String query,
        @Nullable Map<String, List<String>> filters,
        List<String> papers,
        String time) {
    static final String SAVED = "saved";
    static final String FOUND = "found";
    static final String REMOVED = "removed";

    SearchRecord {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        papers = papers == null ? List.of() : List.copyOf(papers);
        Instant.parse(time);
    }
}
