package dev.apatite.web;

import dev.apatite.export.Export;
import dev.apatite.export.PaperFormat;
import dev.apatite.export.SearchJson;
import dev.apatite.export.WebAnnotations;
import dev.apatite.paper.Paper;
import dev.apatite.search.CitedReference;
import dev.apatite.search.PaperCard;
import dev.apatite.search.Searcher;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One paper, and what belongs to it. */
final class PaperEndpoint {
    private final Searcher searcher;
    private final Json json;

    PaperEndpoint(Searcher searcher, Json json) {
        this.searcher = searcher;
        this.json = json;
    }

    void paper(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("format"));
        Paper paper = required(context);
        String format = parameters.text("format", "json").toLowerCase(Locale.ROOT);
        if (format.equals("json")) {
            json.answer(context, paper);
            return;
        }
        PaperFormat papers = PaperFormat.of(format)
                .orElseThrow(() -> new ParameterException(
                        "format",
                        "format must be json, ris, bibtex, csl-json, csv, jsonl or bioc, not \"" + format + "\""));
        Streams.<Paper>send(
                context,
                papers.mediaType(),
                paper.id() + "." + papers.extension(),
                papers::to,
                each -> each.accept(paper));
    }

    void references(Context context) {
        Parameters.of(context, Set.of());
        Paper paper = required(context);
        List<Map<String, Object>> references =
                searcher.references(paper.id()).stream().map(this::reference).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("hitCount", references.size());
        answer.put("referenceList", Map.of("reference", references));
        json.answer(context, answer);
    }

    private Map<String, Object> reference(CitedReference cited) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("index", cited.index());
        json.mapper()
                .convertValue(cited.reference(), Map.class)
                .forEach((name, value) -> reference.put(String.valueOf(name), value));
        reference.put("paperId", cited.paper() == null ? null : cited.paper().id());
        reference.put("citedByCount", cited.citedBy());
        return reference;
    }

    void citedBy(Context context) {
        Parameters.of(context, Set.of());
        cards(context, searcher.citedBy(required(context).id()));
    }

    void related(Context context) {
        Parameters.of(context, Set.of());
        cards(context, searcher.related(required(context).id()));
    }

    private void cards(Context context, List<PaperCard> cards) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("hitCount", cards.size());
        answer.put(
                "resultList",
                Map.of("result", cards.stream().map(SearchJson::card).toList()));
        json.answer(context, answer);
    }

    void annotations(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("format"));
        Paper paper = required(context);
        String format = parameters.text("format", "w3c").toLowerCase(Locale.ROOT);
        switch (format) {
            case "w3c", "json" -> {
                String source = Guard.address(context) + "/papers/" + paper.id();
                json.answer(context, new WebAnnotations(source).of(paper));
                context.contentType("application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"");
            }
            case "bioc" -> {
                StringBuilder out = new StringBuilder();
                try (Export<Paper> export = PaperFormat.BIOC.to(out)) {
                    export.add(paper);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                context.contentType("application/json; charset=utf-8").result(out.toString());
            }
            default -> throw new ParameterException("format", "format must be w3c or bioc, not \"" + format + "\"");
        }
    }

    private Paper required(Context context) {
        String id = context.pathParam("id");
        return searcher.paper(id).orElseThrow(() -> NotFound.paper(id));
    }
}
