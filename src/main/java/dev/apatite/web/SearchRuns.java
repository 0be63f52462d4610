package dev.apatite.web;

import dev.apatite.review.SavedSearch;
import dev.apatite.review.SavedSearches;
import dev.apatite.search.Hit;
import dev.apatite.search.PaperCard;
import dev.apatite.search.SavedRequests;
import dev.apatite.search.Searcher;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs saved searches and notes which papers they find that they did not find before. */
public final class SearchRuns {
    private static final Logger LOG = LoggerFactory.getLogger(SearchRuns.class);

    private final Searcher searcher;
    private final SavedSearches searches;
    private final Clock clock;

    /** Both stay the caller's. */
    public SearchRuns(Searcher searcher, SavedSearches searches, Clock clock) {
        this.searcher = searcher;
        this.searches = searches;
        this.clock = clock;
    }

    /**
     * The newest papers that have all that is asked for, by id.
     *
     * @throws dev.apatite.search.BadRequest where it cannot be run
     */
    public List<String> papers(String query, Map<String, List<String>> filters) {
        return searcher.search(SavedRequests.of(query, filters)).hits().stream()
                .map(Hit::paper)
                .map(PaperCard::id)
                .toList();
    }

    /** Runs a search anew. */
    public SavedSearch anew(SavedSearch search) {
        return searches.found(search, papers(search.query(), search.filters()), now());
    }

    /** The time as saved searches keep it. */
    public String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /**
     * Runs all of them whenever it is called after papers came or went.
     *
     * @param commit names the state of the papers; empty where there is none yet
     */
    public Runnable afterChanges(Supplier<String> commit) {
        return new Runnable() {
            private String last = "";

            @Override
            public void run() {
                try {
                    String now = commit.get();
                    if (!now.isEmpty() && !now.equals(last)) {
                        last = now;
                        searches.all().forEach(SearchRuns.this::quietly);
                    }
                } catch (RuntimeException e) {
                    LOG.warn(
                            "searches=failed reason=\"{}\"",
                            String.valueOf(e.getMessage()).replace('"', '\''));
                }
            }
        };
    }

    /** One that cannot be run any more keeps no other from being run. */
    private void quietly(SavedSearch search) {
        try {
            anew(search);
        } catch (RuntimeException e) {
            LOG.warn(
                    "search=\"{}\" failed reason=\"{}\"",
                    search.name(),
                    String.valueOf(e.getMessage()).replace('"', '\''));
        }
    }
}
