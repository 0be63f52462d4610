package dev.apatite.web;

import dev.apatite.export.SearchJson;
import dev.apatite.search.Searcher;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be asked for: fields of the query language, filters, and how a beginning may go on. */
final class CatalogueEndpoint {
    private static final int LONGEST = 200;

    private final Searcher searcher;
    private final Json json;

    CatalogueEndpoint(Searcher searcher, Json json) {
        this.searcher = searcher;
        this.json = json;
    }

    void fields(Context context) {
        Parameters.of(context, Set.of());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("searchTermList", Map.of("searchTerms", searcher.fields()));
        answer.put("filters", Parameters.FILTERS);
        json.answer(context, answer);
    }

    void suggest(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("q", "format"));
        if (parameters.text("format", "json").equalsIgnoreCase("opensearch")) {
            // OpenSearch Suggestions 1.1: what was typed, and how it may go on.
            List<String> texts = searcher.suggest(parameters.text("q", " ")).stream()
                    .map(each -> each.text())
                    .distinct()
                    .toList();
            json.answer(context, List.of(parameters.text("q", ""), texts));
            context.contentType("application/x-suggestions+json; charset=utf-8");
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("suggestions", suggestions(parameters.text("q", "")));
        json.answer(context, answer);
    }

    private List<?> suggestions(String beginning) {
        if (beginning.isEmpty() || beginning.length() > LONGEST) {
            return List.of();
        }
        List<Object> all = new ArrayList<>(searcher.suggest(beginning));
        searcher.structuredCompletions(beginning).stream()
                .map(Offers::suggestion)
                .forEach(all::add);
        return all;
    }
}
