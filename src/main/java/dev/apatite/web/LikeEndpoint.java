package dev.apatite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.export.RowJson;
import dev.apatite.export.SearchJson;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.search.LikePatient;
import dev.apatite.search.LikePatients;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.Frame;
import dev.apatite.web.page.LikePage;
import dev.apatite.web.page.SearchState;
import dev.apatite.web.page.View;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reported patients like a case: a text, a phenopacket, or a patient of a paper. */
final class LikeEndpoint {
    private static final Set<String> PARAMETERS = Set.of("text", "paper", "patient", "pageSize");
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final Searcher searcher;
    private final Json json;
    private final Templates templates;
    private final Frame.AssetAddresses assets;

    LikeEndpoint(Searcher searcher, Json json, Templates templates, Frame.AssetAddresses assets) {
        this.searcher = searcher;
        this.json = json;
        this.templates = templates;
        this.assets = assets;
    }

    void like(Context context) {
        String type = String.valueOf(context.contentType()).toLowerCase(Locale.ROOT);
        boolean isJson = type.contains("json");
        Parameters parameters = isJson ? Parameters.ofAddress(context, PARAMETERS) : Parameters.of(context, PARAMETERS);
        int most = parameters.number("pageSize", USUAL, 1, MOST);
        LikePatients like;
        if (isJson) {
            like = ofJson(context.body(), most);
        } else {
            like = asked(parameters, most);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("hitCount", like.patients().size());
        answer.put("understood", like.understood());
        answer.put(
                "resultList",
                Map.of("result", like.patients().stream().map(LikeEndpoint::row).toList()));
        json.answer(context, answer);
    }

    /** The page: a box for a case and, where one is given, the patients like it. */
    void page(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        String text = parameters.text("text", "");
        boolean asks = !text.isEmpty() || parameters.has("paper");
        LikePatients like = asks
                ? asked(parameters, parameters.number("pageSize", USUAL, 1, MOST))
                : new LikePatients(List.of(), List.of());
        SearchState state = SearchState.of(View.PATIENTS);
        templates.send(
                context,
                "like",
                new LikePage(new Frame("Patients like mine \u2013 Apatite", state, null, assets, 0), text, asks, like));
    }

    private LikePatients asked(Parameters parameters, int most) {
        return parameters.has("paper")
                ? ofPaper(parameters.text("paper", ""), parameters.text("patient", ""), most)
                : ofText(parameters.text("text", ""), most);
    }

    private LikePatients ofText(String text, int most) {
        if (text.isBlank()) {
            throw new ParameterException(
                    "text", "text must describe a case; or give paper and patient, or a phenopacket as JSON");
        }
        return searcher.patientsLike(text, most);
    }

    private LikePatients ofPaper(String id, String number, int most) {
        Paper paper = searcher.paper(id).orElseThrow(() -> NotFound.paper(id));
        Patient patient = paper.patients().stream()
                .filter(each -> number.isEmpty() || each.id().equals(number))
                .findFirst()
                .orElseThrow(() ->
                        new NotFound("the paper " + id + " has no patient " + (number.isEmpty() ? "at all" : number)));
        return searcher.patientsLike(patient, most);
    }

    private LikePatients ofJson(String body, int most) {
        try {
            JsonNode asked = json.mapper().readTree(body);
            if (PhenopacketCase.is(asked)) {
                return searcher.patientsLike(PhenopacketCase.read(asked), most);
            }
            return asked.has("paper")
                    ? ofPaper(
                            asked.path("paper").asText(), asked.path("patient").asText(""), most)
                    : ofText(asked.path("text").asText(""), most);
        } catch (JsonProcessingException e) {
            throw new ParameterException("text", "the body is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Map<String, Object> row(LikePatient like) {
        Map<String, Object> row = new LinkedHashMap<>(RowJson.patient(like.row()));
        row.put("score", Math.round(like.score() * 1000) / 1000.0);
        row.put("shared", like.shared());
        row.put("differs", like.differs());
        return row;
    }
}
