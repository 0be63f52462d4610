package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/** What counting in one field of one commit needs, and what was counted there lately. */
final class FacetIndex {
    private static final int MOST_COUNTED = 1000;

    /** Facets that were counted for what a search asks. */
    record Question(
            Query asked, Map<String, Query> choices, Map<String, String> facets, Map<String, List<String>> selected) {}

    /** How many rows there were, and their facets. */
    record Counted(long hits, Map<String, List<FacetValue>> facets) {}

    private final FacetColumns columns;
    private final FacetDictionary.Snapshot dictionary;
    private final Cache<Question, Counted> lately = Caffeine.newBuilder()
            .maximumSize(MOST_COUNTED)
            .executor(Runnable::run)
            .build();
    private final int[] background;

    FacetIndex(FacetDictionary known, IndexSearcher searcher) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        FacetDictionary.Segment[] segments = new FacetDictionary.Segment[leaves.size()];
        FixedBitSet[] counted = new FixedBitSet[leaves.size()];
        for (LeafReaderContext leaf : leaves) {
            segments[leaf.ord] = known.segment(leaf.reader());
            counted[leaf.ord] = segments[leaf.ord].having(leaf.reader().getLiveDocs());
        }
        dictionary = known.snapshot();
        columns = new FacetColumns(segments, counted, dictionary.values().length);
        background = columns.all();
    }

    /** Of an index that counts elsewhere: {@link FacetNodes}. */
    FacetIndex(FacetDictionary.Snapshot dictionary, int[] background) {
        columns = new FacetColumns(new FacetDictionary.Segment[0], new FixedBitSet[0], 0);
        this.dictionary = dictionary;
        this.background = background;
    }

    FacetDictionary.Snapshot dictionary() {
        return dictionary;
    }

    Cache<Question, Counted> lately() {
        return lately;
    }

    /** Counts what a search collects. */
    FacetCounts counting() {
        return new FacetCounts(columns);
    }

    /** The counts of the whole commit. */
    int[] background() {
        return background;
    }
}
