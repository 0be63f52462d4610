package dev.apatite.web.page;

import dev.apatite.review.Agreement;
import dev.apatite.review.Mark;
import java.util.List;

/**
 * Readers beside each other.
 *
 * @param pairs how far each two agree
 * @param disputed findings on which they say different things, each with what they say
 * @param alone what one marked and the others of the same paper did not
 * @param reader who settles
 * @param address of this page
 */
public record ComparePage(
        Frame frame,
        List<Agreement> pairs,
        List<List<Mark>> disputed,
        List<Mark> alone,
        String reader,
        String address) {
    public ComparePage {
        pairs = List.copyOf(pairs);
        disputed = List.copyOf(disputed);
        alone = List.copyOf(alone);
    }

    /** A reader's name as it is shown. */
    public static String name(String reader) {
        return reader.isEmpty() ? "a reader without a name" : reader;
    }
}
