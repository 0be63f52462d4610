package dev.apatite.web;

import dev.apatite.export.PaperFormat;
import dev.apatite.export.ReferencePapers;
import dev.apatite.export.RowFormat;
import dev.apatite.export.RowJson;
import dev.apatite.export.SearchJson;
import dev.apatite.paper.Paper;
import dev.apatite.review.Reviews;
import dev.apatite.search.AllEvidence;
import dev.apatite.search.EvidenceResponse;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.PatientRow;
import dev.apatite.search.PatientsResponse;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.search.SentencesResponse;
import dev.apatite.search.WorkDetail;
import dev.apatite.search.WorkRow;
import dev.apatite.search.WorksResponse;
import dev.apatite.web.page.SearchAddresses;
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
            Parameters.andWording("query", "pageSize", "cursorMark", "sort", "format", "bom");

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
        Optional<RowFormat> format = format(context, parameters);
        if (format.isPresent() && format.get() == RowFormat.PHENOPACKETS) {
            throw new ParameterException("format", "format must be json, csv or jsonl: phenopackets are of patients");
        }
        if (format.isEmpty()) {
            AllEvidence all = searcher.allEvidence(request);
            EvidenceResponse response = all.response();
            Map<String, Object> answer = begin(context, request, response.hitCount(), response.nextCursor());
            answer.put(
                    "resultList",
                    Map.of(
                            "result",
                            response.rows().stream()
                                    .map(row -> RowJson.evidence(row, reviews))
                                    .toList()));
            answer.put("facets", response.facets());
            answer.put("unsure", all.unsure());
            answer.put("share", response.share());
            answer.put("summary", response.summary());
            answer.put("suggestion", response.suggestion());
            answer.put("expansions", SearchJson.expansions(response.expansions()));
            json.answer(context, answer);
            return;
        }
        boolean page = paged(parameters);
        Streams.withMark(context, parameters.flag("bom", false), format.get().mediaType());
        List<EvidenceRow> rows = page ? searcher.allEvidence(request).response().rows() : List.of();
        if (!page) {
            refuseTooMany(request);
        }
        Streams.<EvidenceRow>send(
                context,
                format.get().mediaType(),
                "evidence." + format.get().extension(),
                out -> format.get().evidence(out, reviews),
                each -> {
                    if (page) {
                        rows.forEach(each);
                    } else {
                        searcher.forEachOfAllFindings(request.rowsOnly(), Searcher.MOST_READ_ANEW, each);
                    }
                });
    }

    /** What is refused is refused before the first row is sent. */
    private void refuseTooMany(SearchRequest request) {
        AllEvidence.Unsure unsure =
                searcher.allEvidence(request.rowsOnly().withPageSize(0)).unsure();
        if (unsure != null && !unsure.included()) {
            throw new ParameterException(
                    "minConfidence",
                    "findings that are not kept are worked out of " + unsure.most() + " papers at most, and the search"
                            + " finds " + unsure.papers()
                            + "; narrow it, leave minConfidence out, or use \"apatite evidence\"");
        }
    }

    void patients(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        Optional<RowFormat> format = format(context, parameters);
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
        Streams.withMark(context, parameters.flag("bom", false), format.get().mediaType());
        List<PatientRow> rows =
                searcher.patients(page ? request : request.withPageSize(0)).rows();
        Streams.<PatientRow>send(
                context,
                format.get().mediaType(),
                "patients." + format.get().extension(),
                out -> format.get().patients(out, searcher.concepts()),
                each -> {
                    if (page) {
                        rows.forEach(each);
                    } else {
                        searcher.forEachPatient(request.rowsOnly(), each);
                    }
                });
    }

    void sentences(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        if (!parameters.text("format", "json").equalsIgnoreCase("json")) {
            throw new ParameterException("format", "format must be json: sentences are not exported otherwise");
        }
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        SentencesResponse response = searcher.sentences(request);
        Map<String, Object> answer = begin(context, request, response.hitCount(), response.nextCursor());
        answer.put("papers", response.papers());
        answer.put("papersRead", response.papersRead());
        answer.put(
                "resultList",
                Map.of(
                        "result",
                        response.rows().stream().map(SearchJson::sentence).toList()));
        answer.put("expansions", SearchJson.expansions(response.expansions()));
        json.answer(context, answer);
    }

    void works(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        String format = parameters.text("format", "json").toLowerCase(Locale.ROOT);
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        if (!format.equals("json")) {
            exportWorks(context, parameters, request, format);
            return;
        }
        WorksResponse response = searcher.works(request);
        Map<String, Object> answer = begin(context, request, response.hitCount(), response.nextCursor());
        answer.put(
                "resultList",
                Map.of("result", response.rows().stream().map(this::work).toList()));
        answer.put("allWords", response.allWords());
        json.answer(context, answer);
    }

    /** One cited work with the sentences that cite it. */
    void work(Context context) {
        Parameters.of(context, Set.of());
        String id = context.pathParam("id");
        WorkDetail detail = searcher.work(id).orElseThrow(() -> NotFound.work(id));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("work", work(detail.work()));
        answer.put(
                "citing",
                detail.citing().stream()
                        .map(each -> Map.of(
                                "paper", SearchJson.card(each.paper()),
                                "sentences",
                                        each.sentences().stream()
                                                .map(SearchJson::quoted)
                                                .toList()))
                        .toList());
        json.answer(context, answer);
    }

    /** One page where a page is asked for, else all works. */
    private void exportWorks(Context context, Parameters parameters, SearchRequest request, String format) {
        PaperFormat chosen = PaperFormat.of(format)
                .orElseThrow(() -> new ParameterException(
                        "format", "format must be json, " + PaperFormat.codes() + ", not \"" + format + "\""));
        SearchRequest asked = paged(parameters) ? request : request.withPageSize(SearchRequest.LARGEST_PAGE);
        WorksResponse first = searcher.works(asked);
        Streams.withMark(context, parameters.flag("bom", false), chosen.mediaType());
        Streams.<Paper>send(
                context,
                chosen.mediaType(),
                "works." + chosen.extension(),
                out -> chosen.to(out, searcher.concepts()),
                each -> {
                    WorksResponse page = first;
                    while (true) {
                        page.rows().stream()
                                .map(WorkRow::reference)
                                .map(ReferencePapers::of)
                                .forEach(each);
                        if (paged(parameters) || page.nextCursor() == null) {
                            return;
                        }
                        page = searcher.works(asked.withCursor(page.nextCursor()));
                    }
                });
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
                        : Guard.address(context) + context.path() + SearchAddresses.of(request.withCursor(nextCursor)));
        answer.put("request", SearchJson.request(request, null));
        return answer;
    }

    private static boolean paged(Parameters parameters) {
        return parameters.has("pageSize") || parameters.has("cursorMark");
    }

    private static Optional<RowFormat> format(Context context, Parameters parameters) {
        String format = Wanted.format(context, parameters, List.of("csv", "jsonl"));
        if (format.equals("json")) {
            return Optional.empty();
        }
        return Optional.of(RowFormat.of(format)
                .orElseThrow(() -> new ParameterException(
                        "format",
                        "format must be json, csv, jsonl or, of patients, phenopackets, not \"" + format + "\"")));
    }
}
