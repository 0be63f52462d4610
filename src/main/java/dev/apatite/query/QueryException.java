package dev.apatite.query;

/** A query that cannot be honoured; the message says why, the position where. */
public final class QueryException extends RuntimeException {
    private final int position;

    public QueryException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** Index of the UTF-16 unit of the typed text at which it goes wrong. */
    public int position() {
        return position;
    }
}
