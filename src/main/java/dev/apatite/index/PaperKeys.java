package dev.apatite.index;

import java.util.List;
import java.util.Map;

/**
 * By what a paper and its references are found again ({@link KeyedPlaces}). What the numbers stand for is the matter of
 * whoever puts papers.
 *
 * @param version of what the keys are made by; empty where there are none
 * @param paper of the paper itself
 * @param references by the reference's place in the list; those that are missing have none
 */
public record PaperKeys(String version, Mark paper, Map<Integer, Mark> references) {
    /** A paper that is found by its id only. */
    public static final PaperKeys NONE = new PaperKeys("", Mark.NONE, Map.of());

    public PaperKeys {
        references = Map.copyOf(references);
    }

    /**
     * The keys of a place.
     *
     * @param number the same for places that are equal; 0 where there is none
     * @param keys of 40 bits
     * @param tried names by which it is found beside the id of the work that is cited
     */
    public record Mark(long number, List<Long> keys, List<String> tried) {
        static final Mark NONE = new Mark(0, List.of(), List.of());

        public Mark {
            keys = List.copyOf(keys);
            tried = List.copyOf(tried);
        }
    }
}
