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
 * @param readings what each of its files says of it, where that is not what is said of the whole
 * @param kinship what it has in common with other papers
 */
public record PaperKeys(
        String version, Mark paper, Map<Integer, Mark> references, List<OneReading> readings, Kinship kinship) {
    /** A paper that is found by its id only. */
    public static final PaperKeys NONE = new PaperKeys("", Mark.NONE, Map.of(), List.of(), Kinship.NONE);

    public PaperKeys {
        references = Map.copyOf(references);
        readings = List.copyOf(readings);
    }

    /** The same of a paper that is one of several versions. */
    PaperKeys inGroup(String group) {
        return new PaperKeys(version, paper, references, readings, new Kinship(group, kinship.sketch()));
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
