package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.index.Gist;
import dev.apatite.index.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** What papers of one commit are about, read from the index. Safe to share between threads. */
final class Gists {
    /** Some 5 kB each. */
    private static final int MOST = 2000;

    private final Cache<Integer, Gist> lately =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** The gist of the paper in a document; empty where there is none. */
    Gist of(IndexSearcher searcher, int document) throws IOException {
        Gist known = lately.getIfPresent(document);
        if (known == null) {
            known = read(searcher, document);
            lately.put(document, known);
        }
        return known;
    }

    private static Gist read(IndexSearcher searcher, int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues gists = leaf.reader().getBinaryDocValues(Schema.GIST);
        if (gists == null || !gists.advanceExact(document - leaf.docBase)) {
            return new Gist(Map.of());
        }
        BytesRef bytes = gists.binaryValue();
        return Gist.read(bytes.bytes, bytes.offset, bytes.length);
    }
}
