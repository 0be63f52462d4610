package dev.apatite.ingest;

/**
 * A file of the corpus that is not in the index.
 *
 * @param file relative to the corpus folder
 * @param reason in words
 * @param passing whether it will be tried again although it is as it was
 */
public record Failure(String file, String reason, boolean passing) {
    /** A failure of the file itself. */
    public Failure(String file, String reason) {
        this(file, reason, false);
    }
}
