package dev.apatite.reading.pdf;

import dev.apatite.reading.draft.FormatReader;
import dev.apatite.reading.draft.Furniture;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.pdf.layout.PdfBounds;
import dev.apatite.reading.pdf.layout.PdfColumns;
import dev.apatite.reading.pdf.layout.PdfGutter;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfOcr;
import dev.apatite.reading.pdf.layout.PdfPage;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfParagraphs;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.pdf.layout.PdfSegments;
import dev.apatite.reading.pdf.layout.PdfStripper;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.Identifiers;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF by where and how its characters are printed: lines, columns, running heads, headings, captions, tables and
 * the reference list are told by position and type. Forms, scripts and embedded files are not looked at.
 */
public final class PdfReader implements FormatReader {
    private static final long MAX_MEMORY = 256L << 20;
    private static final int FEWEST_LETTERS = 60;

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
        MemoryUsageSetting memory = MemoryUsageSetting.setupMainMemoryOnly(MAX_MEMORY);
        try (PDDocument document = Loader.loadPDF(file.toFile(), memory.streamCache)) {
            return read(document);
        } catch (InvalidPasswordException e) {
            throw new ReadingException("the PDF is encrypted and needs a password", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new ReadingException("the PDF is damaged: " + e.getMessage(), e);
        }
    }

    private PaperDraft read(PDDocument document) throws IOException, ReadingException {
        if (document.getNumberOfPages() == 0) {
            throw new ReadingException("the PDF has no pages");
        }
        PaperDraft draft = new PaperDraft();
        PdfStripper stripper = new PdfStripper(new PdfBounds(), draft.furniture);
        List<PdfPage> pages = stripper.strip(document);
        List<String> warnings = new ArrayList<>(stripper.warnings());
        if (letters(pages) < FEWEST_LETTERS * Math.clamp(pages.size(), 1, 4)) {
            pages = recognised(document, pages, warnings);
        }
        draft.warnings.addAll(warnings);
        draft.unplaced.addAll(stripper.sideways());
        fill(draft, pages, PdfProperties.of(document));
        return draft;
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
        if (letters(read) < FEWEST_LETTERS) {
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

    private static void fill(PaperDraft draft, List<PdfPage> pages, PdfProperties properties) {
        List<List<PdfLine>> segments = new ArrayList<>();
        pages.forEach(page -> segments.add(new ArrayList<>(PdfSegments.of(page, draft.furniture))));
        PdfTypography typography = PdfTypography.of(segments);
        PdfProse prose = new PdfProse(segments);
        List<List<PdfLine>> furniture = PdfFurniture.takeFrom(pages, segments, typography);
        furniture.forEach(page -> page.forEach(line -> draft.furniture.add(PdfFurniture.kind(line), line.text())));
        List<PdfTable> tables = new ArrayList<>();
        PdfParagraphs splitter = new PdfParagraphs(typography);
        List<PdfParagraph> paragraphs = new ArrayList<>();
        Float gutter = PdfGutter.usual(segments);
        for (int i = 0; i < pages.size(); i++) {
            tables.addAll(PdfTables.takeFrom(pages.get(i), segments.get(i), typography));
            paragraphs.addAll(splitter.of(PdfColumns.of(segments.get(i), gutter)));
        }
        List<PdfParagraph> text = PdfFrontMatter.takeFrom(paragraphs, pages, typography, prose, properties, draft);
        imprint(draft, paragraphs, furniture, prose, properties);
        new PdfBody(typography, prose, titleSize(draft.title, paragraphs, prose), draft)
                .fill(PdfFlow.of(text, typography, prose), tables);
        PdfRemainder.keep(paragraphs, text, prose, draft);
    }

    private static float titleSize(@Nullable String title, List<PdfParagraph> paragraphs, PdfProse prose) {
        return paragraphs.stream()
                .filter(each ->
                        title != null && title.startsWith(prose.of(each.lines().subList(0, 1))))
                .map(PdfParagraph::size)
                .findFirst()
                .orElse(0f);
    }

    private static void imprint(
            PaperDraft draft,
            List<PdfParagraph> paragraphs,
            List<List<PdfLine>> furniture,
            PdfProse prose,
            PdfProperties properties) {
        List<String> heads = new ArrayList<>();
        for (List<PdfLine> page : furniture) {
            page.forEach(line -> heads.add(line.text()));
        }
        List<String> firstPage = new ArrayList<>();
        List<String> endNotes = new ArrayList<>();
        List<String> above = new ArrayList<>();
        boolean references = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            if (paragraph.page() == 1) {
                String text = prose.of(paragraph.lines());
                references |= text.length() < 60 && Headings.isReferenceList(text);
                boolean notice = PdfImprint.isNotice(text);
                // In a short paper the list stands on the first page, and its DOIs are other works'.
                if (!references || notice) {
                    firstPage.add(!notice && PdfImprint.isRunningText(text) ? Identifiers.without(text) : text);
                }
            } else if (PdfReferences.ends(paragraph)) {
                // What the note itself says goes before the entry that may stand above it.
                endNotes.add(prose.of(paragraph.lines()));
                above.add(prose.of(paragraphs.get(i - 1).lines()));
            }
        }
        endNotes.addAll(above);
        draft.furniture.pieces().stream()
                .filter(piece -> piece.kind() == Furniture.Kind.MARGIN)
                .forEach(piece -> heads.add(piece.text()));
        new PdfImprint(heads, firstPage, endNotes, properties).fill(draft);
        if (!draft.authors.isEmpty()) {
            draft.authors.set(0, PdfAuthors.named(draft.authors.getFirst(), heads));
        }
    }
}
