package dev.apatite.web;

import io.javalin.config.RoutesConfig;

/** Every address of the API; reads like its table of contents. */
final class Routes {
    private final SearchEndpoint search;
    private final PaperEndpoint papers;
    private final RowsEndpoint rows;
    private final CatalogueEndpoint catalogue;
    private final OperationsEndpoint operations;

    Routes(
            SearchEndpoint search,
            PaperEndpoint papers,
            RowsEndpoint rows,
            CatalogueEndpoint catalogue,
            OperationsEndpoint operations) {
        this.search = search;
        this.papers = papers;
        this.rows = rows;
        this.catalogue = catalogue;
        this.operations = operations;
    }

    void register(RoutesConfig routes) {
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

        routes.get("/api/v1/suggest", catalogue::suggest);
        routes.get("/api/v1/fields", catalogue::fields);

        routes.get("/health", operations::health);
        routes.get("/metrics", operations::metrics);
        routes.get("/openapi.json", operations::openApi);
        routes.get("/opensearch.xml", operations::openSearch);
    }
}
