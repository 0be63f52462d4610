package dev.apatite.reading;

import dev.apatite.paper.Paper;
import dev.apatite.reading.draft.Furniture;
import java.util.List;

/**
 * A paper and what was left out of it on purpose.
 *
 * @param furniture running heads, page numbers, navigation and the like, piece by piece
 */
public record Reading(Paper paper, List<Furniture.Piece> furniture) {
    public Reading {
        furniture = List.copyOf(furniture);
    }
}
