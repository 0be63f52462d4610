package dev.apatite.reading.html;

import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.Bounds;
import dev.apatite.reading.draft.FormatReader;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.plain.TextBlock;
import dev.apatite.reading.plain.TextReader;
import java.io.IOException;
import java.io.InputStream;
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
        try (InputStream in = Files.newInputStream(file)) {
            Bounds.checkFile(Files.size(file));
            return read(Jsoup.parse(in, null, ""));
        } catch (IOException e) {
            throw new ReadingException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    /** Reads a parsed page; nothing that it links to is followed. */
    public PaperDraft read(Document page) throws ReadingException {
        PaperDraft draft = new PaperDraft();
        new MarkupMetadata(draft).read(page);
        List<TextBlock> blocks = MarkupBlocks.of(page);
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
