package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.IndexView;
import dev.apatite.index.PapersInMemory;
import dev.apatite.paper.Paper;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.IndexReader;

/**
 * Papers that a cluster found, fetched and set up in memory, so that they are highlighted by what highlights those of this
 * machine. Lately fetched ones are kept. Safe to share between threads.
 */
final class FoundPapers {
    /** Some 200 kB each. */
    private static final int MOST_KEPT = 300;

    private final PapersInMemory inMemory;
    private final Cache<Place, IndexReader> lately =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    private record Place(String state, String paper) {}

    /**
     * Papers in memory.
     *
     * @param documents the number of each paper's own document by its id
     */
    record Found(IndexView view, Map<String, Integer> documents) {
        /** The document of a paper that is there. */
        int document(String id) {
            return Objects.requireNonNull(documents.get(id));
        }
    }

    FoundPapers(Vocabulary vocabulary) {
        inMemory = new PapersInMemory(vocabulary);
    }

    /** Papers by their ids; one that is not there is left out. */
    Found of(RemoteSnapshot snapshot, List<String> ids) throws IOException {
        Map<String, IndexReader> readers = new LinkedHashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        for (String id : ids) {
            IndexReader known = lately.getIfPresent(new Place(snapshot.state(), id));
            if (known == null) {
                missing.add(id);
            } else {
                readers.put(id, known);
            }
        }
        for (Map.Entry<String, Paper> each : snapshot.papers(missing).entrySet()) {
            IndexReader reader = inMemory.of(each.getValue());
            readers.put(each.getKey(), reader);
            lately.put(new Place(snapshot.state(), each.getKey()), reader);
        }
        Map<String, Integer> documents = new LinkedHashMap<>();
        List<IndexReader> all = new ArrayList<>();
        int behind = 0;
        for (Map.Entry<String, IndexReader> each : readers.entrySet()) {
            behind += each.getValue().maxDoc();
            documents.put(each.getKey(), behind - 1);
            all.add(each.getValue());
        }
        return new Found(PapersInMemory.together(snapshot.state(), snapshot.said(), all), documents);
    }
}
