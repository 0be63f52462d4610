package dev.apatite.web;

import dev.apatite.export.SearchFeed;
import dev.apatite.export.SearchJson;
import dev.apatite.review.SavedSearch;
import dev.apatite.review.SavedSearches;
import dev.apatite.search.Hit;
import dev.apatite.search.PaperCard;
import dev.apatite.search.SavedRequests;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.Addresses;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Saved searches, what is new in each, and a feed of each. They are run anew whenever they are looked at. */
final class SearchesEndpoint {
    private static final int MOST_OF_A_FEED = 100;

    private final Searcher searcher;
    private final SavedSearches searches;
    private final Json json;
    private final Clock clock;

    SearchesEndpoint(Searcher searcher, SavedSearches searches, Json json, Clock clock) {
        this.searcher = searcher;
        this.searches = searches;
        this.json = json;
        this.clock = clock;
    }

    void list(Context context) {
        Parameters.of(context, Set.of());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SavedSearch each : searches.all()) {
            rows.add(row(context, anew(each)));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("hitCount", rows.size());
        answer.put("notices", searches.notices());
        answer.put("resultList", Map.of("result", rows));
        json.answer(context, answer);
    }

    /** Saves a search, or removes the one of this name. */
    void save(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("name", "query", "remove"));
        String name = parameters.text("name", "");
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,79}")) {
            throw new ParameterException(
                    "name", "name must be 1 to 80 letters, digits, spaces, points, hyphens or underscores");
        }
        if (parameters.flag("remove", false)) {
            if (!searches.remove(name, now())) {
                throw none(name);
            }
            json.answer(context, Map.of("name", name, "removed", true));
            return;
        }
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        SavedSearch saved =
                searches.save(name, request.query(), request.filters(), ids(request.query(), request.filters()), now());
        json.answer(context, row(context, saved));
    }

    /** The papers that a search found, the newest found first. */
    void feed(Context context) {
        Parameters.of(context, Set.of());
        String name = context.pathParam("name");
        SavedSearch search = anew(searches.of(name).orElseThrow(() -> none(name)));
        List<Map.Entry<String, String>> found = new ArrayList<>(search.papers().entrySet());
        Collections.reverse(found);
        List<SearchFeed.Entry> entries = found.stream()
                .limit(MOST_OF_A_FEED)
                .flatMap(each -> Optional.ofNullable(each)
                        .flatMap(entry -> searcher.paper(entry.getKey()))
                        .map(paper -> new SearchFeed.Entry(PaperCard.of(paper), each.getValue()))
                        .stream())
                .toList();
        String server = Guard.address(context);
        String updated = found.isEmpty() ? search.time() : found.getFirst().getValue();
        String feed = SearchFeed.of(
                new SearchFeed.Head("Apatite: " + search.name(), address(server, search), server, updated), entries);
        Answers.send(context, SearchFeed.MEDIA_TYPE + "; charset=utf-8", feed.getBytes(StandardCharsets.UTF_8));
    }

    private static NotFound none(String name) {
        return new NotFound("there is no saved search " + name);
    }

    private SavedSearch anew(SavedSearch search) {
        return searches.found(search, ids(search.query(), search.filters()), now());
    }

    /** The newest papers that have all that is asked for. */
    private List<String> ids(String query, Map<String, List<String>> filters) {
        SearchRequest request = SavedRequests.of(query, filters);
        return searcher.search(request).hits().stream()
                .map(Hit::paper)
                .map(PaperCard::id)
                .toList();
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Map<String, Object> row(Context context, SavedSearch search) {
        String server = Guard.address(context);
        List<String> fresh =
                search.papers().keySet().stream().filter(search::isNew).toList();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", search.name());
        row.put("query", search.query());
        row.put("filters", search.filters());
        row.put("time", search.time());
        row.put("hitCount", search.papers().size());
        row.put("newCount", fresh.size());
        row.put("newPapers", fresh);
        row.put(
                "url",
                server + "/api/v1/search"
                        + Addresses.of(SavedRequests.of(search.query(), search.filters())
                                .withPageSize(SearchRequest.DEFAULT_PAGE_SIZE)));
        row.put("feed", address(server, search));
        return row;
    }

    private static String address(String server, SavedSearch search) {
        return server + "/api/v1/searches/" + Addresses.encoded(search.name()) + "/feed";
    }
}
