package dev.apatite.search;

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

/** What papers are about, read from the index. */
final class Gists {
    private Gists() {}

    /** The gist of the paper in a document; empty where there is none. */
    static Gist of(IndexSearcher searcher, int document) throws IOException {
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
