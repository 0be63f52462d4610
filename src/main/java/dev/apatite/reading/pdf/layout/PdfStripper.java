package dev.apatite.reading.pdf.layout;

import dev.apatite.reading.draft.Furniture;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Collects the glyphs and horizontal rules of each page once; a page that fails keeps what was read of it. */
public final class PdfStripper extends PDFTextStripper {
    private static final int MAX_GLYPHS_PER_PAGE = 60_000;
    private static final int MAX_RULES_PER_PAGE = 2_000;
    private static final int MAX_FAILURES_NAMED = 5;
    private static final int MOST_UNREADABLE = 20;
    private static final double UNREADABLE_SHARE = 0.005;
    private static final float MIN_RULE_WIDTH = 30f;
    private static final float MAX_RULE_HEIGHT = 2.5f;

    private final List<PdfPage> pages = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<PDFont, PdfFace> faces = new IdentityHashMap<>();
    private final List<PdfRule> rules = new ArrayList<>();
    private final PdfBounds bounds;
    private final Furniture furniture;
    private final List<String> sideways = new ArrayList<>();
    private final Map<TextPosition, String> names = new IdentityHashMap<>();
    private @Nullable String named;
    private int unreadable;
    private int readable;
    private int glyphs;
    private float[] point = {0, 0};
    private PDRectangle crop = new PDRectangle();
    private boolean upright = true;

    /**
     * A stripper for one document.
     *
     * @param furniture counts what does not stand upright on a page
     */
    public PdfStripper(PdfBounds bounds, Furniture furniture) {
        this.bounds = bounds;
        this.furniture = furniture;
        setSuppressDuplicateOverlappingText(false);
        setShouldSeparateByBeads(false);
    }

    /** All pages of the document. */
    public List<PdfPage> strip(PDDocument document) throws IOException {
        setEndPage(bounds.maxPages());
        if (document.getNumberOfPages() > bounds.maxPages()) {
            warnings.add(
                    "only the first " + bounds.maxPages() + " of " + document.getNumberOfPages() + " pages were read");
        }
        writeText(document, Writer.nullWriter());
        warnOfUnreadable();
        return pages;
    }

    /** What could not be read, in words. */
    public List<String> warnings() {
        return warnings;
    }

    /** Longer texts that run in another direction than their page's. */
    public List<String> sideways() {
        return sideways;
    }

    /** Says so where many characters have no Unicode. */
    private void warnOfUnreadable() {
        if (unreadable > MOST_UNREADABLE && unreadable > UNREADABLE_SHARE * readable) {
            warnings.add(unreadable + " characters have no Unicode in the file and could not be read");
        }
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        glyphs = 0;
        names.clear();
        rules.clear();
        crop = page.getCropBox();
        upright = page.getRotation() == 0;
        try {
            super.processPage(new PdfUnpackedPage(page, bounds.contentOf(page)));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            warn("page " + getCurrentPageNo() + " could not be read in full: " + e.getMessage());
            writePage();
        }
        bounds.checkTime();
    }

    private void warn(String warning) {
        if (warnings.size() < MAX_FAILURES_NAMED) {
            warnings.add(warning);
        }
    }

    @Override
    protected void showGlyph(Matrix textRenderingMatrix, PDFont font, int code, Vector displacement)
            throws IOException {
        named = PdfGlyphNames.of(font, code);
        super.showGlyph(textRenderingMatrix, font, code, displacement);
        named = null;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (named != null) {
            names.put(text, named);
        }
        if (++glyphs > MAX_GLYPHS_PER_PAGE) {
            throw new IllegalStateException("more than " + MAX_GLYPHS_PER_PAGE + " characters on one page");
        }
        super.processTextPosition(text);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        bounds.countOperator();
        switch (operator.getName()) {
            case "re" -> rectangle(operands);
            case "m" -> point = operands.size() == 2 ? numbers(operands) : point;
            case "l" -> line(operands);
            default -> super.processOperator(operator, operands);
        }
    }

    private void rectangle(List<COSBase> operands) {
        float[] box = numbers(operands);
        if (box.length == 4 && Math.abs(box[2]) > 1) {
            addRule(box[0], box[1], box[0] + box[2], box[1] + box[3]);
        }
    }

    private void line(List<COSBase> operands) {
        float[] to = numbers(operands);
        if (to.length == 2) {
            addRule(point[0], point[1], to[0], to[1]);
            point = to;
        }
    }

    private void addRule(float fromX, float fromY, float toX, float toY) {
        if (!upright || rules.size() >= MAX_RULES_PER_PAGE) {
            return;
        }
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        var from = matrix.transformPoint(fromX, fromY);
        var to = matrix.transformPoint(toX, toY);
        float width = Math.abs(to.x - from.x);
        if (width >= MIN_RULE_WIDTH && Math.abs(to.y - from.y) <= MAX_RULE_HEIGHT) {
            float left = Math.min(from.x, to.x) - crop.getLowerLeftX();
            float top = crop.getUpperRightY() - (from.y + to.y) / 2;
            rules.add(new PdfRule(left, left + width, top));
        }
    }

    private static float[] numbers(List<COSBase> operands) {
        float[] values = new float[operands.size()];
        for (int i = 0; i < values.length; i++) {
            if (!(operands.get(i) instanceof org.apache.pdfbox.cos.COSNumber number)) {
                return new float[0];
            }
            values[i] = number.floatValue();
        }
        return values;
    }

    @Override
    protected void startArticle(boolean isLTR) {
        // nothing is written
    }

    @Override
    protected void writePage() {
        if (!pages.isEmpty() && pages.getLast().number() == getCurrentPageNo()) {
            return;
        }
        List<TextPosition> all = new ArrayList<>();
        charactersByArticle.forEach(all::addAll);
        float[] directions = new float[all.size()];
        for (int i = 0; i < directions.length; i++) {
            directions[i] = all.get(i).getDir();
        }
        float direction = dominant(directions);
        boolean turned = direction == 90 || direction == 270;
        float width = all.isEmpty() ? crop.getWidth() : all.getFirst().getPageWidth();
        float height = all.isEmpty() ? crop.getHeight() : all.getFirst().getPageHeight();
        List<PdfGlyph> kept = new ArrayList<>(all.size());
        PdfAsideText aside = new PdfAsideText(furniture, sideways);
        for (int i = 0; i < directions.length; i++) {
            TextPosition text = all.get(i);
            if (directions[i] == direction && inside(text, width, height) && !isSlanted(text)) {
                glyph(text, kept);
            } else {
                aside.add(text, !inside(text, width, height));
            }
        }
        aside.end();
        pages.add(new PdfPage(
                getCurrentPageNo(), turned ? height : width, turned ? width : height, kept, List.copyOf(rules)));
    }

    /** Whether text runs at an angle, as a watermark does. */
    private static boolean isSlanted(TextPosition text) {
        Matrix matrix = text.getTextMatrix();
        float along = Math.max(Math.abs(matrix.getScaleX()), Math.abs(matrix.getShearX()));
        float across = Math.min(Math.abs(matrix.getScaleX()), Math.abs(matrix.getShearY()));
        return across > 0.15f * along;
    }

    private static boolean inside(TextPosition text, float width, float height) {
        return text.getX() > -1 && text.getX() < width + 1 && text.getY() > -1 && text.getY() < height + 1;
    }

    private void glyph(TextPosition text, List<PdfGlyph> kept) {
        String raw = names.getOrDefault(text, text.getUnicode());
        String unicode = PdfCharacters.normalize(raw);
        float size = Math.abs(text.getYScale());
        if (unicode.isEmpty() || !(size > 0.5f)) {
            unreadable += unicode.isEmpty() && PdfCharacters.isUnreadable(raw) ? 1 : 0;
            return;
        }
        readable++;
        PdfFace face = faces.computeIfAbsent(text.getFont(), PdfFace::of);
        kept.add(new PdfGlyph(
                unicode, text.getXDirAdj(), text.getYDirAdj(), Math.max(0, text.getWidthDirAdj()), size, face));
    }

    /** The most frequent of 0, 90, 180 and 270 degrees, the smallest of several. */
    private static float dominant(float[] directions) {
        int[] counts = new int[4];
        for (float direction : directions) {
            counts[(int) (direction / 90) & 3]++;
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most * 90f;
    }
}
