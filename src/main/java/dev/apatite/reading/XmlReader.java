package dev.apatite.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads XML: finds out by its root element which kind of article it is. */
final class XmlReader implements FormatReader {
    private final JatsReader jats;
    private final XmlTree tree = new XmlTree();

    XmlReader(ReferenceParser referenceParser) {
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
        if (root.is("article")) {
            return jats.read(root);
        }
        List<XmlElement> articles = root.all(List.of("article"), List.of("article"));
        if (articles.isEmpty()) {
            throw new ReadingException(
                    "XML with the root element <" + root.name + "> is no article that Apatite knows");
        }
        PaperDraft draft = jats.read(articles.getFirst());
        if (articles.size() > 1) {
            draft.warnings.add("The file holds " + articles.size() + " articles; only the first was read.");
        }
        return draft;
    }
}
