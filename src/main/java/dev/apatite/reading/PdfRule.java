package dev.apatite.reading;

/** A horizontal line drawn across a part of a page: tables stand between such lines. */
record PdfRule(float x0, float x1, float y) {
    float width() {
        return x1 - x0;
    }
}
