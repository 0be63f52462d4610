package dev.apatite.index;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Revision;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;

/** A paper as documents, for engines that keep them elsewhere, and what is read back of those. Safe to share between threads. */
public final class PaperBlocks {
    private final PaperDocuments documents;
    private final StoredPapers stored = new StoredPapers();

    public PaperBlocks(Vocabulary vocabulary) {
        documents = new PaperDocuments(new TextAnalysis(), vocabulary);
    }

    /** The paper's references, findings and patients, and last the paper, as {@link Schema} says. */
    public List<Document> of(Paper paper, Provenance provenance, PaperKeys keys) throws IOException {
        return documents.block(paper, provenance, keys);
    }

    /** The same of a paper as its readers left it; what they called wrong stands first. */
    public List<Document> of(Revision revision, Provenance provenance, PaperKeys keys) throws IOException {
        return documents.block(revision, provenance, keys);
    }

    /** The keys that the paper of an outline was put with, of which {@code paper} and {@code references} are a part. */
    public static PaperKeys keys(PaperOutline outline, PaperKeys.Mark paper, Map<Integer, PaperKeys.Mark> references) {
        return new PaperKeys(outline.stored().keys(), paper, references, outline.readings(), outline.kinship());
    }

    /**
     * A paper without its text.
     *
     * @param fields what is stored of it in a document: {@link Schema#CARD}, {@link Schema#ENTRIES} and {@link Schema#KIN}
     * @param tried what its references were put with ({@link PaperKeys}), by place in the list
     */
    public PaperOutline outline(StoredPaper paper, StoredFields fields, int document, Map<Integer, List<String>> tried)
            throws IOException {
        StoredJson.Sheet sheet = stored.sheet(fields, document);
        StoredPapers.Kin kin = stored.kin(fields, document);
        return new PaperOutline(
                paper,
                sheet.bare().withReferences(stored.references(fields, document).all()),
                tried,
                sheet.textLength(),
                kin.readings(),
                kin.kinship());
    }
}
