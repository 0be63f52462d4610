package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What programs other than clients of the API ask of the service: browsers, Zotero, crawlers, proxies, generators. */
class ServiceIT {
    @TempDir
    static Path folder;

    static Site site;

    @BeforeAll
    static void start() {
        site = new Site(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    @Test
    void aPapersPageSaysHowItIsCited() {
        String page = site.get("/papers/thio").body();
        assertThat(page)
                .contains("<meta name=\"citation_title\" content=\"Sodium thiosulfate for calcinosis cutis\">")
                .contains("<meta name=\"citation_author\" content=\"Roe, Jane\">")
                .contains("<meta name=\"citation_doi\" content=\"10.1000/thio\">")
                .contains("<meta name=\"citation_publication_date\" content=\"2015\">")
                .contains("rel=\"alternate\" type=\"application/x-bibtex\"")
                .contains("\"@type\":\"ScholarlyArticle\"");
        String hostile = site.get("/papers/hostile").body();
        assertThat(hostile).doesNotContain("<script>alert(1)").doesNotContain("content=\"<script>");
        assertThat(site.get("/?query=thiosulfate").body())
                .contains("class=\"Z3988\"")
                .contains("rft.au=Roe");
    }

    @Test
    void browsersAndCrawlersFindTheirWay() {
        assertThat(site.get("/opensearch.xml").body()).contains("application/x-suggestions+json");
        JsonNode suggestions = site.json("/api/v1/suggest?q=dilti&format=opensearch");
        assertThat(suggestions.get(0).asText()).isEqualTo("dilti");
        assertThat(suggestions.get(1)).isNotEmpty();
        assertThat(site.get("/robots.txt").body()).contains("Sitemap: " + site.address + "/sitemap.xml");
        assertThat(site.get("/sitemap.xml").body()).contains("<loc>" + site.address + "/papers/thio</loc>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-bibtex                                   | application/x-bibtex",
                "application/vnd.citationstyles.csl+json                | application/vnd.citationstyles.csl+json",
                "application/json;q=0.5, text/csv                       | text/csv",
                "text/html, application/xhtml+xml, */*;q=0.8            | application/json",
                "image/png                                              | application/json",
                "application/x-bibtex;q=0, application/json             | application/json",
            })
    void acceptChoosesTheFormat(String accept, String mediaType) {
        HttpResponse<String> answer = site.get("/api/v1/papers/thio", "Accept", accept);
        assertThat(header(answer, "Content-Type")).startsWith(mediaType);
        assertThat(header(answer, "Vary")).contains("Accept");
        assertThat(header(site.get("/api/v1/search?query=diltiazem", "Accept", accept), "Content-Type"))
                .startsWith(mediaType);
    }

    @Test
    void anAddressThatIsTooLongIsToldToComeByPost() {
        HttpResponse<String> far = site.get("/api/v1/search?query=" + "calcinosis+".repeat(20_000));
        assertThat(far.statusCode()).isEqualTo(414);
        assertThat(site.json(far).get("detail").asText()).contains("POST");
        HttpResponse<String> answer = site.get("/api/v1/search?query=" + "calcinosis+".repeat(1500));
        assertThat(answer.statusCode()).isEqualTo(414);
        assertThat(site.json(answer).get("detail").asText()).contains("POST");
    }

    @Test
    void noOtherServersPageReadsTheAnswersUnlessTheStartNamesIt() {
        assertThat(site.get("/api/v1/search", "Origin", "https://elsewhere.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void aPageThatTheStartNamesMayAskAndIsToldSoBeforehand(@TempDir Path other) {
        String page = "https://reader.example";
        try (Site lending = Site.lending(other, Set.of(page))) {
            HttpResponse<String> asked = lending.get("/api/v1/search?query=diltiazem", "Origin", page);
            assertThat(header(asked, "Access-Control-Allow-Origin")).isEqualTo(page);
            assertThat(header(asked, "Access-Control-Expose-Headers")).contains("ETag", "Link");
            HttpResponse<String> before =
                    lending.options("/api/v1/search", "Origin", page, "Access-Control-Request-Method", "POST");
            assertThat(before.statusCode()).isEqualTo(204);
            assertThat(header(before, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
            assertThat(header(before, "Access-Control-Allow-Headers")).contains("If-None-Match");
            assertThat(lending.form("/api/v1/search", "query=diltiazem", "Origin", page)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(lending.form("/api/v1/searches", "name=a&query=b", "Origin", page)
                            .statusCode())
                    .as("a change")
                    .isEqualTo(403);
            assertThat(lending.form("/api/v1/search", "query=a", "Origin", "https://elsewhere.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(header(
                            lending.options(
                                    "/api/v1/search",
                                    "Origin",
                                    "https://elsewhere.example",
                                    "Access-Control-Request-Method",
                                    "GET"),
                            "Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/search         | GET, HEAD, OPTIONS, POST",
                "/api/v1/papers/thio    | GET, HEAD, OPTIONS",
                "/webservices/rest/searchPOST | OPTIONS, POST",
            })
    void anAddressTellsItsMethods(String path, String methods) {
        HttpResponse<String> answer = site.options(path);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Allow")).isEqualTo(methods);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pagesize=3               | pagesize | did you mean pageSize?",
                "filter=treatment         | filter   | here are bom, callback, cursorMark",
                "query=a&query=b          | query    | several values",
                "query=a&sort=TITLE asc&sort=CITED desc | sort | several values",
                "year=2020..2010          | year     | begins after its end",
                "own=true                 | own      | filters are age",
            })
    void aParameterThatIsWrongIsNamedWithWhatIsAllowed(String query, String parameter, String words) {
        JsonNode problem = site.json("/api/v1/search?" + query.replace(" ", "%20"));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
        assertThat(problem.get("detail").asText()).contains(words);
    }

    @Test
    void whatIsNoFormIsToldHowToCome() {
        HttpResponse<String> answer = site.post("/api/v1/search", "application/json", "{\"query\":\"a\"}");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(site.json(answer).get("detail").asText()).contains("application/x-www-form-urlencoded");
    }

    @Test
    void cachesAreToldWhatAnAnswerVariesBy() {
        assertThat(header(site.get("/api/v1/search?query=a"), "Vary")).contains("Accept-Encoding", "Accept");
        assertThat(header(site.get("/webservices/rest/search?query=a"), "Vary")).contains("Accept-Encoding", "Accept");
    }

    @Test
    void rowsReferencesAndRunsAreExported() {
        assertThat(site.get("/api/v1/papers/pam/references?format=ris").body()).contains("TY  - GEN", "ER  - ");
        assertThat(site.get("/api/v1/papers/thio/citedBy?format=bibtex").body())
                .contains("@article{doe2018pamidronate");
        assertThat(site.get("/api/v1/works?format=csv&bom=true").body()).startsWith("\uFEFFid,title");
        assertThat(site.get("/api/v1/search?query=calcinosis&format=trec&topic=7")
                        .body())
                .startsWith("7 Q0 ");
        assertThat(site.get("/api/v1/patients?format=phenopackets").body().lines())
                .hasSize(2);
        assertThat(site.get("/api/v1/papers/thio?format=jats").body()).contains("<article-title>");
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        List<String> names = new ArrayList<>();
        site.json("/openapi.json")
                .get("paths")
                .forEach(path -> path.forEach(
                        operation -> names.add(operation.path("operationId").asText())));
        assertThat(names).doesNotHaveDuplicates().doesNotContain("").contains("getPapersByIdCitedBy");
    }
}
