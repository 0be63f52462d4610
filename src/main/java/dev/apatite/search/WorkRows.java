package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import org.apache.lucene.search.Query;

/** The rows of works that were shown lately; the most cited ones are asked for most. Safe to share between threads. */
final class WorkRows {
    /** Some 30 kB each where many papers cite them. */
    private static final int MOST = 200;

    private record Asked(Query references, String work) {}

    /** Makes a row. */
    interface Making {
        WorkRow make() throws IOException;
    }

    private final Cache<Asked, WorkRow> lately =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** The row of a work that these references cite. */
    WorkRow of(Query references, String work, Making making) throws IOException {
        Asked asked = new Asked(references, work);
        WorkRow row = lately.getIfPresent(asked);
        if (row == null) {
            row = making.make();
            lately.put(asked, row);
        }
        return row;
    }
}
