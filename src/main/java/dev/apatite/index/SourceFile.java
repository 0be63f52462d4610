package dev.apatite.index;

/**
 * A file as it was when it was read.
 *
 * @param path relative to the corpus folder, with forward slashes
 * @param contentHash SHA-256 of its bytes, in lower-case hexadecimal
 * @param size in bytes
 * @param modified milliseconds since 1970
 */
public record SourceFile(String path, String contentHash, long size, long modified) {}
