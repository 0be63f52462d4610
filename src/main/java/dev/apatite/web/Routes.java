package dev.apatite.web;

import io.javalin.config.RoutesConfig;

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
            ReviewEndpoint reviews,
            OperationsEndpoint operations) {}

    void register(RoutesConfig routes) {
        registerPages(routes);
        registerApi(routes);
    }

    private void registerPages(RoutesConfig routes) {
        routes.get("/", pages::papers);
        routes.get("/evidence", pages::evidence);
        routes.get("/patients", pages::patients);
        routes.get("/works", pages::works);
        routes.get("/papers/{id}", paperPages::paper);
        routes.get("/status", servicePages::status);
        routes.post("/evidence/mark", reviews::mark);
        routes.get("/assets/{name}", assets::send);
        routes.get("/favicon.ico", assets::favicon);
    }

    private void registerApi(RoutesConfig routes) {
        routes.get("/api/v1/search", search::search);
        routes.post("/api/v1/search", search::search);
        routes.get("/webservices/rest/search", search::search);
        routes.post("/webservices/rest/search", search::search);

        routes.get("/api/v1/papers/{id}", papers::paper);
        routes.get("/api/v1/papers/{id}/references", papers::references);
        routes.get("/api/v1/papers/{id}/citedBy", papers::citedBy);
        routes.get("/api/v1/papers/{id}/related", papers::related);
        routes.get("/api/v1/papers/{id}/annotations", papers::annotations);

        routes.get("/api/v1/evidence", rows::evidence);
        routes.post("/api/v1/evidence", rows::evidence);
        routes.get("/api/v1/patients", rows::patients);
        routes.post("/api/v1/patients", rows::patients);
        routes.get("/api/v1/works", rows::works);

        routes.get("/api/v1/reviews", reviews::list);
        routes.post("/api/v1/reviews", reviews::add);

        routes.get("/api/v1/suggest", catalogue::suggest);
        routes.get("/api/v1/fields", catalogue::fields);

        routes.get("/health", operations::health);
        routes.get("/metrics", operations::metrics);
        routes.get("/openapi.json", operations::openApi);
        routes.get("/opensearch.xml", operations::openSearch);
    }
}
