package dev.apatite.index;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The places of a commit of the index on this machine: numbers of its documents. */
final class PlacesOnDisk implements KeyedPlaces {
    private final List<LeafReaderContext> leaves;
    private final Outlines outlines;
    private final StoredPapers stored;
    private final Column[] columns;

    /** The numbers of a segment; read again from its start only where somebody goes back. */
    private static final class Column {
        private @Nullable NumericDocValues values;
        private int last;
    }

    PlacesOnDisk(IndexView view, StoredPapers stored) {
        leaves = view.reader().leaves();
        outlines = new Outlines(view, stored);
        this.stored = stored;
        columns = new Column[leaves.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Column();
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forEach(Term term, IntConsumer each) {
        read(() -> {
            for (LeafReaderContext leaf : leaves) {
                PostingsEnum documents = leaf.reader().postings(term, PostingsEnum.NONE);
                if (documents == null) {
                    continue;
                }
                Bits live = leaf.reader().getLiveDocs();
                for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        each.accept(leaf.docBase + doc);
                    }
                }
            }
            return true;
        });
    }

    @Override
    public void withKey(long key, IntConsumer each) {
        forEach(new Term(Schema.KEY, KeyedPlaces.term(key)), each);
    }

    @Override
    public void named(String work, IntConsumer each) {
        forEach(new Term(Schema.WORK, PaperDocuments.key(work)), each);
        forEach(new Term(Schema.TRIED, PaperDocuments.key(work)), each);
    }

    @Override
    public boolean hasPaper(String id) {
        boolean[] any = {false};
        forEach(new Term(Schema.PAPER, id), document -> any[0] = true);
        return any[0];
    }

    @Override
    public Optional<PaperOutline> outline(String id) {
        int[] last = {-1};
        // A paper stands behind its references.
        forEach(new Term(Schema.PAPER, id), document -> last[0] = document);
        return last[0] < 0 ? Optional.empty() : Optional.of(outline(last[0]));
    }

    private PaperOutline outline(int place) {
        LeafReaderContext leaf = leaf(place);
        return read(() -> outlines.of(leaf.reader(), place - leaf.docBase));
    }

    @Override
    public long number(int place) {
        LeafReaderContext leaf = leaf(place);
        return read(() -> {
            Column column = columns[leaf.ord];
            int document = place - leaf.docBase;
            NumericDocValues values = column.values;
            if (values == null || document < column.last) {
                values = DocValues.getNumeric(leaf.reader(), Schema.CITATION);
                column.values = values;
            }
            column.last = document;
            return values.advanceExact(document) ? values.longValue() : 0;
        });
    }

    @Override
    public String paperId(int place) {
        String id = value(Schema.PAPER, place);
        return id == null ? "" : id;
    }

    @Override
    public @Nullable String work(int place) {
        return value(Schema.WORK, place);
    }

    private @Nullable String value(String field, int place) {
        LeafReaderContext leaf = leaf(place);
        try {
            SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
            return values.advanceExact(place - leaf.docBase)
                    ? values.lookupOrd(values.ordValue()).utf8ToString()
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> tried(int place) {
        LeafReaderContext leaf = leaf(place);
        return read(() -> {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), Schema.TRIED);
            Set<String> tried = new TreeSet<>();
            if (values.advanceExact(place - leaf.docBase)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    tried.add(values.lookupOrd(values.nextOrd()).utf8ToString());
                }
            }
            return new ArrayList<>(tried);
        });
    }

    @Override
    public Reference reference(int place) {
        LeafReaderContext leaf = leaf(place);
        return read(() -> stored.reference(leaf.reader(), place - leaf.docBase));
    }

    @Override
    public Paper paper(int place) {
        LeafReaderContext leaf = leaf(place);
        return read(() -> stored.bare(leaf.reader().storedFields(), place - leaf.docBase));
    }

    private LeafReaderContext leaf(int place) {
        return leaves.get(ReaderUtil.subIndex(place, leaves));
    }
}
