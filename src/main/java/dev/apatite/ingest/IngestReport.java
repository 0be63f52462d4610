package dev.apatite.ingest;

import java.time.Duration;
import java.util.List;

/**
 * An account of every file: {@code indexed + unchanged + failures} are the files in the folder, {@code removed} those that
 * were there before.
 *
 * @param indexed files that were read, read anew or moved
 * @param unchanged files whose papers stand as they stood
 * @param removed files that are gone
 * @param failures files that could not be read, by path
 */
public record IngestReport(int indexed, int unchanged, int removed, List<Failure> failures, Duration time) {
    public IngestReport {
        failures = List.copyOf(failures);
    }

    /** The line that ends {@code apatite index}. */
    public String summary() {
        return "indexed " + indexed + ", unchanged " + unchanged + ", removed " + removed + ", failed "
                + failures.size();
    }
}
