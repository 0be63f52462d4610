package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the description of the API says of answers holds for what is sent. Its schemas are closed: what is sent and not
 * described is as wrong as what is described and not sent.
 */
class DescriptionIT {
    private static final String REST = "/webservices/rest";

    @TempDir
    static Path folder;

    static Site site;
    static JsonNode description;

    private final Map<String, Schema> schemas = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> answered = new TreeSet<>();

    @BeforeAll
    static void start() {
        site = new Site(folder);
        description = site.json("/openapi.json");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private Schema schema(String pointer) {
        return schemas.computeIfAbsent(pointer, at -> {
            ObjectNode document = description.deepCopy();
            document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            document.put("$ref", "#" + at.replace("{", "%7B").replace("}", "%7D"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(document);
        });
    }

    private static String pointer(String path, String method, int status) {
        String responses = "/paths/" + path.replace("/", "~1") + "/" + method + "/responses/" + status;
        String shared = description.at(responses + "/$ref").asText("");
        String answer = shared.isEmpty() ? responses : shared.substring(1);
        String type = description.at(answer + "/content").has("application/problem+json")
                ? "application~1problem+json"
                : "application~1json";
        return answer + "/content/" + type + "/schema";
    }

    /** Holds an answer against the schema of the operation, or of its refusal. */
    private JsonNode holds(String operation, HttpResponse<String> answer) {
        String method = operation.split(" ", 2)[0];
        String path = operation.split(" ", 2)[1];
        String pointer = pointer(path, method, answer.statusCode());
        JsonNode body = site.json(answer);
        if (description.at(pointer).isMissingNode()) {
            faults.add(operation + " " + answer.uri() + ": " + answer.statusCode() + " is not described: "
                    + answer.body());
            return body;
        }
        answered.add(operation);
        for (Error each : schema(pointer).validate(body)) {
            faults.add(operation + " " + answer.uri() + " " + each.getInstanceLocation() + ": " + each.getMessage());
        }
        return body;
    }

    private JsonNode get(String path, String asked) {
        return holds("get " + path, site.get(asked));
    }

    private JsonNode form(String path, String asked, String form) {
        return holds("post " + path, site.form(asked, form));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void everyRouteAnswersAsItIsDescribed() {
        searches();
        papers();
        marks();
        lists();
        savedSearches();
        europePmc();
        refusals();

        assertThat(faults).isEmpty();
        Set<String> withJson = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().at("/responses/200/content").has("application/json")) {
                    withJson.add(method.getKey() + " " + path.getKey());
                }
            }
        }
        // What language models ask is a protocol of its own, which its own client tries.
        withJson.remove("post /mcp");
        assertThat(answered).isEqualTo(withJson);
    }

    private void searches() {
        for (String query : List.of(
                "",
                "diltiazem",
                "calcinosi",
                "pamidronat failed",
                "xqzzy",
                "Old A. Bone and calcium. 1990.",
                "papers where diltiazem failed",
                "\"sodium thiosulfate\" AND STS")) {
            String asked = "?query=" + encoded(query);
            for (String type : List.of("idlist", "lite", "core")) {
                get("/api/v1/search", "/api/v1/search" + asked + "&pageSize=2&resultType=" + type);
            }
            for (String rows : List.of("evidence", "patients", "sentences", "works")) {
                get("/api/v1/" + rows, "/api/v1/" + rows + asked + "&pageSize=2");
            }
            get("/api/v1/suggest", "/api/v1/suggest?q=" + encoded(query));
        }
        get("/api/v1/search", "/api/v1/search?treatment=diltiazem&year=2010..2020&except=treatment:diltiazem");
        form("/api/v1/search", "/api/v1/search", "query=diltiazem");
        form("/api/v1/evidence", "/api/v1/evidence", "query=diltiazem");
        form("/api/v1/patients", "/api/v1/patients", "query=diltiazem");
        form("/api/v1/patients/like", "/api/v1/patients/like", "text=" + encoded("A woman of 44 with anti-Scl-70"));
        get("/api/v1/works/{id}", "/api/v1/works/w1");
        get("/api/v1/works/{id}", "/api/v1/works/thio");
        for (String facet : List.of("treatment", "condition", "antibody", "journal", "year", "sex", "section")) {
            get("/api/v1/facets/{name}", "/api/v1/facets/" + facet);
        }
        get("/api/v1/fields", "/api/v1/fields");
        get("/health", "/health");
        get("/openapi.json", "/openapi.json");
    }

    private void papers() {
        for (String id : List.of("thio", "pam", "hostile", "plain")) {
            for (String part : List.of("", "/references", "/citedBy", "/related", "/annotations", "/findings")) {
                get("/api/v1/papers/{id}" + part, "/api/v1/papers/" + id + part);
            }
        }
    }

    private void marks() {
        List<String> findings = site.json("/api/v1/papers/thio").get("findings").findValuesAsText("id");
        form("/api/v1/reviews", "/api/v1/reviews", "verdict=right&reader=ann&finding=" + findings.get(0));
        form("/api/v1/reviews", "/api/v1/reviews", "verdict=wrong&reader=ben&finding=" + findings.get(0));
        form(
                "/api/v1/papers/{id}/findings",
                "/api/v1/papers/thio/findings",
                "verdict=corrected&correctTreatment=aspirin&correctResponse=mixed&correctOwn=false&correctHarm=rash"
                        + "&note=n&reader=ann&finding=" + findings.get(1));
        form(
                "/api/v1/papers/{id}/findings",
                "/api/v1/papers/thio/findings",
                "treatment=aspirin&response=mixed&sentence=STS+binds+calcium.&reader=ann");
        for (String mark : List.of("right", "wrong", "corrected", "none")) {
            get("/api/v1/evidence", "/api/v1/evidence?mark=" + mark);
        }
        get("/api/v1/papers/{id}/findings", "/api/v1/papers/thio/findings");
        get("/api/v1/reviews", "/api/v1/reviews");
        get("/api/v1/reviews/agreement", "/api/v1/reviews/agreement");
        holds(
                "post /api/v1/reviews/table",
                site.post(
                        "/api/v1/reviews/table",
                        "text/csv",
                        "paper,treatment,response,sentence\npam,aspirin,mixed,Nobody said so.\n"));
    }

    private void lists() {
        holds(
                "post /api/v1/lists",
                site.post(
                        "/api/v1/lists",
                        "application/json",
                        "{\"list\":\"mine\",\"papers\":[\"thio\",\"pam\"],\"reader\":\"ann\"}"));
        for (String decided : List.of(
                "paper=thio&decision=include&reader=ann&tags=a,b&note=n",
                "paper=thio&decision=exclude&reason=no+case&reader=ben",
                "paper=pam&decision=exclude&reason=a+child&reader=ben")) {
            form("/api/v1/lists/{name}", "/api/v1/lists/mine", decided);
        }
        holds(
                "post /api/v1/lists/{name}/table",
                site.post(
                        "/api/v1/lists/mine/table",
                        "text/csv",
                        "paper,decision,reader\npam,include,cat\nnowhere,include,cat\n"));
        get("/api/v1/lists", "/api/v1/lists");
        get("/api/v1/lists/{name}", "/api/v1/lists/mine");
        get("/api/v1/lists/{name}/prisma", "/api/v1/lists/mine/prisma");
    }

    private void savedSearches() {
        form("/api/v1/searches", "/api/v1/searches", "name=mine&query=calcinosis&year=2010..2020");
        get("/api/v1/searches", "/api/v1/searches");
    }

    private void europePmc() {
        for (String type : List.of("idlist", "lite", "core")) {
            get(REST + "/search", REST + "/search?query=calcinosis&format=json&resultType=" + type);
        }
        get(REST + "/search", REST + "/search?query=calcinosis&format=json&pageSize=1");
        get(REST + "/search/{asked}", REST + "/search/query=calcinosis&format=json");
        form(REST + "/search", REST + "/search", "query=calcinosis&format=json");
        form(REST + "/searchPOST", REST + "/searchPOST", "query=calcinosis&format=json");
        get(REST + "/fields", REST + "/fields?format=json");
        get(REST + "/profile", REST + "/profile?query=calcinosis&format=json");
        for (String id : List.of("thio", "pam", "hostile", "plain")) {
            get(REST + "/article/{source}/{id}", REST + "/article/APATITE/" + id + "?format=json");
            get(REST + "/{source}/{id}", REST + "/APATITE/" + id + "?format=json");
            get(REST + "/evaluations/{source}/{id}", REST + "/evaluations/APATITE/" + id + "?format=json");
            for (String part : List.of(
                    "references",
                    "citations",
                    "textMinedTerms",
                    "databaseLinks",
                    "labsLinks",
                    "datalinks",
                    "evaluations")) {
                get(REST + "/{source}/{id}/" + part, REST + "/APATITE/" + id + "/" + part + "?format=json");
            }
        }
        get(
                "/annotations_api/annotationsByArticleIds",
                "/annotations_api/annotationsByArticleIds?articleIds=APATITE:thio,APATITE:plain&format=json");
    }

    private void refusals() {
        get("/api/v1/search", "/api/v1/search?query=TITEL:a");
        get("/api/v1/search", "/api/v1/search?pageSize=x");
        get("/api/v1/papers/{id}", "/api/v1/papers/nowhere");
        get("/api/v1/lists/{name}", "/api/v1/lists/nowhere");
        form("/api/v1/reviews", "/api/v1/reviews", "finding=nothing&verdict=right");
        get(REST + "/search", REST + "/search?query=TITEL:a&format=json");
        get(REST + "/article/{source}/{id}", REST + "/article/MED/1?format=json");
    }

    @Test
    void everyExampleIsAnAnswer() {
        int examples = 0;
        for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                JsonNode json = method.getValue().at("/responses/200/content/application~1json");
                if (json.has("example")) {
                    examples++;
                    assertThat(schema(pointer(path.getKey(), method.getKey(), 200))
                                    .validate(json.get("example")))
                            .as(method.getKey() + " " + path.getKey())
                            .isEmpty();
                }
            }
        }
        assertThat(examples).isGreaterThan(40);
    }

    @Test
    void noAnswerIsAnObjectOfWhichNothingIsSaid() {
        for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (path.getKey().equals("/mcp") || path.getKey().equals("/openapi.json")) {
                    continue;
                }
                JsonNode schema = method.getValue().at("/responses/200/content/application~1json/schema");
                if (schema.has("type") && schema.get("type").asText().equals("object")) {
                    assertThat(schema.has("properties"))
                            .as(method.getKey() + " " + path.getKey())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void peopleReadItOnAPage() {
        String page = site.get("/api").body();
        for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String id = method.getValue().get("operationId").asText();
                assertThat(page).contains("<a href=\"#" + id + "\">", "id=\"" + id + "\"");
            }
        }
        for (Map.Entry<String, JsonNode> shape :
                description.at("/components/schemas").properties()) {
            assertThat(page).contains("id=\"shape-" + shape.getKey() + "\"");
        }
        assertThat(page).contains("href=\"/openapi.json\"").doesNotContain("<script src=\"http", "href=\"http");
    }
}
