package dev.apatite.reading.pdf;

import dev.apatite.reading.draft.FormatReader;
import dev.apatite.reading.draft.Furniture;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.pdf.layout.PdfBounds;
import dev.apatite.reading.pdf.layout.PdfOcr;
import dev.apatite.reading.pdf.layout.PdfPage;
import dev.apatite.reading.pdf.layout.PdfStripper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.parser.ocr.TesseractOCRParser;

/**
 * Reads a PDF by where and how its characters are printed: lines, columns, running heads, headings, captions, tables and
 * the reference list are told by position and type. Forms, scripts and embedded files are not looked at.
 */
public final class PdfReader implements FormatReader {
    private static final long MAX_MEMORY = 256L << 20;
    private static final int FEWEST_LETTERS = 60;
    private static final int FEWEST_OF_ANY = 20;

    private final Supplier<PdfOcr> recognition;

    public PdfReader() {
        this(() -> new PdfOcr(new TesseractOCRParser()));
    }

    /** A reader that recognises the text of scans in another way. */
    PdfReader(Supplier<PdfOcr> recognition) {
        this.recognition = recognition;
    }

    @Override
    public PaperDraft read(Path file) throws ReadingException {
        return readAll(file).getFirst();
    }

    @Override
    public List<PaperDraft> readAll(Path file) throws ReadingException {
        MemoryUsageSetting memory = MemoryUsageSetting.setupMainMemoryOnly(MAX_MEMORY);
        try (PDDocument document = Loader.loadPDF(file.toFile(), memory.streamCache)) {
            return read(document);
        } catch (InvalidPasswordException e) {
            throw new ReadingException("the PDF is encrypted and needs a password", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new ReadingException("the PDF is damaged: " + e.getMessage(), e);
        }
    }

    private List<PaperDraft> read(PDDocument document) throws IOException, ReadingException {
        if (document.getNumberOfPages() == 0) {
            throw new ReadingException("the PDF has no pages");
        }
        Furniture furniture = new Furniture();
        PdfStripper stripper = new PdfStripper(new PdfBounds(), furniture);
        List<PdfPage> pages = stripper.strip(document);
        List<String> warnings = new ArrayList<>(stripper.warnings());
        long letters = letters(pages);
        boolean few = letters < FEWEST_LETTERS * Math.clamp(pages.size(), 1, 4);
        // A short text without pictures is no scan.
        if (few && (letters < FEWEST_OF_ANY || PdfOcr.hasPictures(document))) {
            pages = recognised(document, pages, warnings);
        }
        List<PaperDraft> drafts = new PdfArticles(pages, PdfProperties.of(document), furniture).drafts();
        drafts.getFirst().warnings.addAll(0, warnings);
        drafts.getFirst().unplaced.addAll(0, stripper.sideways());
        return drafts;
    }

    private static long letters(List<PdfPage> pages) {
        return pages.stream()
                .flatMap(page -> page.glyphs().stream())
                .mapToLong(glyph -> glyph.text().length())
                .sum();
    }

    /** The pages of a scan with the text that was recognised in them. */
    private List<PdfPage> recognised(PDDocument document, List<PdfPage> pages, List<String> warnings)
            throws ReadingException {
        PdfOcr ocr = recognition.get();
        boolean installed = ocr.isInstalled();
        List<PdfPage> read = installed ? ocr.read(document, pages, FEWEST_LETTERS, warnings) : pages;
        // What stands on a scan beside its picture may be a stamp; once the picture was looked at, it is the text.
        if (letters(read) < (installed ? FEWEST_OF_ANY : FEWEST_LETTERS)) {
            String found = letters(pages) == 0 ? "no text layer" : "hardly any text";
            String reason = found
                    + (installed ? ", and none was recognised in its pictures" : ": install tesseract to read scans");
            throw new ReadingException(warnings.isEmpty() ? reason : reason + " (" + warnings.getFirst() + ")");
        }
        if (read != pages) {
            warnings.add("the pages are scans; their text was recognised by Tesseract and may hold errors");
        }
        return read;
    }
}
