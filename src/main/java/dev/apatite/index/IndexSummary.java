package dev.apatite.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an index holds.
 *
 * @param committed when its last commit was made, null where there is none
 */
public record IndexSummary(
        int papers,
        int references,
        int findings,
        int patients,
        int failed,
        @Nullable Instant committed) {}
