package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.query.QueryNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How papers of one commit were ranked by words lately: the next page, a facet that is opened and the tabs of a search ask
 * for the same ranking again. Safe to share between threads.
 */
final class Rankings {
    /** Papers in all of them, which take 8 bytes each. */
    private static final long MOST_PAPERS = 2_000_000;

    /** A longer query is pasted once. */
    private static final int LONGEST = 300;

    /** All that a ranking by words depends on. */
    private record Asked(String typed, QueryNode tree, Wording wording, Map<String, List<String>> filters) {
        static Asked of(Question question) {
            SearchRequest request = question.request();
            return new Asked(request.query(), question.tree(), request.wording(), request.filters());
        }
    }

    private final Cache<Asked, Ranked> lately = Caffeine.newBuilder()
            .maximumWeight(MOST_PAPERS)
            .weigher((Asked asked, Ranked ranked) ->
                    ranked.query() instanceof Documents found ? 100 + found.size() : 100)
            .executor(Runnable::run)
            .build();

    @Nullable
    Ranked of(Question question) {
        return lately.getIfPresent(Asked.of(question));
    }

    void keep(Question question, Ranked ranked) {
        if (question.request().query().length() <= LONGEST) {
            lately.put(Asked.of(question), ranked);
        }
    }
}
