package dev.apatite.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Sets a sample source as journals do: a title over the page, two columns, a running head and page numbers. */
final class SamplePdf implements AutoCloseable {
    private static final float MARGIN = 56;
    private static final float GAP = 20;
    private static final float COLUMN = (PDRectangle.A4.getWidth() - 2 * MARGIN - GAP) / 2;
    private static final float TOP = PDRectangle.A4.getHeight() - 70;
    private static final float BOTTOM = 60;

    private final PDDocument document = new PDDocument();
    private final PDFont roman = new PDType1Font(FontName.TIMES_ROMAN);
    private final PDFont bold = new PDType1Font(FontName.TIMES_BOLD);
    private PDPageContentStream content;
    private int pages;
    private boolean right;
    private float y;
    private float columnTop = TOP;

    SamplePdf() throws IOException {
        content = newPage();
    }

    static void write(SampleSource source, Path file) throws IOException {
        try (SamplePdf pdf = new SamplePdf()) {
            boolean front = true;
            for (SampleSource.Block block : source.blocks()) {
                front &= block.level() < 2;
                pdf.add(block, front);
            }
            pdf.save(source.blocks().getFirst().text(), file);
        }
    }

    private void add(SampleSource.Block block, boolean front) throws IOException {
        switch (block.level()) {
            case 1 -> paragraph(block.text(), bold, 16, true, 10);
            case 2 -> paragraph(block.text(), bold, 12, false, 4);
            case 3 -> paragraph(block.text(), bold, 10.5f, false, 3);
            default -> paragraph(block.text(), roman, 10, front, 7);
        }
    }

    private void paragraph(String text, PDFont font, float size, boolean wholeWidth, float after) throws IOException {
        float width = wholeWidth ? PDRectangle.A4.getWidth() - 2 * MARGIN : COLUMN;
        for (String line : wrap(text, font, size, width)) {
            if (y - size < BOTTOM) {
                nextColumn();
            }
            y -= size * 1.22f;
            show(line, font, size, right ? MARGIN + COLUMN + GAP : MARGIN, y);
        }
        y -= after;
        if (wholeWidth) {
            columnTop = y;
        }
    }

    private void nextColumn() throws IOException {
        if (right) {
            content.close();
            content = newPage();
        } else {
            right = true;
            y = columnTop;
        }
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages++;
        right = false;
        columnTop = TOP;
        y = TOP;
        PDPageContentStream stream = new PDPageContentStream(document, page);
        content = stream;
        show("Apatite Sample Corpus, 2026", roman, 8, MARGIN, PDRectangle.A4.getHeight() - 40);
        show(String.valueOf(pages), roman, 8, PDRectangle.A4.getWidth() / 2, 30);
        return stream;
    }

    private void show(String line, PDFont font, float size, float x, float baseline) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, baseline);
        content.showText(line);
        content.endText();
    }

    private static List<String> wrap(String text, PDFont font, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void save(String title, Path file) throws IOException {
        content.close();
        document.getDocumentInformation().setTitle(title);
        GregorianCalendar day = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        day.setTimeInMillis(1_767_225_600_000L);
        document.getDocumentInformation().setCreationDate(day);
        document.setDocumentId(1L);
        document.save(file.toFile());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
