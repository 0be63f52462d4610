package dev.apatite.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;

/** A query that stands for another, which depends on what the papers of the state that is searched say. */
public abstract class LookedUpQuery extends Query {
    /** What papers of one state say. */
    public interface Lookup {
        /**
         * Of some documents that match the values of some fields, each of which has one exact value at most.
         *
         * @param most how many documents are shown
         */
        List<Map<String, String>> values(Query query, List<String> fields, int most) throws IOException;
    }

    /** The query that this one stands for. */
    public abstract Query found(Lookup lookup) throws IOException;

    @Override
    public final Query rewrite(IndexSearcher searcher) throws IOException {
        return found((query, fields, most) -> values(searcher, query, fields, most));
    }

    private static List<Map<String, String>> values(IndexSearcher searcher, Query query, List<String> fields, int most)
            throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<Map<String, String>> found = new ArrayList<>();
        for (ScoreDoc each : searcher.search(query, most).scoreDocs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(each.doc, leaves));
            Map<String, String> values = new HashMap<>();
            for (String field : fields) {
                SortedDocValues column = DocValues.getSorted(leaf.reader(), field);
                if (column.advanceExact(each.doc - leaf.docBase)) {
                    values.put(field, column.lookupOrd(column.ordValue()).utf8ToString());
                }
            }
            found.add(values);
        }
        return found;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }
}
