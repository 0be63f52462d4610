package dev.apatite.reading.pdf.layout;

/** A horizontal line drawn across a part of a page: tables stand between such lines. */
public record PdfRule(float x0, float x1, float y) {
    public float width() {
        return x1 - x0;
    }
}
