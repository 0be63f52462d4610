package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** How high the best document of a commit scores for queries that were asked lately. Safe to share between threads. */
final class Highest {
    private static final int MOST = 5000;

    private final Cache<Query, Float> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** The highest score; 0 where nothing matches. */
    float of(IndexSearcher searcher, Query query) throws IOException {
        Float highest = known.getIfPresent(query);
        if (highest == null) {
            // How many match does not matter.
            ScoreDoc[] best = searcher.search(query, new TopScoreDocCollectorManager(1, 1)).scoreDocs;
            highest = best.length == 0 ? 0 : best[0].score;
            if (!searcher.timedOut()) {
                known.put(query, highest);
            }
        }
        return highest;
    }
}
