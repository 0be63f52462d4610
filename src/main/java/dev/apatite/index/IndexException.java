package dev.apatite.index;

/** An index that cannot be opened, read or written; the message names the folder and says what to do. */
public class IndexException extends RuntimeException {
    public IndexException(String message) {
        super(message);
    }

    public IndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
