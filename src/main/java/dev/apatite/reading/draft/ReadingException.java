package dev.apatite.reading.draft;

/** A file that could not become a paper; the message is the reason in words, without the file's name. */
public final class ReadingException extends Exception {
    public ReadingException(String reason) {
        super(reason);
    }

    public ReadingException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
