package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines that belong together. Two paragraphs that read alike are two paragraphs. */
public final class PdfParagraph {
    private final List<PdfLine> lines;
    private final float left;
    private final float right;
    private final int length;
    private final float x0;
    private @Nullable String rough;

    /**
     * @param left where the column's lines start
     * @param right where the column's full lines end
     */
    public PdfParagraph(List<PdfLine> lines, float left, float right) {
        this.lines = List.copyOf(lines);
        this.left = left;
        this.right = right;
        int characters = 0;
        float start = Float.MAX_VALUE;
        for (PdfLine line : lines) {
            characters += line.length();
            start = Math.min(start, line.x0());
        }
        length = characters;
        x0 = start;
    }

    public List<PdfLine> lines() {
        return lines;
    }

    public float left() {
        return left;
    }

    public float right() {
        return right;
    }

    public PdfLine first() {
        return lines.getFirst();
    }

    public PdfLine last() {
        return lines.getLast();
    }

    public int page() {
        return first().page();
    }

    public float size() {
        return lines.size() < 3 ? first().size() : lines.get(1).size();
    }

    public float x0() {
        return x0;
    }

    float x1() {
        return lines.stream().map(PdfLine::x1).max(Float::compare).orElseThrow();
    }

    /** The text, with line-end hyphens as printed; only good for looking at. */
    public String rough() {
        if (rough == null) {
            rough = lines.stream().map(PdfLine::text).collect(Collectors.joining(" "));
        }
        return rough;
    }

    /** Characters without spaces. */
    public int length() {
        return length;
    }

    /** The share of its characters that are bold. */
    public float boldShare() {
        float bold = 0;
        for (PdfLine line : lines) {
            bold += line.boldShare() * line.length();
        }
        return bold / Math.max(1, length());
    }

    /** Whether its last line reaches the column's right edge, so that the sentence may go on elsewhere. */
    boolean endsFull() {
        return last().x1() > right - 1.5f * last().size();
    }

    /** The paragraph with the lines of another behind its own. */
    public PdfParagraph with(PdfParagraph next) {
        List<PdfLine> all = new ArrayList<>(lines);
        all.addAll(next.lines);
        return new PdfParagraph(all, left, right);
    }
}
