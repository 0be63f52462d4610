package dev.apatite.ingest;

/** A corpus that cannot be indexed at all; the message names the folder and says what to do. */
public final class IngestException extends RuntimeException {
    public IngestException(String message) {
        super(message);
    }

    public IngestException(String message, Throwable cause) {
        super(message, cause);
    }
}
