package dev.apatite.reading.draft;

import org.jspecify.annotations.Nullable;

/** A file that could not become a paper; the message is the reason in words, without the file's name. */
public final class ReadingException extends Exception {
    private static final long serialVersionUID = 1;

    private final Fault fault;

    /** Where the reason lies. */
    public enum Fault {
        /** In the file: it will be so until it changes. */
        FILE,
        /** In the bounds of time, memory and output, or in a process that died. */
        BOUNDS,
        /** Beside the file: a missing permission, a full disk. */
        MOMENT
    }

    public ReadingException(String reason) {
        this(reason, Fault.FILE, null);
    }

    public ReadingException(String reason, Throwable cause) {
        this(reason, Fault.FILE, cause);
    }

    public ReadingException(String reason, Fault fault, @Nullable Throwable cause) {
        super(reason, cause);
        this.fault = fault;
    }

    /** Where the reason lies. */
    public Fault fault() {
        return fault;
    }
}
