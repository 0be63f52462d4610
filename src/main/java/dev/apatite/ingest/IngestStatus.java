package dev.apatite.ingest;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the ingest is doing.
 *
 * @param done files that this run has read, or papers that it has written, of {@code total}
 * @param last the report of the last run that was completed, null before
 * @param finished when that run ended
 * @param problem why the last run could not be completed, null where it could
 */
public record IngestStatus(
        Phase phase,
        int done,
        int total,
        @Nullable IngestReport last,
        @Nullable Instant finished,
        @Nullable String problem,
        boolean byOthers) {
    /** The status of a run of this process. */
    public IngestStatus(
            Phase phase,
            int done,
            int total,
            @Nullable IngestReport last,
            @Nullable Instant finished,
            @Nullable String problem) {
        this(phase, done, total, last, finished, problem, false);
    }

    /** The steps of a run. */
    public enum Phase {
        IDLE,
        LOOKING,
        READING,
        RECONCILING,
        WRITING;

        /** The outside name: lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static IngestStatus idle() {
        return new IngestStatus(Phase.IDLE, 0, 0, null, null, null);
    }

    /** Of papers that others keep up to date. */
    public static IngestStatus elsewhere() {
        return new IngestStatus(Phase.IDLE, 0, 0, null, null, null, true);
    }

    IngestStatus at(Phase newPhase, int newDone, int newTotal) {
        return new IngestStatus(newPhase, newDone, newTotal, last, finished, problem);
    }

    /** What is wrong at present, in words: with the last run, or with the files that it could not see; null where nothing. */
    public @Nullable String problemWords() {
        if (problem != null) {
            return problem;
        }
        return last == null || last.absence().files().isEmpty()
                ? null
                : last.absence().words();
    }

    /** Whether a first index is complete. */
    public boolean ready() {
        return byOthers || last != null;
    }
}
