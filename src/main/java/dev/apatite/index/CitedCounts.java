package dev.apatite.index;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in a column ({@link Schema#CITED_BY}) how many papers of the corpus cite each one, without itself. Before a commit
 * those are counted anew that a paper which came or left cites, and those that came; where these are many, all.
 *
 * <p>A paper is cited by its id, which is then the cited work's, or by its DOI.
 */
public final class CitedCounts {
    /** Stands in front of a DOI by which a paper is cited. */
    public static final String DOI = "doi:";

    /** Beyond so many names all papers are counted, which costs less than to look each name up. */
    private static final int MANY = 20_000;

    private final IndexWriter writer;
    private final StoredPapers stored;
    private final Set<String> touched = new HashSet<>();
    private @Nullable DirectoryReader before;
    private boolean all;

    CitedCounts(IndexWriter writer, StoredPapers stored) {
        this.writer = writer;
        this.stored = stored;
    }

    /** Says of a paper's own document that it is cited so often, instead of what was said of it before. */
    static void set(Document document, long count) {
        document.removeFields(Schema.CITED_BY);
        document.add(new NumericDocValuesField(Schema.CITED_BY, count));
    }

    /** How often a document's paper is cited, as it stands in the column. */
    static long at(LeafReader leaf, int document) throws IOException {
        NumericDocValues column = DocValues.getNumeric(leaf, Schema.CITED_BY);
        return column.advanceExact(document) ? column.longValue() : 0;
    }

    /** A paper comes, in the place of one with its id if there is one. */
    synchronized void come(Paper paper) throws IOException {
        leave(paper.id());
        touch(paper.id(), paper.doi(), paper.references());
    }

    /** A paper leaves, if it is there. */
    synchronized void leave(String id) throws IOException {
        if (all) {
            return;
        }
        if (before == null) {
            before = DirectoryReader.open(writer);
        }
        for (LeafReaderContext leaf : before.leaves()) {
            int document = paper(leaf.reader(), id);
            if (document >= 0) {
                touch(
                        id,
                        doi(leaf.reader(), document),
                        stored.references(leaf.reader().storedFields(), document)
                                .all());
            }
        }
    }

    private void touch(String id, @Nullable String doi, List<Reference> cited) {
        if (all) {
            return;
        }
        touched.add(id);
        if (doi != null && !doi.isEmpty()) {
            touched.add(name(doi));
        }
        touched.addAll(names(cited));
        if (touched.size() > MANY) {
            all = true;
            touched.clear();
        }
    }

    /** The names by which references cite works: {@link Schema#CITES}. */
    public static Set<String> names(Collection<Reference> references) {
        Set<String> names = new java.util.LinkedHashSet<>();
        for (Reference reference : references) {
            if (reference.workId() != null) {
                names.add(PaperDocuments.key(reference.workId()));
            }
            if (reference.doi() != null) {
                names.add(PaperDocuments.key(name(reference.doi())));
            }
        }
        return names;
    }

    /** The name of a work that is cited by its DOI. */
    public static String name(String doi) {
        return DOI + doi.toLowerCase(Locale.ROOT);
    }

    /** Brings the column up to date with what was written since the last time. */
    synchronized void update() throws IOException {
        if (all || !touched.isEmpty()) {
            try (DirectoryReader now = DirectoryReader.open(writer)) {
                for (LeafReaderContext leaf : now.leaves()) {
                    if (all) {
                        PostingsEnum papers =
                                leaf.reader().postings(new Term(Schema.KIND, Schema.KIND_PAPER), PostingsEnum.NONE);
                        update(now, leaf.reader(), papers);
                    } else {
                        for (String name : touched) {
                            update(now, leaf.reader(), named(leaf.reader(), name));
                        }
                    }
                }
            }
        }
        close();
        touched.clear();
        all = false;
    }

    /** Gives back what is held of the index. */
    synchronized void close() throws IOException {
        if (before != null) {
            before.close();
            before = null;
        }
    }

    private static @Nullable PostingsEnum named(LeafReader leaf, String name) throws IOException {
        return leaf.postings(
                name.startsWith(DOI)
                        ? new Term(Schema.DOI, name.substring(DOI.length()))
                        : new Term(Schema.PAPER, name),
                PostingsEnum.NONE);
    }

    private void update(IndexReader now, LeafReader leaf, @Nullable PostingsEnum papers) throws IOException {
        if (papers == null) {
            return;
        }
        SortedDocValues ids = DocValues.getSorted(leaf, Schema.PAPER);
        SortedDocValues own = DocValues.getSorted(leaf, Schema.READER);
        NumericDocValues known = DocValues.getNumeric(leaf, Schema.CITED_BY);
        Bits live = leaf.getLiveDocs();
        for (int doc = papers.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = papers.nextDoc()) {
            // Of a paper's block only its own document says by what it was read.
            if ((live == null || live.get(doc)) && own.advanceExact(doc) && ids.advanceExact(doc)) {
                long stands = known.advanceExact(doc) ? known.longValue() : 0;
                String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
                int count = of(now, id, doi(leaf, doc));
                if (count != stands) {
                    writer.updateNumericDocValue(new Term(Schema.PAPER, id), Schema.CITED_BY, count);
                }
            }
        }
    }

    /** A paper's own document, the last of its block; -1 where it is not in this segment. */
    private static int paper(LeafReader leaf, String id) throws IOException {
        PostingsEnum block = leaf.postings(new Term(Schema.PAPER, id), PostingsEnum.NONE);
        Bits live = leaf.getLiveDocs();
        int last = -1;
        while (block != null && block.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            last = live == null || live.get(block.docID()) ? block.docID() : last;
        }
        return last;
    }

    private static @Nullable String doi(LeafReader leaf, int document) throws IOException {
        SortedDocValues dois = DocValues.getSorted(leaf, Schema.DOI);
        return dois.advanceExact(document) ? dois.lookupOrd(dois.ordValue()).utf8ToString() : null;
    }

    /** How many papers cite a paper, whichever of its two names they cite it by, without itself. */
    public static int of(IndexReader reader, String id, @Nullable String doi) throws IOException {
        int citing = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(Schema.CITES);
            if (terms != null) {
                citing += citing(leaf.reader(), terms.iterator(), id, doi);
            }
        }
        return citing;
    }

    private static int citing(LeafReader leaf, TermsEnum terms, String id, @Nullable String doi) throws IOException {
        Set<Integer> documents = new HashSet<>();
        Bits live = leaf.getLiveDocs();
        for (String name : doi == null || doi.isEmpty() ? List.of(id) : List.of(id, name(doi))) {
            if (terms.seekExact(new BytesRef(name))) {
                PostingsEnum citing = terms.postings(null, PostingsEnum.NONE);
                for (int doc = citing.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = citing.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        documents.add(doc);
                    }
                }
            }
        }
        return documents.isEmpty() ? 0 : documents.size() - own(leaf, documents, id);
    }

    /** 1 where the paper cites itself. */
    private static int own(LeafReader leaf, Set<Integer> documents, String id) throws IOException {
        PostingsEnum block = leaf.postings(new Term(Schema.PAPER, id), PostingsEnum.NONE);
        if (block == null) {
            return 0;
        }
        int own = 0;
        for (int doc = block.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = block.nextDoc()) {
            own += documents.contains(doc) ? 1 : 0;
        }
        return own;
    }
}
