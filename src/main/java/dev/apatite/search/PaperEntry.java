package dev.apatite.search;

import dev.apatite.index.StoredPapers;
import dev.apatite.paper.Paper;

/**
 * A paper as a catalogue lists it.
 *
 * @param bare the paper with its bibliography, and without its text, its references and what was recognised in it
 * @param hasReferences whether it has a reference list
 * @param hasMentions whether anything was recognised in it
 */
public record PaperEntry(Paper bare, boolean hasReferences, boolean hasMentions) {
    /** The entry of a paper that is at hand. */
    public static PaperEntry of(Paper paper) {
        return new PaperEntry(
                paper, !paper.references().isEmpty(), !paper.mentions().isEmpty());
    }

    static PaperEntry of(StoredPapers.Listed listed) {
        return new PaperEntry(listed.bare(), listed.references() > 0, listed.mentioned() > 0);
    }
}
