package dev.apatite.index;

import dev.apatite.paper.Reference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * Reads the outlines of all papers in one commit, in the order in which they lie on disk: a paper's references are
 * documents in front of it, so no paper's text is touched.
 */
final class Outlines {
    private static final Set<String> PAPER_FIELDS = Set.of(Schema.OUTLINE);

    private final IndexView view;
    private final StoredJson stored = new StoredJson();

    Outlines(IndexView view) {
        this.view = view;
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
        PostingsEnum references = leaf.postings(new Term(Schema.KIND, Schema.KIND_REFERENCE), PostingsEnum.NONE);
        int reference = references == null ? DocIdSetIterator.NO_MORE_DOCS : references.nextDoc();
        Bits live = leaf.getLiveDocs();
        StoredFields fields = inOrder(leaf);
        ProvenanceColumns provenance = new ProvenanceColumns(leaf);
        for (int paper = papers.nextDoc(); paper != DocIdSetIterator.NO_MORE_DOCS; paper = papers.nextDoc()) {
            boolean there = live == null || live.get(paper);
            List<Reference> cited = new ArrayList<>();
            int first = reference;
            while (references != null && reference < paper) {
                if (there) {
                    cited.add(stored.read(
                            document(fields, reference, Set.of(Schema.JSON)).get(Schema.JSON), Reference.class));
                }
                reference = references.nextDoc();
            }
            if (there) {
                each.accept(outline(
                        document(fields, paper, PAPER_FIELDS),
                        provenance.paper(paper),
                        cited,
                        tried(leaf, first, cited.size())));
            }
        }
    }

    private PaperOutline outline(
            Document document, StoredPaper paper, List<Reference> references, Map<Integer, List<String>> tried) {
        PaperOutline.Stub stub = stored.read(document.get(Schema.OUTLINE), PaperOutline.Stub.class);
        return new PaperOutline(paper, stub.bare().withReferences(references), tried, stub.textLength());
    }

    /** The outline of one paper of a segment. */
    PaperOutline of(LeafReader leaf, int paper, StoredPapers papers) throws IOException {
        StoredFields fields = leaf.storedFields();
        List<Reference> references = papers.references(fields, paper);
        return outline(
                fields.document(paper, PAPER_FIELDS),
                new ProvenanceColumns(leaf).paper(paper),
                references,
                tried(leaf, papers.first(fields, paper), references.size()));
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

    private static Document document(StoredFields fields, int number, Set<String> names) throws IOException {
        DocumentStoredFieldVisitor visitor = new DocumentStoredFieldVisitor(names) {
            private int missing = names.size();

            @Override
            public Status needsField(FieldInfo field) throws IOException {
                if (missing == 0) {
                    return Status.STOP;
                }
                Status status = super.needsField(field);
                missing -= status == Status.YES ? 1 : 0;
                return status;
            }
        };
        fields.document(number, visitor);
        return visitor.getDocument();
    }
}
