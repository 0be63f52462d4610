package dev.apatite.reading.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Prints a paper in columns and scans it: a PDF whose pages are pictures, a little askew and stained. */
final class ScanPrinter implements AutoCloseable {
    private static final float TOP = 60;
    private static final float BOTTOM = 780;
    private static final float LEFT = 55;
    private static final float WIDTH = 485;
    private static final float GUTTER = 21;
    private static final float DPI = 200;
    private static final double SKEW = Math.toRadians(0.2);

    private final PdfPrinter printer = new PdfPrinter();
    private final int columns;
    private float top = TOP;
    private float y = TOP;
    private int column;

    ScanPrinter(int columns) {
        this.columns = columns;
    }

    /** Over the full width, above the columns. */
    ScanPrinter title(PDFont font, float size, String text) throws IOException {
        for (String line : lines(font, size, WIDTH, text)) {
            printer.text(font, size, LEFT, y, line);
            y += 1.3f * size;
        }
        y += 0.4f * size;
        top = y;
        return this;
    }

    ScanPrinter heading(String text) throws IOException {
        y += 6;
        set(PdfPrinter.BOLD, 12, text, 0);
        y += 2;
        return this;
    }

    ScanPrinter paragraph(String text) throws IOException {
        set(PdfPrinter.ROMAN, 10, text, 0);
        y += 5;
        return this;
    }

    /** An entry of the reference list, its further lines set in. */
    ScanPrinter entry(String text) throws IOException {
        set(PdfPrinter.ROMAN, 9, text, 12);
        y += 2;
        return this;
    }

    private void set(PDFont font, float size, String text, float hanging) throws IOException {
        float width = (WIDTH - (columns - 1) * GUTTER) / columns;
        float indent = 0;
        for (String line : lines(font, size, width - hanging, text)) {
            if (y > BOTTOM) {
                next();
            }
            printer.text(font, size, LEFT + column * (width + GUTTER) + indent, y, line);
            indent = hanging;
            y += 1.2f * size;
        }
    }

    private void next() {
        column++;
        if (column == columns) {
            column = 0;
            top = TOP;
            printer.nextPage();
        }
        y = top;
    }

    private static List<String> lines(PDFont font, float size, float width, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && font.getStringWidth(line + " " + word) / 1000 * size > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The pages as pictures. */
    Path scan(Path file) throws IOException {
        PDFRenderer renderer = new PDFRenderer(printer.document());
        try (PDDocument scan = new PDDocument()) {
            for (int i = 0; i < printer.document().getNumberOfPages(); i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                scan.addPage(page);
                BufferedImage picture = scanned(renderer.renderImageWithDPI(i, DPI, ImageType.GRAY));
                try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(scan, picture, 0.8f),
                            0,
                            0,
                            page.getCropBox().getWidth(),
                            page.getCropBox().getHeight());
                }
            }
            scan.save(file.toFile());
        }
        return file;
    }

    private static BufferedImage scanned(BufferedImage print) {
        BufferedImage picture = new BufferedImage(print.getWidth(), print.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = picture.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.setColor(new Color(244, 244, 244));
        paper.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        paper.rotate(SKEW, picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        paper.drawImage(print, 0, 0, null);
        Random stains = new Random(7);
        paper.setColor(new Color(150, 150, 150));
        for (int i = 0; i < 400; i++) {
            paper.fillRect(stains.nextInt(picture.getWidth()), stains.nextInt(picture.getHeight()), 1, 1);
        }
        paper.dispose();
        return picture;
    }

    @Override
    public void close() throws IOException {
        printer.close();
    }
}
