package dev.apatite.web.europepmc;

import dev.apatite.search.Hit;
import dev.apatite.search.PaperEntry;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.Searcher;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers to searches. */
final class SearchAnswers {
    /** Begins the cursor behind the last row; what follows is the cursor of the page that held it. */
    private static final String END = "end-";

    /** Rows that a numbered page may lie behind; farther only cursors lead, which cost the same at any depth. */
    private static final int DEEPEST = 10_000;

    private final Searcher searcher;

    SearchAnswers(Searcher searcher) {
        this.searcher = searcher;
    }

    Map<String, Object> answer(Asked asked, String server, String path) {
        String typed = asked.text("query", "");
        if (typed.isEmpty()) {
            throw new Refused(400, "query is missing");
        }
        Sorting sorting = Sorting.of(typed, asked.text("sort", ""));
        int size = asked.pageSize();
        Detail detail = asked.detail(Detail.LITE);
        boolean synonym = asked.flag("synonym");
        String cursor = asked.text("cursormark", SearchRequest.FIRST_PAGE);
        if (cursor.equals(SearchRequest.FIRST_PAGE)) {
            cursor = behind(sorting, synonym, (asked.page() - 1L) * size);
        }
        boolean ended = cursor.startsWith(END);
        SearchResponse response =
                searcher.search(request(sorting, synonym, ended ? 0 : size, ended ? SearchRequest.FIRST_PAGE : cursor));
        String following = response.nextCursor();
        String next = response.hits().isEmpty() ? cursor : following == null ? END + cursor : following;

        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", EuropePmcApi.VERSION);
        answer.put("hitCount", response.hitCount());
        answer.put("nextCursorMark", next);
        if (following != null) {
            answer.put("nextPageUrl", nextPage(asked, server + path, next));
        }
        answer.put("request", echo(asked, typed, cursor, size, detail));
        answer.put("resultList", Map.of("result", records(response.hits(), new Records(server), detail)));
        return answer;
    }

    /** The cursor behind so many rows, for clients that number their pages as they did before there were cursors. */
    private String behind(Sorting sorting, boolean synonym, long rows) {
        if (rows > DEEPEST) {
            throw new Refused(
                    400, "page leads behind more than " + DEEPEST + " rows; walk by cursorMark and nextCursorMark");
        }
        String cursor = SearchRequest.FIRST_PAGE;
        for (long left = rows; left > 0; ) {
            int step = (int) Math.min(left, SearchRequest.LARGEST_PAGE);
            String following =
                    searcher.search(request(sorting, synonym, step, cursor)).nextCursor();
            if (following == null) {
                return END + cursor;
            }
            cursor = following;
            left -= step;
        }
        return cursor;
    }

    private static SearchRequest request(Sorting sorting, boolean synonym, int size, String cursor) {
        return SearchRequest.of(sorting.query())
                .withWording(EuropePmcApi.wording(synonym))
                .withSort(sorting.sort())
                .withPageSize(size)
                .withCursor(cursor)
                .rowsOnly();
    }

    private List<Map<String, Object>> records(List<Hit> hits, Records records, Detail detail) {
        return switch (detail) {
            case IDLIST -> hits.stream().map(hit -> records.ids(hit.paper())).toList();
            case LITE -> {
                Map<String, Integer> citedBy = new HashMap<>();
                hits.forEach(hit -> citedBy.put(hit.paper().id(), hit.citedBy()));
                yield searcher
                        .entries(hits.stream().map(hit -> hit.paper().id()).toList())
                        .stream()
                        .map(entry -> records.record(
                                entry,
                                Objects.requireNonNull(citedBy.get(entry.bare().id())),
                                detail))
                        .toList();
            }
            case CORE ->
                hits.stream()
                        .flatMap(hit -> searcher.paper(hit.paper().id()).stream()
                                .map(paper -> records.record(PaperEntry.of(paper), hit.citedBy(), detail)))
                        .toList();
        };
    }

    private static Map<String, Object> echo(Asked asked, String query, String cursor, int size, Detail detail) {
        Map<String, Object> echo = new LinkedHashMap<>();
        echo.put("queryString", query);
        echo.put("resultType", detail.code());
        echo.put("cursorMark", cursor);
        echo.put("pageSize", size);
        echo.put("sort", asked.text("sort", ""));
        echo.put("synonym", asked.flag("synonym"));
        return echo;
    }

    private static String nextPage(Asked asked, String address, String cursor) {
        StringBuilder next = new StringBuilder(address);
        char between = '?';
        for (String name : List.of("query", "resultType", "pageSize", "sort", "synonym", "format")) {
            String value = asked.text(name.toLowerCase(java.util.Locale.ROOT), "");
            if (!value.isEmpty()) {
                next.append(between).append(name).append('=').append(encoded(value));
                between = '&';
            }
        }
        return next.append(between)
                .append("cursorMark=")
                .append(encoded(cursor))
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
