package dev.apatite.web;

import dev.apatite.export.Export;
import dev.apatite.export.JatsArticle;
import dev.apatite.export.PaperFormat;
import dev.apatite.export.ReferencePapers;
import dev.apatite.export.SearchJson;
import dev.apatite.export.WebAnnotations;
import dev.apatite.paper.Paper;
import dev.apatite.search.CitedReference;
import dev.apatite.search.PaperCard;
import dev.apatite.search.RelatedPaper;
import dev.apatite.search.Searcher;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One paper, and what belongs to it. */
final class PaperEndpoint {
    private final Searcher searcher;
    private final Json json;

    PaperEndpoint(Searcher searcher, Json json) {
        this.searcher = searcher;
        this.json = json;
    }

    void paper(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("format", "bom"));
        Paper paper = required(context);
        String format =
                Wanted.format(context, parameters, List.of("ris", "bibtex", "csl-json", "csv", "jsonl", "jats"));
        if (format.equals("json")) {
            json.answer(context, paper);
            return;
        }
        if (format.equals("jats")) {
            TaggedAnswers.send(
                    context,
                    "application/xml; charset=utf-8",
                    JatsArticle.of(paper).getBytes(StandardCharsets.UTF_8));
            return;
        }
        PaperFormat papers = PaperFormat.of(format)
                .orElseThrow(() -> new ParameterException(
                        "format", "format must be json, jats, " + PaperFormat.codes() + ", not \"" + format + "\""));
        Streams.withMark(context, parameters.flag("bom", false), papers.mediaType());
        Streams.<Paper>send(
                context,
                papers.mediaType(),
                paper.id() + "." + papers.extension(),
                out -> papers.to(out, searcher.concepts()),
                each -> each.accept(paper));
    }

    void references(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("format", "bom"));
        Paper paper = required(context);
        if (exported(
                context,
                parameters,
                paper.id() + "-references",
                paper.references().stream().map(ReferencePapers::of).toList())) {
            return;
        }
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
        Parameters parameters = Parameters.of(context, Set.of("format", "bom"));
        Paper paper = required(context);
        cards(context, parameters, paper.id() + "-cited-by", searcher.citedBy(paper.id()), SearchJson::card);
    }

    void related(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("format", "bom"));
        Paper paper = required(context);
        Map<String, RelatedPaper> related = new LinkedHashMap<>();
        searcher.related(paper.id()).forEach(each -> related.put(each.paper().id(), each));
        cards(
                context,
                parameters,
                paper.id() + "-related",
                related.values().stream().map(RelatedPaper::paper).toList(),
                card -> SearchJson.related(Objects.requireNonNull(related.get(card.id()))));
    }

    /** Whether papers were asked for, and sent, in a format that papers are exported in. */
    private boolean exported(Context context, Parameters parameters, String name, List<Paper> papers) {
        String format = parameters.text("format", "json").toLowerCase(Locale.ROOT);
        if (format.equals("json")) {
            return false;
        }
        PaperFormat chosen = PaperFormat.of(format)
                .orElseThrow(() -> new ParameterException(
                        "format", "format must be json, " + PaperFormat.codes() + ", not \"" + format + "\""));
        Streams.withMark(context, parameters.flag("bom", false), chosen.mediaType());
        Streams.<Paper>send(
                context,
                chosen.mediaType(),
                name + "." + chosen.extension(),
                out -> chosen.to(out, searcher.concepts()),
                papers::forEach);
        return true;
    }

    private void cards(
            Context context,
            Parameters parameters,
            String name,
            List<PaperCard> cards,
            Function<PaperCard, Map<String, Object>> shown) {
        if (!parameters.text("format", "json").equalsIgnoreCase("json")) {
            List<Paper> papers = cards.stream()
                    .map(each -> searcher.paper(each.id()))
                    .flatMap(Optional::stream)
                    .toList();
            exported(context, parameters, name, papers);
            return;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("hitCount", cards.size());
        answer.put("resultList", Map.of("result", cards.stream().map(shown).toList()));
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
            case "bioc" -> whole(context, PaperFormat.BIOC, paper);
            case "pubtator" -> whole(context, PaperFormat.PUBTATOR, paper);
            default ->
                throw new ParameterException("format", "format must be w3c, bioc or pubtator, not \"" + format + "\"");
        }
    }

    private void whole(Context context, PaperFormat format, Paper paper) {
        StringBuilder out = new StringBuilder();
        try (Export<Paper> export = format.to(out, searcher.concepts())) {
            export.add(paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.contentType(format.mediaType() + "; charset=utf-8").result(out.toString());
    }

    private Paper required(Context context) {
        String id = context.pathParam("id");
        return searcher.paper(id).orElseThrow(() -> NotFound.paper(id));
    }
}
