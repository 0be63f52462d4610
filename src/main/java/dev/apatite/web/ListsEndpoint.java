package dev.apatite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.export.ListCsv;
import dev.apatite.export.ListRis;
import dev.apatite.export.MarksCsvImport;
import dev.apatite.export.SearchJson;
import dev.apatite.paper.Paper;
import dev.apatite.review.Decision;
import dev.apatite.review.ListEntry;
import dev.apatite.review.PaperList;
import dev.apatite.review.PaperLists;
import dev.apatite.search.PaperCard;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.SearchAddresses;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of papers with decisions and notes, as data. */
final class ListsEndpoint {
    static final Set<String> ADDRESS = Parameters.andWording("query", "pageSize", "cursorMark", "sort", "all");
    private static final int NAME = 100;
    private static final int NOTE = 2000;
    private static final int MOST_COLLECTED = 10_000;
    private static final Map<String, Integer> FIELDS = Map.of(
            "paper",
            200,
            "decision",
            20,
            "reason",
            300,
            "note",
            NOTE,
            "tags",
            NOTE,
            "reader",
            200,
            "next",
            200,
            "back",
            NOTE,
            "remove",
            10);

    private final Searcher searcher;
    private final PaperLists lists;
    private final Json json;
    private final Clock clock;

    ListsEndpoint(Searcher searcher, PaperLists lists, Json json, Clock clock) {
        this.searcher = searcher;
        this.lists = lists;
        this.json = json;
        this.clock = clock;
    }

    /** All lists with their counts. */
    void all(Context context) {
        Parameters.of(context, Set.of());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put(
                "lists",
                lists.all().stream()
                        .map(each -> Map.of("name", each.name(), "prisma", each.prisma()))
                        .toList());
        json.answer(context, answer);
    }

    /** Puts papers into a list, those that are named or all that a search finds, and answers with its counts. */
    void collect(Context context) {
        PaperList list = required(collected(context));
        json.answer(context, Map.of("version", SearchJson.VERSION, "name", list.name(), "prisma", list.prisma()));
    }

    /** The name of the list that papers were put into. */
    String collected(Context context) {
        Parameters address = Parameters.ofAddress(context, ADDRESS);
        Asked asked = asked(context);
        String reader = Marking.reader(context, asked.reader());
        List<String> ids = new ArrayList<>(asked.papers());
        if (address.flag("all", false) || "true".equals(context.formParam("all"))) {
            SearchRequest request = address.request(SearchRequest.LARGEST_PAGE).rowsOnly();
            for (String cursor = SearchRequest.FIRST_PAGE; cursor != null && ids.size() < MOST_COLLECTED; ) {
                var page = searcher.search(
                        request.withPageSize(SearchRequest.LARGEST_PAGE).withCursor(cursor));
                page.hits().forEach(each -> ids.add(each.paper().id()));
                cursor = page.nextCursor();
            }
        }
        if (ids.isEmpty()) {
            throw new ParameterException("paper", "name papers to put into the list, or all=true for all of a search");
        }
        PaperList before = lists.of(asked.list()).orElse(new PaperList(asked.list(), Map.of()));
        Set<String> there = new HashSet<>(before.papers().keySet());
        for (String id : ids.stream().distinct().limit(MOST_COLLECTED).toList()) {
            Paper paper = searcher.paper(id).orElseThrow(() -> NotFound.paper(id));
            // What was decided of a paper that is in the list stays, under whichever of its versions it is there.
            if (there.add(paper.id()) && listed(there, paper.id()) == null) {
                lists.keep(ListEntry.of(asked.list(), paper.id(), paper.title(), reader, now()));
            }
        }
        return asked.list();
    }

    /** The version of a paper that is in a list beside it; null where none is. */
    private @Nullable String listed(Set<String> list, String id) {
        return searcher.versions(id).stream()
                .map(PaperCard::id)
                .filter(each -> !each.equals(id) && list.contains(each))
                .findFirst()
                .orElse(null);
    }

    private record Asked(
            String list, List<String> papers, @Nullable String reader) {}

    private Asked asked(Context context) {
        if (!String.valueOf(context.contentType()).toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return new Asked(name(context.formParam("list")), context.formParams("paper"), context.formParam("reader"));
        }
        try {
            JsonNode body = json.mapper().readTree(context.body());
            List<String> papers = new ArrayList<>();
            body.path("papers").forEach(each -> papers.add(each.asText()));
            return new Asked(
                    name(body.path("list").asText("")),
                    papers,
                    body.path("reader").isTextual() ? body.path("reader").asText() : null);
        } catch (JsonProcessingException e) {
            throw new ParameterException("body", "the body is not JSON");
        }
    }

    private static String name(@Nullable String typed) {
        String name = typed == null ? "" : typed.strip();
        boolean good = !name.isEmpty()
                && name.length() <= NAME
                && name.chars().noneMatch(each -> Character.isISOControl(each) || each == '/' || each == '\\');
        if (!good) {
            throw new ParameterException(
                    "list", "a list has a name of at most " + NAME + " characters without slashes");
        }
        return name;
    }

    /** The list that an address names. */
    PaperList required(String name) {
        return lists.of(name).orElseThrow(() -> new NotFound("there is no list " + name));
    }

    /** One list, as JSON, as a table, or as RIS with the notes. */
    void one(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("format", "bom"));
        PaperList list = required(context.pathParam("name"));
        String format = parameters.text("format", "json").toLowerCase(Locale.ROOT);
        switch (format) {
            case "json" -> json.answer(context, described(list));
            case "csv" ->
                sent(
                        context,
                        "text/csv",
                        "csv",
                        parameters.flag("bom", false) ? "\uFEFF" : "",
                        out -> new ListCsv(searcher::paper).write(list, out));
            case "ris" ->
                sent(
                        context,
                        "application/x-research-info-systems",
                        "ris",
                        "",
                        out -> ListRis.write(list, searcher::paper, out));
            default ->
                throw new ParameterException("format", "format must be json, csv or ris, not \"" + format + "\"");
        }
    }

    private interface Writing {
        void to(Appendable out) throws IOException;
    }

    private static void sent(Context context, String mediaType, String extension, String begins, Writing writing) {
        StringBuilder out = new StringBuilder(begins);
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.header("Content-Disposition", "attachment; filename=\"list." + extension + "\"");
        TaggedAnswers.send(
                context, mediaType + "; charset=utf-8", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> described(PaperList list) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("name", list.name());
        answer.put("prisma", list.prisma());
        answer.put("agreement", list.agreement());
        List<Map<String, Object>> papers = new ArrayList<>();
        list.papers().forEach((id, said) -> {
            Map<String, Object> paper = new LinkedHashMap<>();
            Decision decided = list.decision(id);
            paper.put("paper", id);
            paper.put("title", list.title(id));
            paper.put("decision", decided == null ? "conflict" : decided.code());
            paper.put("said", said.values());
            papers.add(paper);
        });
        answer.put("resultList", Map.of("result", papers));
        return answer;
    }

    /** The counts of a list for a PRISMA flow diagram. */
    void prisma(Context context) {
        Parameters.of(context, Set.of());
        json.answer(context, required(context.pathParam("name")).prisma());
    }

    /** Keeps what a reader decides or notes of a paper in a list. */
    void decide(Context context) {
        json.answer(context, decided(context, new Fields(context, json, "a decision", FIELDS)));
    }

    Fields fields(Context context) {
        return new Fields(context, json, "a decision", FIELDS);
    }

    /** What a form or a script says of a paper; what it says nothing of stays. */
    ListEntry decided(Context context, Fields fields) {
        PaperList list = required(context.pathParam("name"));
        String reader = Marking.reader(context, fields.get("reader"));
        String named = fields.required("paper");
        String version =
                list.papers().containsKey(named) ? named : listed(list.papers().keySet(), named);
        String id = version == null ? named : version;
        if (!list.papers().containsKey(id)) {
            throw new NotFound("there is no paper " + id + " in the list " + list.name());
        }
        ListEntry known = list.by(reader, id);
        ListEntry entry = known == null ? ListEntry.of(list.name(), id, list.title(id), reader, now()) : known;
        if (Boolean.TRUE.equals(fields.flag("remove"))) {
            entry = entry.removed(now());
        } else {
            if (fields.has("note") || fields.has("tags") || !fields.has("decision")) {
                entry = entry.noted(fields.get("note"), ListCsv.tags(fields.get("tags")), now());
            }
            if (fields.has("decision")) {
                Decision decision = Decision.of(fields.required("decision"))
                        .orElseThrow(
                                () -> new ParameterException("decision", "decision must be include, exclude or open"));
                entry = entry.decided(decision, fields.get("reason"), now());
            }
        }
        lists.keep(entry);
        return entry;
    }

    /** Takes decisions of a table into a list, another reader's too. */
    void take(Context context) {
        json.answer(context, taken(context));
    }

    MarksCsvImport.Outcome taken(Context context) {
        String name = name(context.pathParam("name"));
        try (Reader table = SentTable.text(context)) {
            return new ListCsv(searcher::paper).read(table, name, lists, Guard.reader(context), now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The page of a list. */
    static String address(String name) {
        return "/lists/" + SearchAddresses.encoded(name);
    }
}
