package dev.apatite.reading.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Prints small papers for tests: text at a place, in a size and a face, from the page's top left corner. */
final class PdfPrinter implements AutoCloseable {
    static final PDFont ROMAN = new PDType1Font(FontName.TIMES_ROMAN);
    static final PDFont BOLD = new PDType1Font(FontName.TIMES_BOLD);
    static final PDFont ITALIC = new PDType1Font(FontName.TIMES_ITALIC);
    private static final float PITCH = 1.2f;

    private final PDDocument document = new PDDocument();
    private final Map<String, PDFont> fonts = new HashMap<>();
    private PDPage page = new PDPage(PDRectangle.A4);

    PdfPrinter() {
        document.addPage(page);
    }

    /** The font as an object of this document; documents that share one confuse their objects' numbers when saved. */
    private PDFont own(PDFont font) {
        return fonts.computeIfAbsent(
                font.getName(),
                name -> new PDType1Font(Objects.requireNonNull(Standard14Fonts.getMappedFontName(name))));
    }

    PdfPrinter nextPage() {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return this;
    }

    PdfPrinter text(PDFont font, float size, float x, float y, String text) {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.beginText();
            content.setFont(own(font), size);
            content.newLineAtOffset(x, page.getCropBox().getHeight() - y);
            content.showText(text);
            content.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Pieces one behind the other, every second one raised and small. */
    PdfPrinter raised(float size, float x, float y, String... pieces) {
        float at = x;
        for (int i = 0; i < pieces.length; i++) {
            boolean raised = i % 2 == 1;
            float pieceSize = raised ? 0.6f * size : size;
            text(ROMAN, pieceSize, at, raised ? y - 0.35f * size : y, pieces[i]);
            try {
                at += ROMAN.getStringWidth(pieces[i]) / 1000 * pieceSize;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** Lines below each other, set flush on both sides but for the last, as printers do. */
    PdfPrinter block(float size, float x, float y, float width, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            line(size, x, y + i * PITCH * size, last ? 0 : width, lines.get(i));
        }
        return this;
    }

    private void line(float size, float x, float y, float width, String text) {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.beginText();
            content.setFont(own(ROMAN), size);
            content.newLineAtOffset(x, page.getCropBox().getHeight() - y);
            float natural = ROMAN.getStringWidth(text) / 1000 * size;
            long spaces = text.chars().filter(c -> c == ' ').count();
            if (width > 0 && spaces > 0) {
                content.setWordSpacing((width - natural) / spaces);
            }
            content.showText(text);
            content.setWordSpacing(0);
            content.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PdfPrinter rule(float x, float y, float width) {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.moveTo(x, page.getCropBox().getHeight() - y);
            content.lineTo(x + width, page.getCropBox().getHeight() - y);
            content.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    PDDocument document() {
        return document;
    }

    Path save(Path file) throws IOException {
        document.save(file.toFile());
        return file;
    }

    Path saveEncrypted(Path file) throws IOException {
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
        policy.setEncryptionKeyLength(128);
        document.protect(policy);
        return save(file);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
