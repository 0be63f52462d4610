package dev.apatite.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** What the papers of one commit mean: where the vector of each is, of those that have one. */
public final class Meanings {
    private static final int NONE = -1;

    private final IndexSearcher searcher;
    private final Optional<Vectors.Snapshot> vectors;
    private final int[] places;
    private final int papers;
    private final int done;

    /**
     * How far the vectors are.
     *
     * @param done papers whose text has one
     * @param total papers
     */
    public record Progress(int done, int total) {}

    private Meanings(IndexSearcher searcher, Optional<Vectors.Snapshot> vectors) throws IOException {
        this.searcher = searcher;
        this.vectors = vectors;
        places = new int[searcher.getIndexReader().maxDoc()];
        Arrays.fill(places, NONE);
        int all = 0;
        int known = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            SortedDocValues hashes = leaf.reader().getSortedDocValues(Schema.MEANING);
            if (hashes == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = hashes.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = hashes.nextDoc()) {
                if (live == null || live.get(doc)) {
                    all++;
                    OptionalInt place = place(hashes);
                    known += place.isPresent() ? 1 : 0;
                    places[leaf.docBase + doc] = place.orElse(NONE);
                }
            }
        }
        papers = all;
        done = known;
    }

    private OptionalInt place(SortedDocValues hashes) throws IOException {
        return vectors.isEmpty()
                ? OptionalInt.empty()
                : vectors.get().place(hashes.lookupOrd(hashes.ordValue()).utf8ToString());
    }

    /** Those of a view, worked out once for it and for each state of the vectors. */
    public static Meanings of(IndexView view, Vectors vectors) {
        Optional<Vectors.Snapshot> now = vectors.snapshot();
        Meanings last = view.latest(Meanings.class);
        if (last != null && Objects.equals(last.vectors, now)) {
            return last;
        }
        Meanings made = view.forAll(() -> {
            try {
                return new Meanings(view.searcher(), now);
            } catch (IOException e) {
                throw new IndexException("the index cannot be read: " + e.getMessage(), e);
            }
        });
        view.keepLatest(made);
        return made;
    }

    /** How many papers have a vector, and how many there are. */
    public Progress progress() {
        return new Progress(done, papers);
    }

    /** Whether every paper has one, and there are some. */
    public boolean complete() {
        return done == papers && papers > 0;
    }

    /** How near a paper is to a vector; nothing where its own is not known. */
    public Optional<Float> similarity(int document, float[] vector) throws IOException {
        int place = places[document];
        return place == NONE
                ? Optional.empty()
                : Optional.of(vectors.orElseThrow().similarity(vector, place));
    }

    /** The vector of a paper; nothing where it is not known. */
    public Optional<float[]> vector(int document) throws IOException {
        int place = places[document];
        return place == NONE
                ? Optional.empty()
                : Optional.of(vectors.orElseThrow().vector(place));
    }

    /** The papers nearest to a vector, by document, nearest first; of those with one text, by their ids. */
    public List<Integer> nearest(float[] vector, int most) throws IOException {
        List<Integer> documents = new ArrayList<>();
        if (vectors.isEmpty() || vectors.get().size() == 0) {
            return documents;
        }
        for (Vectors.Near near : vectors.get().nearest(vector, most)) {
            documents.addAll(documents(near.hash()));
        }
        return documents;
    }

    private List<Integer> documents(String hash) throws IOException {
        Map<String, Integer> documents = new TreeMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            if (leaf.reader().terms(Schema.MEANING) == null) {
                continue;
            }
            TermsEnum terms =
                    Objects.requireNonNull(leaf.reader().terms(Schema.MEANING)).iterator();
            if (!terms.seekExact(new BytesRef(hash))) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
            SortedDocValues ids = DocValues.getSorted(leaf.reader(), Schema.PAPER);
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if ((live == null || live.get(doc)) && ids.advanceExact(doc)) {
                    documents.put(ids.lookupOrd(ids.ordValue()).utf8ToString(), leaf.docBase + doc);
                }
            }
        }
        return List.copyOf(documents.values());
    }

    /** Ids of papers without a vector, at most so many. */
    List<String> without(int most) throws IOException {
        List<String> ids = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            SortedDocValues hashes = leaf.reader().getSortedDocValues(Schema.MEANING);
            SortedDocValues papersOf = leaf.reader().getSortedDocValues(Schema.PAPER);
            if (hashes == null || papersOf == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = hashes.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS && ids.size() < most;
                    doc = hashes.nextDoc()) {
                if ((live == null || live.get(doc))
                        && places[leaf.docBase + doc] == NONE
                        && papersOf.advanceExact(doc)) {
                    ids.add(papersOf.lookupOrd(papersOf.ordValue()).utf8ToString());
                }
            }
        }
        return ids;
    }
}
