package dev.apatite.search;

import dev.apatite.paper.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work that papers of the corpus cite.
 *
 * @param reference its most complete citation
 * @param paper the work itself where it stands in the corpus
 * @param citedBy the papers that cite it, newest first
 */
public record WorkRow(
        String workId, Reference reference, @Nullable PaperCard paper, List<PaperCard> citedBy) {
    public WorkRow {
        citedBy = List.copyOf(citedBy);
    }
}
