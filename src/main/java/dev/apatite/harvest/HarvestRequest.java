package dev.apatite.harvest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be fetched.
 *
 * @param query in Europe PMC's query language; null where {@code ids} name the papers
 * @param ids PMIDs, PMCIDs and DOIs
 * @param since only what was published on this day or later
 * @param limit how many papers at most are fetched, 1 or more
 */
public record HarvestRequest(
        @Nullable String query, List<String> ids, @Nullable LocalDate since, int limit) {
    public HarvestRequest {
        ids = List.copyOf(ids);
        if (query == null && ids.isEmpty()) {
            throw new IllegalArgumentException("a query or a list of papers is needed");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be 1 or more");
        }
    }
}
