package dev.apatite.ingest;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;

/**
 * An account of every file: {@code indexed + unchanged + failures} are the files in the folder, {@code removed} those that
 * were there before.
 *
 * @param indexed files that were read, read anew or moved
 * @param unchanged files whose papers stand as they stood
 * @param removed files that are gone
 * @param failures files that could not be read, by path
 * @param absence files that cannot be seen and whose papers stay
 * @param warnings of the papers that were read
 */
public record IngestReport(
        int indexed,
        int unchanged,
        int removed,
        List<Failure> failures,
        Absence absence,
        WarningCount warnings,
        Duration time) {
    public IngestReport {
        failures = List.copyOf(failures);
    }

    /** A report of a folder in which every file can be seen. */
    public IngestReport(int indexed, int unchanged, int removed, List<Failure> failures, Duration time) {
        this(indexed, unchanged, removed, failures, new Absence(new TreeSet<>(), 0), WarningCount.NONE, time);
    }

    /** Whether a file failed that will be tried again although it is as it was. */
    public boolean passing() {
        return failures.stream().anyMatch(Failure::passing);
    }

    /** The line that ends {@code apatite index}. */
    public String summary() {
        return "indexed " + indexed + ", unchanged " + unchanged + ", removed " + removed + ", failed "
                + failures.size();
    }
}
