package dev.apatite.index;

import dev.apatite.paper.Revision;
import dev.apatite.paper.Revisions;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Views of the index as readers left its papers. A paper that somebody marked is hidden in the segment that holds it, and
 * stands as it was left in a small index in memory, which is searched together with the others. The index on disk never
 * holds a mark; whoever opens it makes the small one from the marks.
 */
final class RevisedViews implements AutoCloseable {
    private final Revisions revisions;
    private final Executor executor;
    private final PaperDocuments documents;
    private final StoredPapers stored;
    private final Map<String, Held> held = new HashMap<>();
    private final IndexWriter writer;
    private @Nullable IndexView base;
    private @Nullable IndexView current;
    private @Nullable DirectoryReader memory;
    private Object state = "";

    /**
     * What a paper in memory was made from: a document of a segment, of which nothing changes but how often the paper is
     * cited, and what readers said.
     */
    private record Held(Object segment, int document, long cited, Object said) {}

    /** A paper's own document. */
    private record Place(LeafReaderContext leaf, Object segment, int document) {
        long cited() throws IOException {
            return CitedCounts.at(leaf.reader(), document);
        }
    }

    RevisedViews(Revisions revisions, Vocabulary vocabulary, StoredPapers stored, Executor executor)
            throws IOException {
        this.revisions = revisions;
        this.executor = executor;
        this.stored = stored;
        TextAnalysis analysis = new TextAnalysis();
        documents = new PaperDocuments(analysis, vocabulary);
        writer = new IndexWriter(
                new ByteBuffersDirectory(),
                new IndexWriterConfig(analysis)
                        .setSimilarity(Schema.SIMILARITY)
                        .setMergeScheduler(new SerialMergeScheduler()));
    }

    /** The papers of a view as readers left them; to be given back by {@link #release}, while the other is still held. */
    synchronized IndexView acquire(IndexView of) throws IOException {
        Object now = revisions.state();
        if (current == null || base != of || !state.equals(now)) {
            Map<String, Object> said = revisions.papers();
            boolean changed = bring(of, said);
            if (changed || current == null || base != of) {
                renew(of);
            }
            base = of;
            state = now;
        }
        IndexView view = java.util.Objects.requireNonNull(current);
        view.reader().incRef();
        return view;
    }

    void release(IndexView view) throws IOException {
        view.reader().decRef();
    }

    /** Brings the papers in memory up to date; false where nothing differs. */
    private boolean bring(IndexView of, Map<String, Object> said) throws IOException {
        boolean changed = false;
        Set<String> gone = new HashSet<>(held.keySet());
        for (Map.Entry<String, Object> each : said.entrySet()) {
            Place place = place(of, each.getKey());
            if (place == null) {
                continue;
            }
            gone.remove(each.getKey());
            Held now = new Held(place.segment(), place.document(), place.cited(), each.getValue());
            if (!now.equals(held.get(each.getKey()))) {
                put(each.getKey(), place);
                held.put(each.getKey(), now);
                changed = true;
            }
        }
        for (String each : gone) {
            writer.deleteDocuments(new Term(Schema.PAPER, each));
            held.remove(each);
            changed = true;
        }
        return changed;
    }

    private void put(String id, Place place) throws IOException {
        var fields = place.leaf().reader().storedFields();
        Provenance provenance = new ProvenanceColumns(place.leaf().reader())
                .paper(place.document())
                .provenance();
        SortedDocValues groups = DocValues.getSorted(place.leaf().reader(), Schema.GROUP);
        PaperKeys keys = groups.advanceExact(place.document())
                ? PaperKeys.NONE.inGroup(groups.lookupOrd(groups.ordValue()).utf8ToString())
                : PaperKeys.NONE;
        Revision revision = revisions.of(stored.paper(fields, place.document()));
        List<Document> block = documents.block(revision, provenance, keys);
        CitedCounts.set(block.getLast(), place.cited());
        writer.updateDocuments(new Term(Schema.PAPER, id), block);
    }

    private static @Nullable Place place(IndexView of, String id) throws IOException {
        for (LeafReaderContext leaf : of.reader().leaves()) {
            PostingsEnum block = leaf.reader().postings(new Term(Schema.PAPER, id), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            int last = -1;
            while (block != null && block.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                // The paper itself is the last of its block.
                last = live == null || live.get(block.docID()) ? block.docID() : last;
            }
            if (last >= 0) {
                return new Place(leaf, leaf.reader().getCoreCacheHelper().getKey(), last);
            }
        }
        return null;
    }

    private void renew(IndexView of) throws IOException {
        DirectoryReader before = memory;
        IndexView old = current;
        List<IndexReader> parts = new ArrayList<>();
        for (LeafReaderContext leaf : of.reader().leaves()) {
            parts.add(Hidden.of(leaf.reader(), held.keySet()));
        }
        DirectoryReader fresh = before == null ? DirectoryReader.open(writer) : DirectoryReader.openIfChanged(before);
        DirectoryReader now = fresh == null ? java.util.Objects.requireNonNull(before) : fresh;
        if (now.numDocs() > 0) {
            parts.add(now);
        }
        // The segments stay those of the view that they come from, which is held as long as this one is read.
        MultiReader all = new MultiReader(parts.toArray(IndexReader[]::new), false);
        current = of.through(all, executor);
        memory = now;
        if (old != null) {
            old.reader().decRef();
        }
        if (before != null && before != now) {
            before.decRef();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (current != null) {
            current.reader().decRef();
        }
        if (memory != null) {
            memory.close();
        }
        writer.close();
    }
}
