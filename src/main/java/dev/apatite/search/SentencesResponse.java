package dev.apatite.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of sentences, those with the rarest words first.
 *
 * @param hitCount the sentences found in the papers that were looked through
 * @param papers the papers that the search finds
 * @param papersRead the best of them, whose sentences were looked through
 */
public record SentencesResponse(
        long hitCount,
        long papers,
        int papersRead,
        List<SentenceRow> rows,
        @Nullable String nextCursor,
        List<Expansion> expansions,
        String parsed) {
    public SentencesResponse {
        rows = List.copyOf(rows);
        expansions = List.copyOf(expansions);
    }
}
