package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.index.PaperTexts;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a commit's papers out of which sentences were shown lately: the same papers stand on many pages. Safe to
 * share between threads.
 */
final class ShownTexts {
    /** In all; most of them take a byte each. */
    private static final long MOST_CHARACTERS = 16_000_000;

    private final Cache<Integer, PaperTexts> byDocument = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Integer document, PaperTexts texts) -> texts.length() + 1)
            .executor(Runnable::run)
            .build();

    /** The texts of the paper in a document; null where they were not shown lately. */
    @Nullable
    PaperTexts of(int document) {
        return byDocument.getIfPresent(document);
    }

    void keep(int document, PaperTexts texts) {
        byDocument.put(document, texts);
    }
}
