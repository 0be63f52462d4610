package dev.apatite.web;

import dev.apatite.review.Mark;
import dev.apatite.review.Reviews;
import dev.apatite.review.Verdict;
import dev.apatite.search.EvidenceResponse;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.FacetValue;
import dev.apatite.search.PatientsResponse;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.Searcher;
import dev.apatite.search.SentencesResponse;
import dev.apatite.search.WorkDetail;
import dev.apatite.search.WorksResponse;
import dev.apatite.web.page.AgeBars;
import dev.apatite.web.page.EvidencePage;
import dev.apatite.web.page.FacetGroup;
import dev.apatite.web.page.Frame;
import dev.apatite.web.page.Paging;
import dev.apatite.web.page.PatientsPage;
import dev.apatite.web.page.ResponseBars;
import dev.apatite.web.page.SearchPage;
import dev.apatite.web.page.SearchState;
import dev.apatite.web.page.SentencesPage;
import dev.apatite.web.page.Sureness;
import dev.apatite.web.page.Told;
import dev.apatite.web.page.View;
import dev.apatite.web.page.WorkPage;
import dev.apatite.web.page.WorksPage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** The five views of a search as pages. They take the parameters of the API. */
final class Pages {
    static final Set<String> PARAMETERS =
            Parameters.andWording("query", "resultType", "pageSize", "cursorMark", "sort", "format", "page", "trail");
    private static final int MOST_PAGES = 1_000_000;

    private final Searcher searcher;
    private final Reviews reviews;
    private final Templates templates;
    private final Frame.AssetAddresses assets;

    Pages(Searcher searcher, Reviews reviews, Templates templates, Frame.AssetAddresses assets) {
        this.searcher = searcher;
        this.reviews = reviews;
        this.templates = templates;
        this.assets = assets;
    }

    /** The state that an address asks for; empty where it asks for another format, to which the browser is sent. */
    private Optional<SearchState> state(Context context, View view) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        SearchState state = new SearchState(
                view,
                parameters.request(SearchRequest.DEFAULT_PAGE_SIZE),
                Paging.of(parameters.number("page", 1, 1, MOST_PAGES), parameters.text("trail", "")));
        String format = parameters.text("format", "html");
        if (!format.equals("html")) {
            context.redirect(state.export(format), HttpStatus.SEE_OTHER);
            return Optional.empty();
        }
        return Optional.of(state);
    }

    private Frame frame(SearchState state) {
        return new Frame(state.title(), state, state.view(), assets, 0);
    }

    void papers(Context context) {
        state(context, View.PAPERS).ifPresent(state -> {
            SearchResponse response = searcher.search(state.request());
            List<FacetGroup> facets = FacetGroup.of(state, response.facets());
            templates.send(
                    context,
                    "search",
                    new SearchPage(
                            frame(state),
                            response,
                            searcher.structured(state.request()),
                            searcher.citedWorks(state.request()),
                            facets));
        });
    }

    void evidence(Context context) {
        state(context, View.EVIDENCE).ifPresent(state -> {
            OptionalDouble likely = searcher.likely();
            SearchRequest shown = likely(searcher, state.request());
            boolean onlyLikely = !shown.equals(state.request());
            EvidenceResponse response = searcher.evidence(shown);
            List<EvidenceRow> struck = struck(shown);
            templates.send(
                    context,
                    "evidence",
                    new EvidencePage(
                            frame(state),
                            response,
                            new Sureness(
                                    state,
                                    shown,
                                    likely.isPresent() ? likely.getAsDouble() : 0,
                                    onlyLikely,
                                    onlyLikely ? all(state.request()) - response.hitCount() : 0,
                                    response.share()),
                            FacetGroup.of(state, response.facets()),
                            ResponseBars.of(state, response.summary()),
                            struck,
                            marks(Stream.concat(response.rows().stream(), struck.stream())
                                    .toList())));
        });
    }

    /** The same for likely findings alone, unless it says itself how sure they are to be: possible ones are counted only. */
    static SearchRequest likely(Searcher searcher, SearchRequest request) {
        OptionalDouble likely = searcher.likely();
        return likely.isPresent() && !request.filters().containsKey("minConfidence")
                ? request.filter("minConfidence", String.valueOf(likely.getAsDouble()))
                : request;
    }

    private long all(SearchRequest request) {
        SearchRequest counting =
                request.withPageSize(0).withCursor(SearchRequest.FIRST_PAGE).rowsOnly();
        return searcher.evidence(counting).hitCount();
    }

    /** What readers called wrong, on the first page; whoever chose by marks has chosen already. */
    private List<EvidenceRow> struck(SearchRequest request) {
        boolean none = reviews.all().stream().noneMatch(each -> each.verdict() == Verdict.WRONG)
                || request.filters().containsKey("mark")
                || !request.cursor().equals(SearchRequest.FIRST_PAGE);
        if (none) {
            return List.of();
        }
        Map<String, List<String>> filters = new LinkedHashMap<>(request.filters());
        filters.remove("minConfidence");
        filters.put("mark", List.of("wrong"));
        return searcher.evidence(request.withFilters(filters).rowsOnly()).rows();
    }

    private Map<String, Mark> marks(List<EvidenceRow> rows) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        rows.forEach(row -> mark(row).ifPresent(mark -> marks.put(row.finding().id(), mark)));
        return marks;
    }

    /** The mark that counts, or where readers disagree the last that one made. */
    private Optional<Mark> mark(EvidenceRow row) {
        return reviews.of(row.finding().id())
                .or(() -> reviews.allOf(row.finding().id()).stream().findFirst());
    }

    void patients(Context context) {
        state(context, View.PATIENTS).ifPresent(state -> {
            PatientsResponse response = searcher.patients(state.request());
            templates.send(
                    context,
                    "patients",
                    new PatientsPage(
                            frame(state),
                            response,
                            FacetGroup.of(state, response.facets()),
                            AgeBars.of(state, ages(state, "female"), ages(state, "male")),
                            new Told(searcher.concepts(), searcher.likely().orElse(0))));
        });
    }

    /** How old the patients of one sex are; those of the other are left out whatever the request says. */
    private List<FacetValue> ages(SearchState state, String sex) {
        List<String> chosen = state.request().filters().getOrDefault("sex", List.of(sex));
        if (!chosen.contains(sex)) {
            return List.of();
        }
        Map<String, List<String>> filters = new LinkedHashMap<>(state.request().filters());
        filters.put("sex", List.of(sex));
        SearchRequest request =
                state.request().withFilters(filters).withPageSize(0).withCursor(SearchRequest.FIRST_PAGE);
        return searcher.patients(request).facets().getOrDefault("age", List.of());
    }

    void sentences(Context context) {
        state(context, View.SENTENCES).ifPresent(state -> {
            SentencesResponse response = searcher.sentences(state.request());
            templates.send(context, "sentences", new SentencesPage(frame(state), response));
        });
    }

    void work(Context context) {
        Parameters.of(context, PARAMETERS);
        String id = context.pathParam("id");
        WorkDetail detail = searcher.work(id).orElseThrow(() -> NotFound.work(id));
        String title = detail.work().reference().title() == null
                ? detail.work().reference().raw()
                : detail.work().reference().title();
        Frame frame = new Frame(title + " \u2013 Apatite", SearchState.of(View.WORKS), null, assets, 0);
        templates.send(context, "onework", new WorkPage(frame, detail));
    }

    void works(Context context) {
        state(context, View.WORKS).ifPresent(state -> {
            WorksResponse response = searcher.works(state.request());
            templates.send(context, "works", new WorksPage(frame(state), response));
        });
    }
}
