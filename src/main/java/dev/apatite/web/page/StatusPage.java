package dev.apatite.web.page;

import dev.apatite.ingest.IngestStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds and what is being done to it.
 *
 * @param holds null while there is no complete index
 */
public record StatusPage(
        Frame frame, IngestStatus ingest, @Nullable Holds holds) {
    /** How much there is in the index. */
    public record Holds(long papers, long findings, long patients, long works) {}

    /** What is being done, in words. */
    public String phase() {
        return switch (ingest.phase()) {
            case IDLE -> "Up to date; the folder is being watched";
            case LOOKING -> "Looking for files that changed";
            case READING -> "Reading papers";
            case RECONCILING -> "Matching references across papers";
            case WRITING -> "Writing the index";
        };
    }
}
