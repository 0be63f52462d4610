package dev.apatite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.export.SearchJson;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Response;
import dev.apatite.review.Mark;
import dev.apatite.review.Reviews;
import dev.apatite.review.Verdict;
import dev.apatite.search.Searcher;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Readers' marks on findings: made on the pages by a form, or by scripts. */
final class ReviewEndpoint {
    private static final Set<String> FIELDS =
            Set.of("finding", "paper", "verdict", "correctTreatment", "correctResponse", "note", "back");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2000;

    private final Searcher searcher;
    private final Reviews reviews;
    private final Json json;
    private final Clock clock;

    ReviewEndpoint(Searcher searcher, Reviews reviews, Json json, Clock clock) {
        this.searcher = searcher;
        this.reviews = reviews;
        this.json = json;
        this.clock = clock;
    }

    /** All marks, or those of one paper or finding. */
    void list(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("paper", "finding"));
        List<Mark> marks = reviews.all().stream()
                .filter(each -> !parameters.has("paper") || each.paper().equals(parameters.text("paper", "")))
                .filter(each -> !parameters.has("finding") || each.finding().equals(parameters.text("finding", "")))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("hitCount", marks.size());
        answer.put("resultList", Map.of("result", marks));
        json.answer(context, answer);
    }

    /** Keeps a mark that a script makes, as a form or as JSON, and answers with it. */
    void add(Context context) {
        boolean isJson =
                String.valueOf(context.contentType()).toLowerCase(Locale.ROOT).startsWith("application/json");
        json.answer(context, keep(isJson ? ofJson(context) : ofForm(context)));
    }

    /** Keeps a mark that a reader makes, and goes back to where it was made. */
    void mark(Context context) {
        Map<String, String> form = ofForm(context);
        Mark mark = keep(form);
        context.redirect(
                local(form.getOrDefault("back", "/evidence")) + "#row-" + mark.finding(), HttpStatus.SEE_OTHER);
    }

    /** Only a path on this server is gone back to. */
    private static String local(String back) {
        boolean local = back.startsWith("/")
                && !back.startsWith("//")
                && back.chars().allMatch(each -> each > ' ' && each < 127 && each != '\\' && each != '#');
        return local ? back : "/evidence";
    }

    private Map<String, String> ofForm(Context context) {
        Map<String, String> fields = new LinkedHashMap<>();
        context.formParamMap().forEach((name, values) -> put(fields, name, values.isEmpty() ? "" : values.getFirst()));
        return fields;
    }

    private Map<String, String> ofJson(Context context) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            JsonNode body = json.mapper().readTree(context.body());
            if (!body.isObject()) {
                throw new ParameterException("body", "the body must be a JSON object");
            }
            body.properties()
                    .forEach(each -> put(
                            fields,
                            each.getKey(),
                            each.getValue().isNull() ? "" : each.getValue().asText()));
        } catch (JsonProcessingException e) {
            throw new ParameterException("body", "the body is not JSON");
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!FIELDS.contains(name)) {
            throw new ParameterException(name, "a mark has no field " + name);
        }
        int longest = name.equals("note") || name.equals("back") ? LONGEST_NOTE : LONGEST_NAME;
        if (value.length() > longest) {
            throw new ParameterException(name, name + " is longer than " + longest + " characters");
        }
        if (!value.isBlank()) {
            fields.put(name, value.strip());
        }
    }

    private Mark keep(Map<String, String> fields) {
        String id = required(fields, "finding");
        String paper = fields.getOrDefault("paper", id.replaceFirst("-[^-]*$", ""));
        Verdict verdict = Verdict.of(required(fields, "verdict").toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ParameterException(
                        "verdict", "verdict must be right, wrong, corrected, or none to take a mark back"));
        Finding finding = searcher.paper(paper).stream()
                .flatMap(each -> each.findings().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("there is no finding with the id " + id + " in the paper " + paper));
        boolean corrected = verdict == Verdict.CORRECTED;
        String treatment = corrected ? fields.get("correctTreatment") : null;
        Response response = corrected ? response(fields.get("correctResponse")) : null;
        if (corrected && treatment == null && response == null && fields.get("note") == null) {
            throw new ParameterException(
                    "verdict", "a correction says what is right: give correctTreatment, correctResponse or a note");
        }
        Mark mark = new Mark(
                id,
                paper,
                verdict,
                finding.treatment(),
                finding.response(),
                finding.sentence(),
                treatment,
                response,
                fields.get("note"),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        reviews.add(mark);
        return mark;
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new ParameterException(name, "a mark needs " + name);
        }
        return value;
    }

    private static @Nullable Response response(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(Response.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ParameterException("correctResponse", "there is no response \"" + code + "\""));
    }
}
