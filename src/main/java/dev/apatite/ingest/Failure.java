package dev.apatite.ingest;

/**
 * A file of the corpus that is not in the index.
 *
 * @param file relative to the corpus folder
 * @param reason in words
 */
public record Failure(String file, String reason) {}
