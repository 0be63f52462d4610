package dev.apatite.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;

/** Every address; reads like the table of contents. */
final class Routes {
    private final Pages pages;
    private final PaperPages paperPages;
    private final ServicePages servicePages;
    private final Assets assets;
    private final ReviewEndpoint reviews;
    private final SearchEndpoint search;
    private final PaperEndpoint papers;
    private final RowsEndpoint rows;
    private final CatalogueEndpoint catalogue;
    private final FacetEndpoint facets;
    private final OperationsEndpoint operations;

    Routes(ForPeople people, ForPrograms programs) {
        pages = people.pages();
        paperPages = people.paperPages();
        servicePages = people.servicePages();
        assets = people.assets();
        search = programs.search();
        papers = programs.papers();
        rows = programs.rows();
        catalogue = programs.catalogue();
        facets = programs.facets();
        reviews = programs.reviews();
        operations = programs.operations();
    }

    /** What answers with pages. */
    record ForPeople(Pages pages, PaperPages paperPages, ServicePages servicePages, Assets assets) {}

    /** What answers with data. */
    record ForPrograms(
            SearchEndpoint search,
            PaperEndpoint papers,
            RowsEndpoint rows,
            CatalogueEndpoint catalogue,
            FacetEndpoint facets,
            ReviewEndpoint reviews,
            OperationsEndpoint operations) {}

    /** One address and what answers there. */
    record Route(HandlerType method, String path, Handler handler) {}

    void register(RoutesConfig routes) {
        for (Route route : all()) {
            if (route.method() == HandlerType.POST) {
                routes.post(route.path(), route.handler());
            } else {
                // A HEAD is answered as a GET would be; the server leaves the body out.
                routes.get(route.path(), route.handler());
                routes.head(route.path(), route.handler());
            }
        }
    }

    List<Route> all() {
        return List.of(
                get("/", pages::papers),
                get("/evidence", pages::evidence),
                get("/patients", pages::patients),
                get("/works", pages::works),
                get("/facets/{name}", facets::page),
                get("/papers/{id}", paperPages::paper),
                get("/status", servicePages::status),
                post("/status/removals", servicePages::removals),
                post("/evidence/mark", reviews::mark),
                get("/assets/{name}", assets::send),
                get("/favicon.ico", assets::favicon),
                get("/api/v1/search", search::search),
                post("/api/v1/search", search::search),
                get("/webservices/rest/search", search::search),
                post("/webservices/rest/search", search::search),
                post("/webservices/rest/searchPOST", search::search),
                get("/api/v1/papers/{id}", papers::paper),
                get("/api/v1/papers/{id}/references", papers::references),
                get("/api/v1/papers/{id}/citedBy", papers::citedBy),
                get("/api/v1/papers/{id}/related", papers::related),
                get("/api/v1/papers/{id}/annotations", papers::annotations),
                get("/api/v1/evidence", rows::evidence),
                post("/api/v1/evidence", rows::evidence),
                get("/api/v1/patients", rows::patients),
                post("/api/v1/patients", rows::patients),
                get("/api/v1/works", rows::works),
                get("/api/v1/facets/{name}", facets::values),
                get("/api/v1/reviews", reviews::list),
                post("/api/v1/reviews", reviews::add),
                get("/api/v1/suggest", catalogue::suggest),
                get("/api/v1/fields", catalogue::fields),
                get("/health", operations::health),
                get("/metrics", operations::metrics),
                get("/openapi.json", operations::openApi),
                get("/opensearch.xml", operations::openSearch));
    }

    private static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    private static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }
}
