package dev.apatite.reading.html;

import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.Bounds;
import dev.apatite.reading.draft.FormatReader;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.plain.TextBlock;
import dev.apatite.reading.plain.TextReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads web pages as publishers' sites are saved: the article without the site around it. */
public final class MarkupReader implements FormatReader {
    private final TextReader text = new TextReader();
    private final MarkupReferences references = new MarkupReferences(new ReferenceParser());

    @Override
    public PaperDraft read(Path file) throws ReadingException {
        try {
            Bounds.checkFile(Files.size(file));
            return read(parsed(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new ReadingException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    /** A page that names no charset and is no UTF-8 is windows-1252, and so is what it calls Latin-1, as in any browser. */
    private static Document parsed(byte[] bytes) throws IOException {
        Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        boolean latin = page.charset().equals(StandardCharsets.ISO_8859_1)
                || page.charset().equals(StandardCharsets.UTF_8) && !isUtf8(bytes) && !namesCharset(page);
        return latin ? Jsoup.parse(new ByteArrayInputStream(bytes), "windows-1252", "") : page;
    }

    private static boolean namesCharset(Document page) {
        return page.selectFirst("meta[charset]") != null
                || page.select("meta[http-equiv=content-type]").attr("content").contains("charset");
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Reads a parsed page; nothing that it links to is followed. */
    public PaperDraft read(Document page) throws ReadingException {
        PaperDraft draft = new PaperDraft();
        new MarkupMetadata(draft).read(page);
        MarkupStyles.apply(page);
        List<TextBlock> blocks = MarkupBlocks.of(page, draft.furniture);
        if (blocks.isEmpty()) {
            throw new ReadingException("there is no text in the page");
        }
        long length = blocks.stream().mapToLong(block -> block.text().length()).sum();
        Bounds.checkText(length);
        text.read(blocks, draft, true);
        references.complete(page, draft);
        return draft;
    }
}
