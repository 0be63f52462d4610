package dev.apatite.web.europepmc;

import dev.apatite.search.FieldDescription;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be searched, and how many papers of each kind a query finds. */
final class CatalogueAnswers {
    private static final List<String> SOURCES = List.of("MED", "PMC", Records.OWN);

    private final Searcher searcher;

    CatalogueAnswers(Searcher searcher) {
        this.searcher = searcher;
    }

    Map<String, Object> fields() {
        List<Map<String, Object>> terms = new ArrayList<>();
        for (FieldDescription each : searcher.fields()) {
            Map<String, Object> term = new LinkedHashMap<>();
            term.put("term", each.name());
            term.put("dataSources", SOURCES);
            terms.add(term);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", EuropePmcApi.VERSION);
        answer.put("searchTermList", Map.of("searchTerms", terms));
        return answer;
    }

    Map<String, Object> profile(Asked asked) {
        String query = asked.text("query", "");
        if (query.isEmpty()) {
            throw new Refused(400, "query is missing");
        }
        String plain = Sorting.of(query, "").query();
        boolean synonym = asked.flag("synonym");
        Map<String, Object> profiles = new LinkedHashMap<>();
        List<Map<String, Object>> sources = new ArrayList<>();
        sources.add(named("ALL", count(plain, synonym)));
        SOURCES.forEach(each -> sources.add(named(each, count("(" + plain + ") AND SRC:" + each, synonym))));
        profiles.put("source", sources);
        profiles.put(
                "pubType",
                List.of(
                        named("ALL", count(plain, synonym)),
                        named("FULL TEXT", count("(" + plain + ") AND HAS_FT:y", synonym)),
                        named("OPEN ACCESS", count("(" + plain + ") AND OPEN_ACCESS:y", synonym)),
                        named("REVIEWS", count("(" + plain + ") AND PUB_TYPE:review", synonym)),
                        named("CASE REPORTS", count("(" + plain + ") AND PUB_TYPE:\"case reports\"", synonym))));
        profiles.put("subset", List.of());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", EuropePmcApi.VERSION);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("query", query);
        request.put("synonym", synonym);
        answer.put("request", request);
        answer.put("profileList", profiles);
        return answer;
    }

    private long count(String query, boolean synonym) {
        return searcher.search(SearchRequest.of(query)
                        .withWording(EuropePmcApi.wording(synonym))
                        .withPageSize(0)
                        .rowsOnly())
                .hitCount();
    }

    private static Map<String, Object> named(String name, long count) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", name);
        named.put("count", count);
        return named;
    }
}
