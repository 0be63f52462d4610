package dev.apatite.index;

/**
 * A file that could not be read, kept with the index so that it is reported again and not tried again while it is
 * unchanged.
 *
 * @param reason in words, without the file's name
 * @param readerVersion the version of the reader that failed
 */
public record FailedFile(SourceFile file, String reason, String readerVersion) {}
