package dev.apatite.reading;

import dev.apatite.paper.ContentHash;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SourcePath;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.FormatReader;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.html.MarkupReader;
import dev.apatite.reading.office.OfficeReader;
import dev.apatite.reading.pdf.PdfReader;
import dev.apatite.reading.plain.TextReader;
import dev.apatite.reading.record.RecordReader;
import dev.apatite.reading.xml.XmlReader;
import dev.apatite.text.Fingerprint;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.Tika;
import org.jsoup.Jsoup;

/** Reads a file of any supported kind in this process; {@code apatite index} reads in child processes. */
public final class PaperReader {
    private final MediaTypes mediaTypes = new MediaTypes();
    private final FormatReader pdf = new PdfReader();
    private final FormatReader text = new TextReader();
    private final FormatReader page = new MarkupReader();
    private final FormatReader office = new OfficeReader();
    private final FormatReader records = new RecordReader();
    private final FormatReader xml = new XmlReader(new ReferenceParser());

    /**
     * Changes whenever a file may be read differently than before: with the content of what reads it and with the
     * libraries. Papers read under another version are read again.
     */
    public static String version() {
        return Version.CURRENT;
    }

    private static final class Version {
        private static final String CURRENT = Fingerprint.of(
                        PaperReader.class, List.of("dev/apatite/reading", "dev/apatite/paper", "dev/apatite/text"))
                + Stream.of(Tika.class, PDDocument.class, Jsoup.class)
                        .map(Fingerprint::library)
                        .map(name -> "+" + name.replaceFirst("\\.jar$", ""))
                        .collect(Collectors.joining());
    }

    /**
     * Reads the first or only paper of a file.
     *
     * @param corpus the folder that {@code sourceFile} is relative to
     * @param sourceFile with forward slashes
     * @throws ReadingException where there is no paper in the file; the message says why
     */
    public Paper read(Path corpus, String sourceFile) throws ReadingException {
        return readAll(corpus, sourceFile).getFirst();
    }

    /**
     * Reads all papers of a file; the second is {@code name.xml#2}.
     *
     * @param corpus the folder that {@code sourceFile} is relative to
     * @param sourceFile with forward slashes
     * @throws ReadingException where there is no paper in the file; the message says why
     */
    public List<Paper> readAll(Path corpus, String sourceFile) throws ReadingException {
        return account(corpus, sourceFile).stream().map(Reading::paper).toList();
    }

    /**
     * Reads all papers of a file and says what was left out of each.
     *
     * @param corpus the folder that {@code sourceFile} is relative to
     * @param sourceFile with forward slashes
     * @throws ReadingException where there is no paper in the file; the message says why
     */
    public List<Reading> account(Path corpus, String sourceFile) throws ReadingException {
        try (PlainName plain = PlainName.of(SourcePath.in(corpus, sourceFile))) {
            Path file = plain.file();
            if (Files.size(file) == 0) {
                throw new ReadingException("the file is empty");
            }
            List<PaperDraft> drafts = readerOf(file).readAll(file);
            String hash = ContentHash.of(file);
            List<Reading> readings = new ArrayList<>();
            for (PaperDraft draft : drafts) {
                Suspicions.raise(draft);
                int number = readings.size() + 1;
                Paper paper = draft.toPaper(SourcePath.ofPart(sourceFile, number), ContentHash.ofPart(hash, number));
                readings.add(new Reading(paper, draft.furniture.pieces()));
            }
            return readings;
        } catch (NoSuchFileException e) {
            throw new ReadingException("the file is not there", ReadingException.Fault.MOMENT, e);
        } catch (AccessDeniedException e) {
            throw new ReadingException("there is no permission to read it", ReadingException.Fault.MOMENT, e);
        } catch (IOException e) {
            throw new ReadingException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    private FormatReader readerOf(Path file) throws IOException, ReadingException {
        return RecordReader.reads(file) ? records : readerOf(mediaTypes.of(file));
    }

    private FormatReader readerOf(String type) throws ReadingException {
        return switch (type) {
            case "application/pdf" -> pdf;
            case "text/plain", "text/markdown", "text/x-web-markdown", "text/x-rst" -> text;
            case "application/xml", "text/xml" -> xml;
            case "text/html", "application/xhtml+xml" -> page;
            case "application/msword",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
                    "application/vnd.ms-word.document.macroenabled.12",
                    "application/vnd.oasis.opendocument.text",
                    "application/vnd.oasis.opendocument.text-template",
                    "application/rtf",
                    "text/rtf",
                    "application/epub+zip" -> office;
            case "application/x-tika-ooxml-protected", "application/x-tika-ole-drm-encrypted" ->
                throw new ReadingException("the file is encrypted");
            case "application/zip",
                    "application/gzip",
                    "application/x-7z-compressed",
                    "application/x-rar-compressed",
                    "application/x-tar" -> throw new ReadingException("archives (" + type + ") are not unpacked");
            case "text/csv", "text/tab-separated-values", "application/json", "application/x-ndjson" ->
                throw new ReadingException("tables and other data (" + type
                        + ") hold no paper and are not read; bibliographies are, as RIS, .nbib, .bib or CSL-JSON");
            case "application/octet-stream" ->
                throw new ReadingException("the file's type cannot be told from its content");
            default -> throw new ReadingException("files of type " + type + " are not read");
        };
    }
}
