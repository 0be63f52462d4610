package dev.apatite.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * Reads the outlines of all papers in one commit, in the order in which they lie on disk; no paper's text is
 * unpacked.
 */
final class Outlines {
    private final IndexView view;
    private final StoredPapers stored;

    Outlines(IndexView view, StoredPapers stored) {
        this.view = view;
        this.stored = stored;
    }

    void forEach(Consumer<PaperOutline> each) throws IOException {
        for (LeafReaderContext leaf : view.reader().leaves()) {
            forEach(leaf.reader(), each);
        }
    }

    private void forEach(LeafReader leaf, Consumer<PaperOutline> each) throws IOException {
        PostingsEnum papers = leaf.postings(new Term(Schema.KIND, Schema.KIND_PAPER), PostingsEnum.NONE);
        if (papers == null) {
            return;
        }
        Bits live = leaf.getLiveDocs();
        StoredFields fields = inOrder(leaf);
        ProvenanceColumns provenance = new ProvenanceColumns(leaf);
        for (int paper = papers.nextDoc(); paper != DocIdSetIterator.NO_MORE_DOCS; paper = papers.nextDoc()) {
            if (live == null || live.get(paper)) {
                each.accept(outline(leaf, fields, paper, provenance));
            }
        }
    }

    private PaperOutline outline(LeafReader leaf, StoredFields fields, int paper, ProvenanceColumns provenance)
            throws IOException {
        StoredJson.Sheet sheet = stored.sheet(fields, paper);
        StoredPapers.Kin kin = stored.kin(fields, paper);
        StoredPapers.References references = stored.references(fields, paper);
        int first = paper - references.cited - references.found - references.reported;
        return new PaperOutline(
                provenance.paper(paper),
                sheet.bare().withReferences(references.all()),
                tried(leaf, first, references.cited),
                sheet.textLength(),
                kin.readings(),
                kin.kinship());
    }

    /** The outline of one paper of a segment. */
    PaperOutline of(LeafReader leaf, int paper) throws IOException {
        return outline(leaf, leaf.storedFields(), paper, new ProvenanceColumns(leaf));
    }

    private static Map<Integer, List<String>> tried(LeafReader leaf, int first, int number) throws IOException {
        SortedSetDocValues values = leaf.getSortedSetDocValues(Schema.TRIED);
        Map<Integer, List<String>> tried = new HashMap<>();
        for (int i = 0; values != null && i < number; i++) {
            if (values.advanceExact(first + i)) {
                List<String> of = new ArrayList<>();
                for (int k = values.docValueCount(); k > 0; k--) {
                    of.add(values.lookupOrd(values.nextOrd()).utf8ToString());
                }
                tried.put(i, of);
            }
        }
        return tried;
    }

    /** A reader that unpacks each block of documents once. */
    private static StoredFields inOrder(LeafReader leaf) throws IOException {
        StoredFieldsReader fields = leaf instanceof CodecReader codec ? codec.getFieldsReader() : null;
        return fields == null ? leaf.storedFields() : fields.getMergeInstance();
    }
}
