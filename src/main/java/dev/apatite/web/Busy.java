package dev.apatite.web;

/** More is asked of the server at once than it does at once; the message says what, and when to come back. */
final class Busy extends RuntimeException {
    private final int seconds;

    /** {@code seconds} after which to try again. */
    Busy(String message, int seconds) {
        super(message);
        this.seconds = seconds;
    }

    int seconds() {
        return seconds;
    }
}
