package dev.apatite.web;

import dev.apatite.web.europepmc.EuropePmcApi;
import dev.apatite.web.mcp.McpService;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every address; reads like the table of contents. */
final class Routes {
    /** Behind a list of Europe PMC's: page, size and format as they were written before there were parameters for them. */
    private static final String TAIL = "/<tail>";

    private final Pages pages;
    private final PaperPages paperPages;
    private final DeskPages deskPages;
    private final ListPages listPages;
    private final ServicePages servicePages;
    private final Assets assets;
    private final ReviewEndpoint reviews;
    private final SearchEndpoint search;
    private final PaperEndpoint papers;
    private final SourceEndpoint source;
    private final UploadEndpoint uploads;
    private final RowsEndpoint rows;
    private final CatalogueEndpoint catalogue;
    private final FacetEndpoint facets;
    private final LikeEndpoint like;
    private final SearchesEndpoint searches;
    private final CompareEndpoint compare;
    private final ListsEndpoint lists;
    private final OperationsEndpoint operations;
    private final EuropePmcApi europePmc;
    private final McpService.OverHttp mcp;
    private final CrawlerEndpoint crawlers;

    Routes(ForPeople people, ForPrograms programs) {
        pages = people.pages();
        paperPages = people.paperPages();
        deskPages = people.deskPages();
        listPages = people.listPages();
        servicePages = people.servicePages();
        assets = people.assets();
        search = programs.search();
        papers = programs.papers();
        source = programs.source();
        uploads = programs.uploads();
        rows = programs.rows();
        catalogue = programs.catalogue();
        facets = programs.facets();
        like = programs.like();
        searches = programs.searches();
        reviews = programs.reviews();
        compare = programs.compare();
        lists = programs.lists();
        operations = programs.operations();
        europePmc = programs.europePmc();
        mcp = programs.mcp();
        crawlers = programs.crawlers();
    }

    /** What answers with pages. */
    record ForPeople(
            Pages pages,
            PaperPages paperPages,
            DeskPages deskPages,
            ListPages listPages,
            ServicePages servicePages,
            Assets assets) {}

    /** What answers with data. */
    record ForPrograms(
            SearchEndpoint search,
            PaperEndpoint papers,
            SourceEndpoint source,
            UploadEndpoint uploads,
            RowsEndpoint rows,
            CatalogueEndpoint catalogue,
            FacetEndpoint facets,
            LikeEndpoint like,
            SearchesEndpoint searches,
            ReviewEndpoint reviews,
            CompareEndpoint compare,
            ListsEndpoint lists,
            OperationsEndpoint operations,
            EuropePmcApi europePmc,
            McpService.OverHttp mcp,
            CrawlerEndpoint crawlers) {}

    /** One address and what answers there; {@code asks} says that a POST there changes nothing. */
    record Route(HandlerType method, String path, Handler handler, boolean asks) {}

    void register(RoutesConfig routes, Admission admission) {
        for (Route route : all()) {
            Handler handler = OperationsEndpoint.answersAlways(route.path())
                            || route.path().equals(UploadEndpoint.PATH)
                    ? route.handler()
                    : admission.guarded(route.handler());
            if (route.method() == HandlerType.POST) {
                routes.post(route.path(), handler);
            } else {
                // A HEAD is answered as a GET would be; the server leaves the body out.
                routes.get(route.path(), handler);
                routes.head(route.path(), handler);
            }
        }
        Map<String, Set<HandlerType>> methods = new LinkedHashMap<>();
        all().forEach(route -> methods.computeIfAbsent(
                        route.path(), any -> new TreeSet<>(Comparator.comparing(HandlerType::name)))
                .add(route.method()));
        methods.forEach((path, taken) -> {
            if (taken.contains(HandlerType.GET)) {
                taken.add(HandlerType.HEAD);
            }
            taken.add(HandlerType.OPTIONS);
            String allow = taken.stream().map(HandlerType::name).collect(Collectors.joining(", "));
            routes.options(path, context -> context.header("Allow", allow).status(204));
        });
    }

    /** The addresses at which a POST asks and changes nothing; at all others it changes something. */
    Set<String> asking() {
        return all().stream()
                .filter(route -> route.method() == HandlerType.POST && route.asks())
                .map(Route::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Route> all() {
        return Stream.of(
                        own(),
                        europePmc("/webservices/rest"),
                        europePmc("/europepmc/webservices/rest"),
                        annotations("/europepmc/annotations_api"),
                        annotations("/annotations_api"))
                .flatMap(List::stream)
                .toList();
    }

    /** The addresses that the API's description tells of: all but old forms of them, each once. */
    List<Route> described() {
        return Stream.of(own(), europePmc("/webservices/rest"), annotations("/annotations_api"))
                .flatMap(List::stream)
                .filter(route -> !route.path().endsWith(TAIL))
                .toList();
    }

    /** Our own addresses. */
    List<Route> own() {
        return List.of(
                get("/", pages::papers),
                get("/evidence", pages::evidence),
                get("/patients", pages::patients),
                get("/patients/like", like::page),
                ask("/patients/like", like::page),
                get("/sentences", pages::sentences),
                get("/works", pages::works),
                get("/works/<id>", pages::work),
                get("/facets/{name}", facets::page),
                get("/papers/<id>/desk", deskPages::desk),
                change("/papers/<id>/desk", reviews::onDesk),
                get("/papers/<id>", paperPages::paper),
                get("/help", servicePages::help),
                get("/api", context -> servicePages.api(context, operations::apiPage)),
                get("/searches", searches::page),
                change("/searches", searches::keep),
                get("/status", servicePages::status),
                change("/status/removals", servicePages::removals),
                change(UploadEndpoint.PATH, uploads::take),
                change("/evidence/mark", reviews::mark),
                get("/reviews/compare", compare::page),
                get("/lists", listPages::all),
                change("/lists", listPages::collect),
                change("/lists/{name}/table", listPages::take),
                get("/lists/{name}", listPages::one),
                change("/lists/{name}", listPages::decide),
                change("/reviews/table", reviews::takeFile),
                get("/assets/{name}", assets::send),
                get("/favicon.ico", assets::favicon),
                get("/api/v1/search", search::search),
                ask("/api/v1/search", search::search),
                // A DOI holds a slash, so the address of a paper may; what belongs to it comes before the paper itself.
                get("/api/v1/papers/<id>/references", papers::references),
                get("/api/v1/papers/<id>/citedBy", papers::citedBy),
                get("/api/v1/papers/<id>/related", papers::related),
                get("/api/v1/papers/<id>/annotations", papers::annotations),
                get("/api/v1/papers/<id>/findings", reviews::candidates),
                change("/api/v1/papers/<id>/findings", reviews::read),
                get("/api/v1/papers/<id>/source", source::send),
                get("/api/v1/papers/<id>", papers::paper),
                get("/api/v1/evidence", rows::evidence),
                ask("/api/v1/evidence", rows::evidence),
                get("/api/v1/patients", rows::patients),
                ask("/api/v1/patients", rows::patients),
                ask("/api/v1/patients/like", like::like),
                get("/api/v1/sentences", rows::sentences),
                get("/api/v1/works", rows::works),
                get("/api/v1/works/<id>", rows::work),
                get("/api/v1/facets/{name}", facets::values),
                get("/api/v1/reviews", reviews::list),
                change("/api/v1/reviews", reviews::add),
                change("/api/v1/reviews/table", reviews::take),
                get("/api/v1/reviews/agreement", compare::agreement),
                get("/api/v1/lists", lists::all),
                change("/api/v1/lists", lists::collect),
                get("/api/v1/lists/{name}/prisma", lists::prisma),
                change("/api/v1/lists/{name}/table", lists::take),
                get("/api/v1/lists/{name}", lists::one),
                change("/api/v1/lists/{name}", lists::decide),
                get("/api/v1/searches", searches::list),
                change("/api/v1/searches", searches::save),
                get("/api/v1/searches/{name}/feed", searches::feed),
                get("/api/v1/suggest", catalogue::suggest),
                get("/api/v1/fields", catalogue::fields),
                ask("/mcp", mcp::handle),
                get("/health", operations::health),
                get("/metrics", operations::metrics),
                get("/openapi.json", operations::openApi),
                get("/opensearch.xml", operations::openSearch),
                get("/robots.txt", crawlers::robots),
                get("/sitemap.xml", crawlers::sitemap));
    }

    /** Europe PMC's addresses, at the roots at which its clients look for them. */
    private List<Route> europePmc(String root) {
        return Stream.of(
                        List.of(
                                get(root + "/search", europePmc::search),
                                ask(root + "/search", europePmc::search),
                                ask(root + "/searchPOST", europePmc::search),
                                get(root + "/search/{asked}", europePmc::searchInPath),
                                get(root + "/fields", europePmc::fields),
                                get(root + "/profile", europePmc::profile),
                                get(root + "/article/{source}/<id>", europePmc::article),
                                get(root + "/evaluations/{source}/<id>", evaluations()),
                                get(root + "/{id}/fullTextXML", europePmc::fullText),
                                get(root + "/{id}/supplementaryFiles", europePmc::supplements),
                                get(root + "/{source}/<id>/fullTextXML", europePmc::fullText),
                                get(root + "/{source}/<id>/supplementaryFiles", europePmc::supplements)),
                        list(root, "references", europePmc::references),
                        list(root, "citations", europePmc::citations),
                        list(root, "textMinedTerms", europePmc::textMinedTerms),
                        list(root, "databaseLinks", europePmc.nothing("dbCrossReferenceList", "dbCrossReference")),
                        list(root, "labsLinks", europePmc.nothing("providers", "provider")),
                        list(root, "datalinks", europePmc.nothing("dataLinkList", "Category")),
                        list(root, "evaluations", evaluations()),
                        List.of(get(root + "/{source}/<id>", europePmc::article)))
                .flatMap(List::stream)
                .toList();
    }

    private Handler evaluations() {
        return europePmc.nothing("evaluationList", "evaluation");
    }

    /** A list of a paper, by parameters or with its page and format in the path. */
    private static List<Route> list(String root, String name, Handler handler) {
        String path = root + "/{source}/<id>/" + name;
        return List.of(get(path, handler), get(path + TAIL, handler));
    }

    private List<Route> annotations(String root) {
        return List.of(get(root + "/annotationsByArticleIds", europePmc::annotations));
    }

    private static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler, true);
    }

    /** A question that is too long for an address. */
    private static Route ask(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler, true);
    }

    /** A change: only from the server's own pages, and only by those who may. */
    private static Route change(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler, false);
    }
}
