package dev.apatite.search;

import dev.apatite.paper.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work that papers of the corpus cite.
 *
 * @param reference its most complete citation
 * @param paper the work itself where it stands in the corpus
 * @param papers how many papers cite it
 * @param citedBy the newest of them, newest first
 */
public record WorkRow(
        String workId, Reference reference, @Nullable PaperCard paper, int papers, List<PaperCard> citedBy) {
    public WorkRow {
        citedBy = List.copyOf(citedBy);
    }
}
