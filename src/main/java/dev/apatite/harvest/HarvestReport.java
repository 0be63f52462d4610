package dev.apatite.harvest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param found papers that the search has in all, or that the list names
 * @param fetched files written by this run
 * @param known papers that earlier runs fetched
 * @param missing papers without a full text that may be fetched, and where they are free to read
 * @param failures papers whose full text is said to be there and could not be fetched
 * @param stopped why the run ended before its end; null where it came to its end or to its limit
 */
public record HarvestReport(
        int found,
        int fetched,
        int known,
        List<Missing> missing,
        List<Failure> failures,
        @Nullable String stopped) {
    public HarvestReport {
        missing = List.copyOf(missing);
        failures = List.copyOf(failures);
    }

    /** A paper without a full text that may be fetched. */
    public record Missing(
            String id, @Nullable String title, @Nullable String doi, String reason, List<String> freeAt) {
        public Missing {
            freeAt = List.copyOf(freeAt);
        }

        /** The same with what a list says of the paper, where the search says nothing. */
        public Missing toldBy(PaperNames.@Nullable Told list) {
            return list == null
                    ? this
                    : new Missing(
                            id, title == null ? list.title() : title, doi == null ? list.doi() : doi, reason, freeAt);
        }
    }

    /** A paper that could not be fetched. */
    public record Failure(String id, String reason) {}

    /** The line that a run ends with. */
    public String summary() {
        return "fetched " + fetched + ", known " + known + ", without full text " + missing.size() + ", failed "
                + failures.size();
    }
}
