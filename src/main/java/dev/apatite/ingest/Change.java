package dev.apatite.ingest;

import dev.apatite.works.WorkName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A paper that has to be written.
 *
 * @param warning what its neighbours in the corpus give cause to say
 * @param group the id of the paper that leads its versions; null where it has no others
 * @param works the name of the work that each of its references cites, null where it is too little to be found again
 */
record Change(
        Outline outline,
        String id,
        @Nullable String warning,
        @Nullable String group,
        List<@Nullable WorkName> works) {

    /** All that has to be written and removed. */
    record Plan(List<Change> changes, Set<String> removed) {}
}
