package dev.apatite.web;

import dev.apatite.export.SearchJson;
import dev.apatite.search.FacetRequest;
import dev.apatite.search.FacetValue;
import dev.apatite.search.Rows;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.FacetPage;
import dev.apatite.web.page.Frame;
import dev.apatite.web.page.SearchState;
import dev.apatite.web.page.View;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The values of one facet: all of them level by level, or those in which a word begins as typed. */
final class FacetEndpoint {
    private final Searcher searcher;
    private final Json json;
    private final Templates templates;
    private final Frame.AssetAddresses assets;

    FacetEndpoint(Searcher searcher, Json json, Templates templates, Frame.AssetAddresses assets) {
        this.searcher = searcher;
        this.json = json;
        this.templates = templates;
        this.assets = assets;
    }

    private record Asked(View view, SearchRequest request, FacetRequest facet) {
        Rows rows() {
            return switch (view) {
                case EVIDENCE -> Rows.FINDINGS;
                case PATIENTS -> Rows.PATIENTS;
                default -> Rows.PAPERS;
            };
        }
    }

    private static Asked asked(Context context) {
        Set<String> known = new HashSet<>(Pages.PARAMETERS);
        known.addAll(Set.of("of", "below", "typed"));
        Parameters parameters = Parameters.of(context, known);
        String of = parameters.text("of", "papers").toLowerCase(Locale.ROOT);
        View view = switch (of) {
            case "papers" -> View.PAPERS;
            case "evidence" -> View.EVIDENCE;
            case "patients" -> View.PATIENTS;
            default ->
                throw new ParameterException("of", "of must be papers, evidence or patients, not \"" + of + "\"");
        };
        return new Asked(
                view,
                parameters.request(SearchRequest.DEFAULT_PAGE_SIZE),
                new FacetRequest(
                        context.pathParam("name"), parameters.text("below", ""), parameters.text("typed", "")));
    }

    void values(Context context) {
        Asked asked = asked(context);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("name", asked.facet().name());
        answer.put("values", searcher.facet(asked.rows(), asked.request(), asked.facet()));
        json.answer(context, answer);
    }

    void page(Context context) {
        Asked asked = asked(context);
        SearchRequest counted =
                asked.view() == View.EVIDENCE ? Pages.likely(searcher, asked.request()) : asked.request();
        List<FacetValue> values = searcher.facet(asked.rows(), counted, asked.facet());
        boolean whole = asked.facet().below().isEmpty() && asked.facet().typed().isBlank();
        SearchState state = new SearchState(asked.view(), asked.request());
        Frame frame = new Frame(asked.facet().name() + " \u2013 Apatite", state, asked.view(), assets, 0);
        templates.send(
                context,
                "facet",
                FacetPage.of(frame, asked.facet(), values, whole ? telling(asked.rows(), counted) : Map.of()));
    }

    private Map<String, List<FacetValue>> telling(Rows rows, SearchRequest request) {
        SearchRequest counting =
                request.withPageSize(0).withCursor(SearchRequest.FIRST_PAGE).withoutHighlights();
        return switch (rows) {
            case PAPERS -> searcher.search(counting).facets();
            case FINDINGS -> searcher.evidence(counting).facets();
            case PATIENTS -> searcher.patients(counting).facets();
        };
    }
}
