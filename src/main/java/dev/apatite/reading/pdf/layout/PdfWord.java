package dev.apatite.reading.pdf.layout;

/**
 * A word, or the raised or lowered part of one.
 *
 * @param spaced whether white space stands before it
 */
public record PdfWord(String text, float x0, float x1, float size, PdfFace face, Script script, boolean spaced) {
    /** Where a word stands to its line. */
    public enum Script {
        NORMAL,
        SUPER,
        SUB
    }

    PdfWord withSpaced(boolean newSpaced) {
        return new PdfWord(text, x0, x1, size, face, script, newSpaced);
    }
}
