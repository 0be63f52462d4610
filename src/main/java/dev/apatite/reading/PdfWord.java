package dev.apatite.reading;

/**
 * A word, or the raised or lowered part of one.
 *
 * @param spaced whether white space stands before it
 */
record PdfWord(String text, float x0, float x1, float size, PdfFace face, Script script, boolean spaced) {
    /** Where a word stands to its line. */
    enum Script {
        NORMAL,
        SUPER,
        SUB
    }

    PdfWord withSpaced(boolean newSpaced) {
        return new PdfWord(text, x0, x1, size, face, script, newSpaced);
    }
}
