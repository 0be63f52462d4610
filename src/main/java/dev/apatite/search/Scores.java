package dev.apatite.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Scores a query for some documents only. */
final class Scores {
    private Scores() {}

    private interface Found {
        void take(int document, Scorer scorer) throws IOException;
    }

    /** The scores of those documents that match. */
    static Map<Integer, Float> of(IndexSearcher searcher, Query query, ScoreDoc[] documents) throws IOException {
        Map<Integer, Float> scores = HashMap.newHashMap(documents.length);
        find(
                searcher,
                query,
                ScoreMode.COMPLETE,
                documents,
                (document, scorer) -> scores.put(document, scorer.score()));
        return scores;
    }

    /** Those documents that match. */
    static Set<Integer> matching(IndexSearcher searcher, Query query, ScoreDoc[] documents) throws IOException {
        Set<Integer> matching = HashSet.newHashSet(documents.length);
        find(searcher, query, ScoreMode.COMPLETE_NO_SCORES, documents, (document, scorer) -> matching.add(document));
        return matching;
    }

    private static void find(IndexSearcher searcher, Query query, ScoreMode mode, ScoreDoc[] documents, Found found)
            throws IOException {
        int[] sorted =
                Arrays.stream(documents).mapToInt(each -> each.doc).sorted().toArray();
        Weight weight = searcher.createWeight(searcher.rewrite(query), mode, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int at = 0;
        while (at < sorted.length) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(sorted[at], leaves));
            Scorer scorer = weight.scorer(leaf);
            int end = leaf.docBase + leaf.reader().maxDoc();
            for (; at < sorted.length && sorted[at] < end; at++) {
                int document = sorted[at] - leaf.docBase;
                if (scorer != null
                        && (scorer.docID() == document
                                || (scorer.docID() < document
                                        && scorer.iterator().advance(document) == document))) {
                    found.take(sorted[at], scorer);
                }
            }
        }
    }
}
