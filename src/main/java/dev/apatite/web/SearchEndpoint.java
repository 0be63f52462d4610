package dev.apatite.web;

import dev.apatite.export.PaperFormat;
import dev.apatite.export.SearchJson;
import dev.apatite.export.SearchJson.ResultType;
import dev.apatite.export.TrecRun;
import dev.apatite.paper.Paper;
import dev.apatite.search.Hit;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.SearchAddresses;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches, at the API's own path and at Europe PMC's. */
final class SearchEndpoint {
    private static final Set<String> PARAMETERS = Parameters.andWording(
            "query", "resultType", "pageSize", "cursorMark", "sort", "format", "email", "callback", "bom", "topic");

    private static final String TREC = "trec";

    private final Searcher searcher;
    private final Json json;

    SearchEndpoint(Searcher searcher, Json json) {
        this.searcher = searcher;
        this.json = json;
    }

    void search(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        if (parameters.has("callback")) {
            throw new ParameterException("callback", "callback is not supported: answers are JSON, never scripts");
        }
        ResultType type = resultType(parameters.text("resultType", "lite"));
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        String format = Wanted.format(context, parameters, List.of("ris", "bibtex", "csl-json", "csv", "jsonl"));
        if (format.equals("json")) {
            SearchResponse response =
                    searcher.search(type == ResultType.IDLIST ? request.withoutHighlights() : request);
            Map<String, Object> answer =
                    SearchJson.answer(request, response, type, next(context, parameters, request, response));
            answer.put(
                    "structured",
                    searcher.structured(request).stream()
                            .map(each -> Offers.json(each, Guard.address(context)))
                            .toList());
            answer.put(
                    "citedWorks",
                    searcher.citedWorks(request).stream()
                            .map(each -> Offers.work(each, Guard.address(context)))
                            .toList());
            json.answer(context, answer);
        } else {
            export(context, request, format, parameters);
        }
    }

    /** One page where a page is asked for, else all hits. */
    private void export(Context context, SearchRequest request, String format, Parameters parameters) {
        if (format.equals(TREC)) {
            run(context, request, parameters);
            return;
        }
        PaperFormat papers = PaperFormat.of(format)
                .orElseThrow(() -> new ParameterException(
                        "format",
                        "format must be json, " + PaperFormat.codes() + " or " + TREC + ", not \"" + format + "\""));
        Streams.withMark(context, parameters.flag("bom", false), papers.mediaType());
        boolean page = parameters.has("pageSize") || parameters.has("cursorMark");
        SearchResponse first =
                searcher.search(page ? request.rowsOnly() : request.rowsOnly().withPageSize(0));
        if (page && first.nextCursor() != null) {
            context.header(
                    "Link",
                    "<" + context.path() + SearchAddresses.of(request.withCursor(first.nextCursor())) + "&format="
                            + format + ">; rel=\"next\"");
        }
        Streams.<Paper>send(
                context,
                papers.mediaType(),
                "apatite." + papers.extension(),
                out -> papers.to(out, searcher.concepts()),
                each -> {
                    if (page) {
                        first.hits().stream()
                                .map(Hit::paper)
                                .map(card -> searcher.paper(card.id()))
                                .flatMap(Optional::stream)
                                .forEach(each);
                    } else {
                        searcher.forEachPaper(request.rowsOnly(), each);
                    }
                });
    }

    /** The first thousand hits, or the page that is asked for, as evaluators of ranking read them. */
    private void run(Context context, SearchRequest request, Parameters parameters) {
        String topic = parameters.text("topic", "1");
        if (topic.chars().anyMatch(Character::isWhitespace)) {
            throw new ParameterException("topic", "topic must be a word");
        }
        SearchRequest asked = parameters.has("pageSize") ? request : request.withPageSize(SearchRequest.LARGEST_PAGE);
        StringBuilder out = new StringBuilder();
        try {
            TrecRun.write(out, topic, searcher.search(asked.rowsOnly()).hits());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TaggedAnswers.send(
                context, TrecRun.MEDIA_TYPE + "; charset=utf-8", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String next(
            Context context, Parameters parameters, SearchRequest request, SearchResponse response) {
        if (response.nextCursor() == null) {
            return null;
        }
        String address =
                Guard.address(context) + context.path() + SearchAddresses.of(request.withCursor(response.nextCursor()));
        return parameters.has("resultType")
                ? address + "&" + SearchAddresses.part("resultType", parameters.text("resultType", "lite"))
                : address;
    }

    private static ResultType resultType(String code) {
        return ResultType.of(code)
                .orElseThrow(() -> new ParameterException(
                        "resultType", "resultType must be idlist, lite or core, not \"" + code + "\""));
    }
}
