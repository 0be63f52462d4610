package dev.apatite.reading.office;

import dev.apatite.reading.draft.Bounds;
import dev.apatite.reading.draft.FormatReader;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.html.MarkupReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.apache.tika.sax.ToXMLContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads word processors' files and e-books through Tika: DOCX, DOC, ODT, RTF, EPUB; macros and embedded files stay shut. */
public final class OfficeReader implements FormatReader {
    /** Parsers that name a class speak to those who wrote them. */
    private static final Pattern CLASS_NAME = Pattern.compile("\\b[a-z]\\w*(\\.[a-z]\\w*)+\\.[A-Z]\\w*");

    /**
     * Tika's parsers of the kinds that are read here, loaded when the first file needs one. All of them together would look
     * for programs on this machine (ffmpeg, exiftool, sox) that no paper needs.
     */
    private static final class Tika {
        static final Parser PARSER = new AutoDetectParser(
                new OfficeParser(), new OOXMLParser(), new RTFParser(), new OpenDocumentParser(), new EpubParser());
    }

    private final MarkupReader markup = new MarkupReader();

    @Override
    public PaperDraft read(Path file) throws ReadingException {
        ToXMLContentHandler page = new ToXMLContentHandler();
        OfficePackage cleaned = new OfficePackage();
        List<String> notes = List.of();
        try {
            Bounds.checkFile(Files.size(file));
            if (isZip(file)) {
                ZipBounds.check(file);
                Path copy = Files.createTempFile("apatite-office-", ".zip");
                try {
                    cleaned.copy(file, copy);
                    notes = cleaned.notes();
                    parse(copy, page);
                } finally {
                    Files.delete(copy);
                }
            } else if (RichText.is(file)) {
                Path copy = Files.createTempFile("apatite-office-", ".rtf");
                try {
                    RichText text = new RichText(Files.readAllBytes(file));
                    Files.write(copy, text.shown());
                    notes = text.notes();
                    parse(copy, page);
                } finally {
                    Files.delete(copy);
                }
            } else {
                parse(file, page);
            }
        } catch (EncryptedDocumentException e) {
            throw new ReadingException("the file is encrypted", e);
        } catch (TooLong e) {
            throw new ReadingException(
                    "the text is longer than " + Bounds.CHARACTERS / 1_000_000 + " million characters", e);
        } catch (SAXException | TikaException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new ReadingException("the file is broken: " + reason(e), e);
        } catch (RuntimeException e) {
            // Parsers of binary formats meet broken files with all kinds of exceptions.
            throw new ReadingException("the file is broken: " + reason(e), e);
        }
        Document document = Jsoup.parse(page.toString());
        describe(document, file);
        if (!notes.isEmpty()) {
            boolean low = document.select("h1").size() < 2 && document.selectFirst("h2") != null;
            document.body().appendElement(low ? "h2" : "h1").text("Notes");
            notes.forEach(note ->
                    document.body().appendElement("p").text(org.jsoup.parser.Parser.unescapeEntities(note, false)));
        }
        return markup.read(document);
    }

    private static void describe(Document document, Path file) throws ReadingException {
        try {
            if (isZip(file)) {
                EpubMetadata.addTo(document, file);
            }
        } catch (IOException e) {
            throw new ReadingException("the file is broken: " + reason(e), e);
        }
    }

    private static void parse(Path file, ToXMLContentHandler page) throws IOException, SAXException, TikaException {
        try (InputStream in = TikaInputStream.get(file)) {
            Tika.PARSER.parse(in, new Bounded(page), new Metadata(), context());
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        }
    }

    private static ReadingException failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLong) {
                return new ReadingException(
                        "the text is longer than " + Bounds.CHARACTERS / 1_000_000 + " million characters", e);
            }
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return new ReadingException("the file is encrypted", e);
            }
        }
        return new ReadingException("the file is broken: " + reason(e), e);
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                        || message.isBlank()
                        || CLASS_NAME.matcher(message).find()
                ? "its parts do not fit together"
                : message.lines().findFirst().orElse("");
    }

    private static ParseContext context() {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new Closed());
        OfficeParserConfig office = new OfficeParserConfig();
        office.setExtractMacros(false);
        office.setUseSAXDocxExtractor(true);
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setIncludeHeadersAndFooters(false);
        context.set(OfficeParserConfig.class, office);
        return context;
    }

    /** Opens nothing that is embedded. */
    private static final class Closed implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }

    private static final class TooLong extends SAXException {
        private static final long serialVersionUID = 1;
    }

    /** Passes on so many characters and no more. */
    private static final class Bounded extends ContentHandlerDecorator {
        private long characters;

        Bounded(ContentHandler handler) {
            super(handler);
        }

        @Override
        public void characters(char[] text, int start, int length) throws SAXException {
            characters += length;
            if (characters > Bounds.CHARACTERS) {
                throw new TooLong();
            }
            super.characters(text, start, length);
        }
    }
}
