package dev.apatite.index;

import dev.apatite.paper.Paper;
import java.util.Optional;
import java.util.function.Function;

/** Papers that can be looked up by the keys that they were put with. */
public interface KeyedStore {
    /** Asks something of the places of the last commit by their keys. */
    <T> T keyed(Function<KeyedPlaces, T> asking);

    /** The paper with this id, as it was put. */
    Optional<Paper> paper(String id);
}
