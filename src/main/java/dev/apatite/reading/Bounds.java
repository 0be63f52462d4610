package dev.apatite.reading;

/** How much a file may hold and a paper may grow to; beyond it no paper is read. */
final class Bounds {
    static final long FILE_BYTES = 50L * 1024 * 1024;
    static final int CHARACTERS = 20_000_000;
    static final int XML_DEPTH = 400;

    private Bounds() {}

    static void checkFile(long bytes) throws ReadingException {
        if (bytes > FILE_BYTES) {
            throw new ReadingException("the file is larger than " + FILE_BYTES / (1024 * 1024) + " MB");
        }
    }

    static void checkText(long characters) throws ReadingException {
        if (characters > CHARACTERS) {
            throw new ReadingException("the text is longer than " + CHARACTERS / 1_000_000 + " million characters");
        }
    }
}
