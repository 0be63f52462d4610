package dev.apatite.reading.pdf;

import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfWord;

/**
 * How a heading is set; headings of one level are set alike.
 *
 * @param size rounded to half a point
 */
record PdfStyle(float size, boolean bold, boolean italic, boolean capitals, String family) {
    /** A first letter so much larger than its line is an initial over several lines, and the line plain text. */
    private static final float INITIAL = 1.6f;

    /** The style of a paragraph's first line. */
    static PdfStyle of(PdfParagraph paragraph) {
        PdfLine line = paragraph.first();
        PdfWord word = line.words().size() > 1 && line.words().getFirst().text().matches("[\\d.|]+")
                ? line.words().get(1)
                : line.words().getFirst();
        boolean bold = line.boldShare() > 0.5f;
        float size = word.size() > INITIAL * line.size() ? line.size() : word.size();
        return new PdfStyle(
                Math.round(size * 2) / 2f,
                bold,
                word.face().italic(),
                isCapitals(paragraph.rough()),
                word.face().family());
    }

    /** Whether all of the text's letters are capitals, and there are enough to tell. */
    static boolean isCapitals(String text) {
        int upper = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            upper += Character.isUpperCase(c) ? 1 : 0;
        }
        return upper >= 4;
    }

    /** How much it stands out; larger is more. */
    float weight() {
        return size * 4 + (bold ? 4 : 0) + (capitals ? 3 : 0) - (italic ? 2 : 0);
    }
}
