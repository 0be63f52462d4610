package dev.apatite.reading.xml;

import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.Bounds;
import dev.apatite.reading.draft.FormatReader;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        return readAll(file).getFirst();
    }

    @Override
    public List<PaperDraft> readAll(Path file) throws ReadingException {
        try {
            Bounds.checkFile(Files.size(file));
            return readAll(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ReadingException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    PaperDraft read(byte[] bytes) throws ReadingException {
        return readAll(bytes).getFirst();
    }

    List<PaperDraft> readAll(byte[] bytes) throws ReadingException {
        XmlElement root = tree.parse(XmlSource.read(bytes));
        if (root.is(ROOTS)) {
            return article(root);
        }
        List<XmlElement> articles = root.all(ROOTS);
        if (articles.isEmpty()) {
            throw new ReadingException(
                    "XML with the root element <" + root.name + "> is no article that Apatite knows");
        }
        List<PaperDraft> drafts = new ArrayList<>();
        ReadingException broken = null;
        for (XmlElement article : articles) {
            try {
                drafts.addAll(article(article));
            } catch (ReadingException e) {
                broken = e;
            }
        }
        if (drafts.isEmpty() && broken != null) {
            throw broken;
        }
        if (broken != null) {
            drafts.getFirst()
                    .warn("One of the " + articles.size() + " articles of the file was left out: " + broken.getMessage()
                            + ".");
        }
        return drafts;
    }

    private List<PaperDraft> article(XmlElement root) throws ReadingException {
        return jats.readAll(root.is("art") ? BmcArticle.asJats(root) : root);
    }
}
