package dev.apatite.search;

import dev.apatite.paper.Reference;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a paper's reference list.
 *
 * @param index its place in the list, from 0
 * @param paper the cited paper where it stands in the corpus
 * @param citedBy how many papers of the corpus cite the same work, this one included
 */
public record CitedReference(
        int index, Reference reference, @Nullable PaperCard paper, int citedBy) {}
