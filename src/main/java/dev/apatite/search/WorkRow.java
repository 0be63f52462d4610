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

    /** The work in a line: who wrote it, when, its title and where it was printed. */
    public String label() {
        if (reference.title() == null) {
            return reference.raw();
        }
        StringBuilder label = new StringBuilder();
        if (!reference.authors().isEmpty() && reference.authors().getFirst().family() != null) {
            label.append(reference.authors().getFirst().family());
            label.append(reference.authors().size() > 1 ? " et al. " : " ");
        }
        if (reference.year() != null) {
            label.append(reference.year()).append(". ");
        }
        label.append(reference.title());
        if (reference.journal() != null) {
            label.append(". ").append(reference.journal());
        }
        return label.toString();
    }
}
