package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.index.StoredJson;
import org.jspecify.annotations.Nullable;

/** The cards of a commit that were shown lately: the same papers stand on many pages. Safe to share between threads. */
final class Cards {
    /** Some 1 to 5 kB each. */
    private static final int MOST = 2000;

    private final Cache<Integer, StoredJson.Card> byDocument =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    /** The card of a document; null where it was not shown lately. */
    StoredJson.@Nullable Card of(int document) {
        return byDocument.getIfPresent(document);
    }

    void keep(int document, StoredJson.Card card) {
        byDocument.put(document, card);
    }
}
