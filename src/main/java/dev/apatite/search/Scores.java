package dev.apatite.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The scores of those documents that match. */
    static Map<Integer, Float> of(IndexSearcher searcher, Query query, ScoreDoc[] documents) throws IOException {
        int[] sorted =
                Arrays.stream(documents).mapToInt(each -> each.doc).sorted().toArray();
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Map<Integer, Float> scores = new HashMap<>();
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
                    scores.put(sorted[at], scorer.score());
                }
            }
        }
        return scores;
    }

    /** The highest score of any document; 0 where none matches. */
    static float highest(IndexSearcher searcher, Query query) throws IOException {
        ScoreDoc[] best = searcher.search(query, 1).scoreDocs;
        return best.length == 0 ? 0 : best[0].score;
    }
}
