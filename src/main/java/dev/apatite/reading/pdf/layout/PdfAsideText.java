package dev.apatite.reading.pdf.layout;

import dev.apatite.reading.draft.Furniture;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Text that does not stand on its page as the rest does: up the margin, across the page, outside of it. A few words are
 * stamps and labels; more of them is text that somebody wanted to be read.
 */
final class PdfAsideText {
    private static final int MOST_WORDS_OF_STAMP = 40;
    private static final float SPACE = 0.2f;

    private final Furniture furniture;
    private final List<String> texts;
    private final StringBuilder text = new StringBuilder();
    private @Nullable TextPosition last;
    private boolean outside;

    /**
     * A page's asides.
     *
     * @param texts takes longer ones
     */
    PdfAsideText(Furniture furniture, List<String> texts) {
        this.furniture = furniture;
        this.texts = texts;
    }

    /** Puts a glyph behind the ones before it. */
    void add(TextPosition glyph, boolean outsideOfPage) {
        TextPosition before = last;
        if (before != null && (outsideOfPage != outside || glyph.getDir() != before.getDir())) {
            end();
        } else if (before != null) {
            float gap = glyph.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
            boolean line = Math.abs(glyph.getYDirAdj() - before.getYDirAdj()) < 1;
            text.append(line && Math.abs(gap) < SPACE * glyph.getHeightDir() * 2 ? "" : " ");
        }
        outside = outsideOfPage;
        last = glyph;
        text.append(PdfCharacters.normalize(glyph.getUnicode()));
    }

    /** Nothing follows. */
    void end() {
        String whole = text.toString().replaceAll("\\s+", " ").strip();
        text.setLength(0);
        last = null;
        if (outside) {
            furniture.add(Furniture.Kind.HIDDEN, whole);
        } else if (whole.split(" ", -1).length <= MOST_WORDS_OF_STAMP) {
            furniture.add(Furniture.Kind.MARGIN, whole);
        } else {
            texts.add(whole);
        }
    }
}
