package dev.apatite.reading.xml;

import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.Bounds;
import dev.apatite.reading.draft.FormatReader;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads XML: finds out by its root element which kind of article it is. */
public final class XmlReader implements FormatReader {
    private static final String[] ROOTS = {"article", "art"};

    private final JatsReader jats;
    private final XmlTree tree = new XmlTree();

    public XmlReader(ReferenceParser referenceParser) {
        this.jats = new JatsReader(referenceParser);
    }

    @Override
    public PaperDraft read(Path file) throws ReadingException {
        try {
            Bounds.checkFile(Files.size(file));
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ReadingException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    PaperDraft read(byte[] bytes) throws ReadingException {
        XmlElement root = tree.parse(XmlSource.read(bytes));
        if (root.is(ROOTS)) {
            return article(root);
        }
        List<XmlElement> articles = root.all(List.of(ROOTS), List.of(ROOTS));
        if (articles.isEmpty()) {
            throw new ReadingException(
                    "XML with the root element <" + root.name + "> is no article that Apatite knows");
        }
        PaperDraft draft = article(articles.getFirst());
        if (articles.size() > 1) {
            draft.warnings.add("The file holds " + articles.size() + " articles; only the first was read.");
        }
        return draft;
    }

    private PaperDraft article(XmlElement root) throws ReadingException {
        return jats.read(root.is("art") ? BmcArticle.asJats(root) : root);
    }
}
