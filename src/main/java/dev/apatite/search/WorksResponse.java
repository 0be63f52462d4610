package dev.apatite.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the works that the papers found cite, most cited first. */
public record WorksResponse(
        long hitCount, List<WorkRow> rows, @Nullable String nextCursor, List<Expansion> expansions, String parsed) {
    public WorksResponse {
        rows = List.copyOf(rows);
        expansions = List.copyOf(expansions);
    }
}
