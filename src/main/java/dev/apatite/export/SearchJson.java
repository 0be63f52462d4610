package dev.apatite.export;

import dev.apatite.search.Expansion;
import dev.apatite.search.Highlight;
import dev.apatite.search.Hit;
import dev.apatite.search.PaperCard;
import dev.apatite.search.RelatedPaper;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.SentenceRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to a search as JSON, in the shape of Europe PMC's REST API with facets, highlights and expansions beside. */
public final class SearchJson {
    /** The version of this shape. */
    public static final String VERSION = "1";

    /** How much of each paper an answer holds: its id, what it takes to cite it, or what was recognised in it too. */
    public enum ResultType {
        IDLIST,
        LITE,
        CORE;

        /** The type with this outside name. */
        public static Optional<ResultType> of(String code) {
            for (ResultType type : values()) {
                if (type.code().equals(code.toLowerCase(Locale.ROOT))) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }

        /** The outside name: lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private SearchJson() {}

    /** The whole answer; {@code nextPageUrl} is null on the last page and where there is no address. */
    public static Map<String, Object> answer(
            SearchRequest request, SearchResponse response, ResultType type, @Nullable String nextPageUrl) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", VERSION);
        answer.put("hitCount", response.hitCount());
        answer.put("exactHitCount", response.exactHitCount());
        answer.put("meaningHitCount", response.meaningHitCount());
        answer.put("nextCursorMark", response.nextCursor());
        answer.put("nextPageUrl", nextPageUrl);
        answer.put("request", request(request, type));
        answer.put(
                "resultList",
                Map.of(
                        "result",
                        response.hits().stream().map(hit -> result(hit, type)).toList()));
        answer.put("facets", response.facets());
        answer.put("suggestion", response.suggestion());
        answer.put("mendedQuery", response.mended());
        answer.put("expansions", expansions(response.expansions()));
        answer.put("parsedQuery", response.parsed());
        answer.put("ending", response.ending());
        answer.put("changed", response.changed());
        return answer;
    }

    /** What was asked for, by the names of the API's parameters. */
    public static Map<String, Object> request(SearchRequest request, @Nullable ResultType type) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("queryString", request.query());
        json.put("query", request.query());
        if (type != null) {
            json.put("resultType", type.code());
        }
        json.put("cursorMark", request.cursor());
        json.put("pageSize", request.pageSize());
        json.put("sort", request.sort());
        json.put("synonym", request.synonym());
        json.put("except", request.wording().except());
        json.put("match", request.wording().most() ? "most" : "all");
        json.put("semantic", request.wording().semantic());
        json.put("mend", request.wording().mend());
        json.put("filters", request.filters());
        return json;
    }

    /** What was searched beside the typed words. */
    public static List<Map<String, Object>> expansions(List<Expansion> expansions) {
        return expansions.stream()
                .map(expansion -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("typed", expansion.typed());
                    json.put("also", expansion.also());
                    json.put("concepts", expansion.concepts());
                    return json;
                })
                .toList();
    }

    private static Map<String, Object> result(Hit hit, ResultType type) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", hit.paper().id());
        json.put("source", "APATITE");
        if (type == ResultType.IDLIST) {
            return json;
        }
        json.putAll(card(hit.paper()));
        json.put("citedByCount", hit.citedBy());
        json.put("versions", hit.versions());
        json.put("score", hit.score());
        json.put("missing", hit.missing());
        json.put("byMeaning", hit.byMeaning());
        json.put(
                "highlights",
                hit.highlights().stream().map(SearchJson::highlight).toList());
        if (type == ResultType.CORE) {
            json.put("findings", hit.findings());
            json.put("antibodies", hit.antibodies());
        }
        return json;
    }

    /** A sentence, where it stands and in which paper. */
    public static Map<String, Object> sentence(SentenceRow row) {
        Map<String, Object> json = highlight(row.sentence());
        json.put("text", row.sentence().text());
        json.put("score", row.score());
        json.put("paper", card(row.paper()));
        return json;
    }

    /** A sentence with what is marked in it, and where it stands. */
    public static Map<String, Object> quoted(Highlight sentence) {
        Map<String, Object> json = highlight(sentence);
        json.put("text", sentence.text());
        return json;
    }

    /** A related paper with the reason. */
    public static Map<String, Object> related(RelatedPaper related) {
        Map<String, Object> json = card(related.paper());
        json.put("score", Math.round(related.score() * 1000) / 1000.0);
        json.put("reason", related.reason());
        json.put("sharedConcepts", related.concepts());
        json.put("sharedWords", related.words());
        json.put("sharedReferences", related.references());
        json.put("cites", related.cites());
        json.put("cited", related.cited());
        return json;
    }

    private static Map<String, Object> highlight(Highlight highlight) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", highlight.section());
        json.put("heading", highlight.heading());
        json.put("index", highlight.index());
        json.put("start", highlight.start());
        json.put("page", highlight.page());
        json.put("html", HighlightHtml.of(highlight));
        return json;
    }

    /** A paper as a result or a list names it. */
    public static Map<String, Object> card(PaperCard paper) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", paper.id());
        json.put("title", paper.title());
        json.put("authorString", paper.authorString());
        json.put("journalTitle", paper.journal());
        json.put("pubYear", paper.year() == null ? null : paper.year().toString());
        json.put("journalVolume", paper.volume());
        json.put("issue", paper.issue());
        json.put("pageInfo", pages(paper));
        json.put("doi", paper.doi());
        json.put("pmid", paper.pmid());
        json.put("pmcid", paper.pmcid());
        json.put("sourceFile", paper.sourceFile());
        return json;
    }

    private static @Nullable String pages(PaperCard paper) {
        return PageRange.range(paper.firstPage(), paper.lastPage(), "-");
    }
}
