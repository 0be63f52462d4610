package dev.apatite.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of cited works, most cited first.
 *
 * @param allWords whether they have all the words asked for, and not only most of them
 */
public record WorksResponse(
        long hitCount,
        boolean allWords,
        List<WorkRow> rows,
        @Nullable String nextCursor,
        List<Expansion> expansions,
        String parsed) {
    public WorksResponse {
        rows = List.copyOf(rows);
        expansions = List.copyOf(expansions);
    }
}
