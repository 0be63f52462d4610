package dev.apatite.web;

import dev.apatite.export.RowFormat;
import dev.apatite.export.RowJson;
import dev.apatite.export.SearchJson;
import dev.apatite.review.Reviews;
import dev.apatite.search.EvidenceResponse;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.PatientRow;
import dev.apatite.search.PatientsResponse;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.search.WorkRow;
import dev.apatite.search.WorksResponse;
import dev.apatite.web.page.Addresses;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Findings, patients and cited works of the papers that a search finds. */
final class RowsEndpoint {
    private static final Set<String> PARAMETERS =
            Parameters.andWording("query", "pageSize", "cursorMark", "sort", "format");

    private final Searcher searcher;
    private final Reviews reviews;
    private final Json json;

    RowsEndpoint(Searcher searcher, Reviews reviews, Json json) {
        this.searcher = searcher;
        this.reviews = reviews;
        this.json = json;
    }

    void evidence(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        Optional<RowFormat> format = format(parameters);
        if (format.isEmpty()) {
            EvidenceResponse response = searcher.evidence(request);
            Map<String, Object> answer = begin(context, request, response.hitCount(), response.nextCursor());
            answer.put(
                    "resultList",
                    Map.of(
                            "result",
                            response.rows().stream()
                                    .map(row -> RowJson.evidence(row, reviews))
                                    .toList()));
            answer.put("facets", response.facets());
            answer.put("summary", response.summary());
            answer.put("suggestion", response.suggestion());
            answer.put("expansions", SearchJson.expansions(response.expansions()));
            json.answer(context, answer);
            return;
        }
        boolean page = paged(parameters);
        List<EvidenceRow> rows =
                searcher.evidence(page ? request : request.withPageSize(0)).rows();
        Streams.<EvidenceRow>send(
                context,
                format.get().mediaType(),
                "evidence." + format.get().code(),
                out -> format.get().evidence(out, reviews),
                each -> {
                    if (page) {
                        rows.forEach(each);
                    } else {
                        searcher.forEachFinding(request.rowsOnly(), each);
                    }
                });
    }

    void patients(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        Optional<RowFormat> format = format(parameters);
        if (format.isEmpty()) {
            PatientsResponse response = searcher.patients(request);
            Map<String, Object> answer = begin(context, request, response.hitCount(), response.nextCursor());
            answer.put(
                    "resultList",
                    Map.of(
                            "result",
                            response.rows().stream().map(RowJson::patient).toList()));
            answer.put("facets", response.facets());
            answer.put("suggestion", response.suggestion());
            answer.put("expansions", SearchJson.expansions(response.expansions()));
            json.answer(context, answer);
            return;
        }
        boolean page = paged(parameters);
        List<PatientRow> rows =
                searcher.patients(page ? request : request.withPageSize(0)).rows();
        Streams.<PatientRow>send(
                context, format.get().mediaType(), "patients." + format.get().code(), format.get()::patients, each -> {
                    if (page) {
                        rows.forEach(each);
                    } else {
                        searcher.forEachPatient(request.rowsOnly(), each);
                    }
                });
    }

    void works(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        if (!parameters.text("format", "json").equalsIgnoreCase("json")) {
            throw new ParameterException("format", "format must be json: works are not exported otherwise");
        }
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        WorksResponse response = searcher.works(request);
        Map<String, Object> answer = begin(context, request, response.hitCount(), response.nextCursor());
        answer.put(
                "resultList",
                Map.of("result", response.rows().stream().map(this::work).toList()));
        json.answer(context, answer);
    }

    private Map<String, Object> work(WorkRow row) {
        Map<String, Object> work = new LinkedHashMap<>();
        json.mapper()
                .convertValue(row.reference(), Map.class)
                .forEach((name, value) -> work.put(String.valueOf(name), value));
        work.remove("label");
        work.put("workId", row.workId());
        work.put("paperId", row.paper() == null ? null : row.paper().id());
        work.put("citedByCount", row.papers());
        work.put("citedBy", row.citedBy().stream().map(SearchJson::card).toList());
        return work;
    }

    private static Map<String, Object> begin(
            Context context, SearchRequest request, long hitCount, @Nullable String nextCursor) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("hitCount", hitCount);
        answer.put("nextCursorMark", nextCursor);
        answer.put(
                "nextPageUrl",
                nextCursor == null
                        ? null
                        : Guard.address(context) + context.path() + Addresses.of(request.withCursor(nextCursor)));
        answer.put("request", SearchJson.request(request, null));
        return answer;
    }

    private static boolean paged(Parameters parameters) {
        return parameters.has("pageSize") || parameters.has("cursorMark");
    }

    private static Optional<RowFormat> format(Parameters parameters) {
        String format = parameters.text("format", "json").toLowerCase(Locale.ROOT);
        if (format.equals("json")) {
            return Optional.empty();
        }
        return Optional.of(RowFormat.of(format)
                .orElseThrow(() ->
                        new ParameterException("format", "format must be json, csv or jsonl, not \"" + format + "\"")));
    }
}
