package dev.apatite.web;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import java.util.List;

/** Who knows every finding that a paper may state, however unsure: what stands on the reader's desk. */
public interface Candidates {
    /** Those that are in the index, and no more. */
    Candidates INDEXED = Paper::findings;

    /** The findings that a paper may state, each with its confidence. */
    List<Finding> of(Paper paper);
}
