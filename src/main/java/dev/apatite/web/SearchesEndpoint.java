package dev.apatite.web;

import dev.apatite.export.SearchFeed;
import dev.apatite.export.SearchJson;
import dev.apatite.review.SavedSearch;
import dev.apatite.review.SavedSearches;
import dev.apatite.search.PaperCard;
import dev.apatite.search.SavedRequests;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.Frame;
import dev.apatite.web.page.SearchAddresses;
import dev.apatite.web.page.SearchState;
import dev.apatite.web.page.SearchesPage;
import dev.apatite.web.page.View;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
    private static final int MOST_OF_A_ROW = 10;

    private final Searcher searcher;
    private final SavedSearches searches;
    private final Json json;
    private final SearchRuns runs;
    private final Templates templates;
    private final Frame.AssetAddresses assets;

    SearchesEndpoint(
            Searcher searcher, SavedSearches searches, Json json, Templates templates, Frame.AssetAddresses assets) {
        this.searcher = searcher;
        this.searches = searches;
        this.json = json;
        this.templates = templates;
        this.assets = assets;
        runs = new SearchRuns(searcher, searches, Clock.systemUTC());
    }

    /** The page of the saved searches. */
    void page(Context context) {
        Parameters.of(context, Set.of());
        List<SearchesPage.Row> rows = new ArrayList<>();
        for (SavedSearch each : searches.all()) {
            SavedSearch search = runs.anew(each);
            List<String> fresh =
                    search.papers().keySet().stream().filter(search::isNew).toList();
            List<PaperCard> cards = fresh.reversed().stream()
                    .limit(MOST_OF_A_ROW)
                    .flatMap(id -> searcher.paper(id).map(PaperCard::of).stream())
                    .toList();
            SearchState state = new SearchState(
                    View.PAPERS, SearchRequest.of(search.query()).withFilters(search.filters()));
            rows.add(new SearchesPage.Row(
                    search.name(),
                    state,
                    search.time(),
                    search.papers().size(),
                    fresh.size(),
                    cards,
                    address("", search)));
        }
        Frame frame = new Frame("Saved searches \u2013 Apatite", SearchState.of(View.PAPERS), null, assets, 0);
        context.header("Cache-Control", "no-store");
        templates.send(context, "searches", new SearchesPage(frame, rows, searches.notices()));
    }

    /** Saves or removes a search by the form of a page, and shows them all. */
    void keep(Context context) {
        kept(context);
        context.redirect("/searches", HttpStatus.SEE_OTHER);
    }

    void list(Context context) {
        Parameters.of(context, Set.of());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SavedSearch each : searches.all()) {
            rows.add(row(context, runs.anew(each)));
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
        json.answer(context, kept(context));
    }

    private Map<String, Object> kept(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("name", "query", "remove"));
        String name = parameters.text("name", "");
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,79}")) {
            throw new ParameterException(
                    "name", "name must be 1 to 80 letters, digits, spaces, points, hyphens or underscores");
        }
        if (parameters.flag("remove", false)) {
            if (!searches.remove(name, runs.now())) {
                throw none(name);
            }
            return Map.of("name", name, "removed", true);
        }
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        return row(
                context,
                searches.save(
                        name,
                        request.query(),
                        request.filters(),
                        runs.papers(request.query(), request.filters()),
                        runs.now()));
    }

    /** The papers that a search found, the newest found first. */
    void feed(Context context) {
        Parameters.of(context, Set.of());
        String name = context.pathParam("name");
        SavedSearch search = runs.anew(searches.of(name).orElseThrow(() -> none(name)));
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
        TaggedAnswers.send(context, SearchFeed.MEDIA_TYPE + "; charset=utf-8", feed.getBytes(StandardCharsets.UTF_8));
    }

    private static NotFound none(String name) {
        return new NotFound("there is no saved search " + name);
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
                        + SearchAddresses.of(SavedRequests.of(search.query(), search.filters())
                                .withPageSize(SearchRequest.DEFAULT_PAGE_SIZE)));
        row.put("feed", address(server, search));
        return row;
    }

    private static String address(String server, SavedSearch search) {
        return server + "/api/v1/searches/" + SearchAddresses.encoded(search.name()) + "/feed";
    }
}
