package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.index.Schema;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** In how many papers of a commit words stand, of those that were asked for lately. Safe to share between threads. */
final class Frequencies {
    private static final int MOST = 20_000;

    private final Cache<String, Integer> known =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** How many papers have a term of {@link Schema#ALL}. */
    int of(IndexReader reader, String term) throws IOException {
        Integer frequency = known.getIfPresent(term);
        if (frequency == null) {
            frequency = reader.docFreq(new Term(Schema.ALL, term));
            known.put(term, frequency);
        }
        return frequency;
    }
}
