package dev.apatite.reading.draft;

/** How much a file may hold and a paper may grow to; beyond it no paper is read. */
public final class Bounds {
    static final long FILE_BYTES = 50L * 1024 * 1024;
    public static final int CHARACTERS = 20_000_000;
    public static final int XML_DEPTH = 400;

    private Bounds() {}

    public static void checkFile(long bytes) throws ReadingException {
        if (bytes > FILE_BYTES) {
            throw new ReadingException("the file is larger than " + FILE_BYTES / (1024 * 1024) + " MB");
        }
    }

    public static void checkText(long characters) throws ReadingException {
        if (characters > CHARACTERS) {
            throw new ReadingException("the text is longer than " + CHARACTERS / 1_000_000 + " million characters");
        }
    }
}
