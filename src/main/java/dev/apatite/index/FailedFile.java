package dev.apatite.index;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that could not be read, kept with the index so that it is reported again.
 *
 * @param reason in words, without the file's name
 * @param readerVersion the version of the reader that failed, with the bounds where those were broken
 * @param kind whether it is tried again
 * @param tries how often it has been tried as it stands, from 1
 */
public record FailedFile(
        SourceFile file,
        String reason,
        String readerVersion,
        @Nullable Kind kind,
        int tries) {
    /** Broken bounds may be those of a busy machine; at the third time they are the file's own. */
    private static final int MOST_TRIES = 3;

    /** What failed. */
    public enum Kind {
        /** The file itself: it is not tried again while it is as it is. */
        FILE,
        /** The process that read it, or its bounds of time and memory: it is tried again twice. */
        BOUNDS,
        /** Something beside it, a full disk or a missing permission: it is tried again at each run. */
        MOMENT
    }

    public FailedFile {
        kind = Objects.requireNonNullElse(kind, Kind.FILE);
        tries = Math.max(1, tries);
    }

    /** A failure of the file itself. */
    public FailedFile(SourceFile file, String reason, String readerVersion) {
        this(file, reason, readerVersion, Kind.FILE, 1);
    }

    /** Whether the next run tries the file again although nothing changed. */
    public boolean passing() {
        return kind == Kind.MOMENT || (kind == Kind.BOUNDS && tries < MOST_TRIES);
    }
}
