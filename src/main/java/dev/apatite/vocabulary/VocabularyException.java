package dev.apatite.vocabulary;

/** A vocabulary file that cannot be used; the message names the file, the line and what is wrong. */
public final class VocabularyException extends RuntimeException {
    public VocabularyException(String message) {
        super(message);
    }

    public VocabularyException(String message, Throwable cause) {
        super(message, cause);
    }
}
