package dev.apatite.review;

/** Marks that cannot be read or kept; the message names the file and says what to do. */
public final class ReviewException extends RuntimeException {
    public ReviewException(String message, Throwable cause) {
        super(message, cause);
    }
}
