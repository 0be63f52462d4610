package dev.apatite.web;

import dev.apatite.ingest.IngestStatus;
import dev.apatite.ingest.Original;
import dev.apatite.ingest.Uploads;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the server asks of whoever keeps the index up to date. */
public interface IndexKeeping {
    /** Whether there is a complete index. */
    boolean searchable();

    /** What is damaged in the index, in words; null where nothing is known to be. */
    default @Nullable String damage() {
        return null;
    }

    /** What a language model that reads the papers too has done, in words; null where there is none. */
    default @Nullable String modelWords() {
        return null;
    }

    /** What the ingest is doing. */
    IngestStatus status();

    /** The file that a paper was read from, by the paper's name of it; empty where it is not there any more. */
    default Optional<Original> original(String sourceFile) {
        return Optional.empty();
    }

    /** Where readers' files go; empty where none are taken. */
    default Optional<Uploads> uploads() {
        return Optional.empty();
    }

    /**
     * Confirms that the files which the last run could not see were deleted.
     *
     * @param fingerprint of the absence that is confirmed
     * @return false where the last run saw another
     */
    boolean allowRemovals(String fingerprint);
}
