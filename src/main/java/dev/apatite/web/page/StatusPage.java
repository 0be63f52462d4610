package dev.apatite.web.page;

import dev.apatite.ingest.Absence;
import dev.apatite.ingest.IngestReport;
import dev.apatite.ingest.IngestStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds and what is being done to it.
 *
 * @param damage what is damaged in the index, null where nothing is known to be
 * @param holds null while there is no complete index
 * @param model what a language model that reads the papers too has done; null where there is none
 * @param uploads whether files are taken
 * @param uploaded how many were just taken
 */
public record StatusPage(
        Frame frame,
        IngestStatus ingest,
        @Nullable String damage,
        @Nullable Holds holds,
        @Nullable String model,
        boolean uploads,
        int uploaded) {
    /** How much there is in the index. */
    public record Holds(long papers, long findings, long patients, long works) {}

    /** How many files the folder had at the last run; 0 where there was none. */
    public int files() {
        IngestReport last = ingest.last();
        return last == null
                ? 0
                : last.indexed() + last.unchanged() + last.failures().size();
    }

    /** How many of them could not be read. */
    public int unread() {
        IngestReport last = ingest.last();
        return last == null ? 0 : last.failures().size();
    }

    /**
     * How many files more than papers were read: those that hold a paper which another file holds already, less the
     * further papers of files that hold several.
     */
    public long joined() {
        return holds == null ? 0 : files() - unread() - holds.papers();
    }

    /** The files that cannot be seen and whose papers are kept; null where there are none. */
    public @Nullable Absence absence() {
        IngestReport last = ingest.last();
        return last == null || last.absence().files().isEmpty() ? null : last.absence();
    }

    /** What is being done, in words. */
    public String phase() {
        return switch (ingest.phase()) {
            case IDLE ->
                ingest.problemWords() == null
                        ? "Up to date; the folder is being watched"
                        : "Not up to date; the folder is being watched";
            case LOOKING -> "Looking for files that changed";
            case READING -> "Reading papers";
            case RECONCILING -> "Matching references across papers";
            case WRITING -> "Writing the index";
        };
    }
}
