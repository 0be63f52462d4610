package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP API through a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiIT {
    @SuppressWarnings("NullAway.Init")
    private Site site;

    @BeforeAll
    void open(@TempDir Path folder) {
        site = new Site(folder);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/search                            | application/json",
                "/api/v1/search?format=ris                 | application/x-research-info-systems",
                "/api/v1/search?format=bibtex              | application/x-bibtex",
                "/api/v1/search?format=csl-json            | application/vnd.citationstyles.csl+json",
                "/api/v1/search?format=csv                 | text/csv",
                "/api/v1/search?format=jsonl               | application/jsonl",
                "/api/v1/search?format=bioc                | application/json",
                "/api/v1/papers/thio                       | application/json",
                "/api/v1/papers/thio?format=ris            | application/x-research-info-systems",
                "/api/v1/papers/thio/references            | application/json",
                "/api/v1/papers/thio/citedBy               | application/json",
                "/api/v1/papers/thio/related               | application/json",
                "/api/v1/papers/thio/annotations           | application/ld+json",
                "/api/v1/papers/thio/annotations?format=bioc | application/json",
                "/api/v1/evidence                          | application/json",
                "/api/v1/evidence?format=csv               | text/csv",
                "/api/v1/evidence?format=jsonl             | application/jsonl",
                "/api/v1/patients                          | application/json",
                "/api/v1/patients?format=csv               | text/csv",
                "/api/v1/works                             | application/json",
                "/api/v1/works/w1                          | application/json",
                "/api/v1/sentences?query=diltiazem         | application/json",
                "/api/v1/reviews                           | application/json",
                "/api/v1/suggest?q=sod                     | application/json",
                "/api/v1/fields                            | application/json",
                "/health                                   | application/json",
                "/metrics                                  | text/plain",
                "/openapi.json                             | application/json",
                "/opensearch.xml                           | application/opensearchdescription+xml",
            })
    void everyAddressAnswersInItsFormat(String path, String mediaType) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(mediaType));
        assertThat(answer.body()).isNotEmpty();
        assertThat(site.method("HEAD", path).body()).isEmpty();
        assertThat(site.method("HEAD", path).headers().firstValue("Content-Type"))
                .isEqualTo(answer.headers().firstValue("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query=pamidronate                     | pam",
                "query=STS                             | thio",
                "treatment=bisphosphonates             | pam",
                "treatment=pamidronate&treatment=sodium%20thiosulfate | pam thio",
                "treatment=diltiazem&year=2010..2016   | thio",
                "antibody=anti-Scl-70:positive         | thio",
                "antibody=anti-Scl-70:negative         | pam",
                "given=pamidronate                     | pam",
                "finding=diltiazem:no_response         | thio",
                "age=5..10                             | pam",
                "sex=female                            | thio",
                "journal=Bone%20Reports                | pam",
                "query=STS&synonym=false               | thio",
                "query=sodium&section=CASE             | thio",
                "query=zebra                           | ''",
            })
    void filtersAndQueriesFindTheirPapers(String parameters, String ids) {
        assertThat(site.ids("/api/v1/search?" + parameters))
                .containsExactlyInAnyOrderElementsOf(ids.isEmpty() ? List.of() : List.of(ids.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({"P_PDATE_D desc,hostile", "P_PDATE_D asc,thio", "CITED desc,thio", "TITLE asc,plain"})
    void sortsPutTheirFirstPaperFirst(String sort, String first) {
        assertThat(site.ids("/api/v1/search?sort=" + sort.replace(" ", "%20"))).startsWith(first);
    }

    @Test
    void aCursorWalksThroughAllPapersOnce() {
        List<String> walked = new ArrayList<>();
        String path = "/api/v1/search?pageSize=1&cursorMark=*&resultType=idlist";
        for (int page = 0; page < 10 && path != null; page++) {
            JsonNode answer = site.json(path);
            walked.addAll(answer.at("/resultList/result").findValuesAsText("id"));
            JsonNode next = answer.get("nextPageUrl");
            path = next.isNull() ? null : next.asText().substring(site.address.length());
        }
        assertThat(walked).containsExactlyInAnyOrder("thio", "pam", "hostile", "plain");
    }

    @Test
    void aLongQueryMayBePosted() {
        HttpResponse<String> answer = site.form("/api/v1/search", "query=pamidronate&resultType=idlist");
        assertThat(site.json(answer).at("/resultList/result").findValuesAsText("id"))
                .containsExactly("pam");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/search?qery=a              | 400 | qery      | query",
                "/api/v1/search?query=TITEL:a       | 400 | query     | TITLE",
                "/api/v1/search?pageSize=1001       | 400 | pageSize  | 1000",
                "/api/v1/search?pageSize=many       | 400 | pageSize  | many",
                "/api/v1/search?sort=COLOUR         | 400 | sort      | COLOUR",
                "/api/v1/search?cursorMark=!!       | 400 | cursorMark | ''",
                "/api/v1/search?year=soon           | 400 | year      | soon",
                "/api/v1/search?finding=diltiazem   | 400 | finding   | treatment:response",
                "/api/v1/search?format=pdf          | 400 | format    | pdf",
                "/api/v1/search?synonym=perhaps     | 400 | synonym   | perhaps",
                "/api/v1/search?callback=x          | 400 | callback  | JSON",
                "/api/v1/evidence?response=great    | 400 | response  | great",
                "/api/v1/papers/none                | 404 | ''        | none",
                "/api/v1/papers/..%2f..%2fetc       | 404 | ''        | ''",
                "/api/v1/none                       | 404 | ''        | /api/v1/none",
            })
    void errorsNameWhatIsWrong(String path, int status, String parameter, String words) {
        HttpResponse<String> answer = site.get(path);
        JsonNode problem = site.json(answer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.path("parameter").asText("")).isEqualTo(parameter);
        assertThat(problem.get("detail").asText()).contains(words);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
    }

    @Test
    void aBrokenQueryIsToldItsPosition() {
        JsonNode problem = site.json("/api/v1/search?query=calcinosis%20TITEL:a");
        assertThat(problem.get("position").asInt()).isEqualTo(11);
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        assertThat(site.method("DELETE", "/api/v1/search").statusCode()).isEqualTo(405);
        assertThat(site.method("DELETE", "/api/v1/search").headers().firstValue("Allow"))
                .hasValueSatisfying(
                        methods -> assertThat(methods).contains("GET").contains("POST"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        assertThat(site.form("/api/v1/search", "query=" + "a".repeat(1 << 21)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        String path = "/api/v1/search?query=calcinosis";
        String tag = site.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("W/\"[0-9a-f]+\"");
        assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(site.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void answersAreCompressedForThoseWhoAsk() {
        assertThat(site.get("/openapi.json", "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("Content-Encoding"))
                .hasValue("gzip");
    }

    @Test
    void untilTheFirstIndexIsCompleteOnlyItsProgressIsTold() {
        site.ready.set(false);
        try {
            HttpResponse<String> search = site.get("/api/v1/search");
            assertThat(search.statusCode()).isEqualTo(503);
            assertThat(search.headers().firstValue("Retry-After")).isPresent();
            assertThat(site.json(search).get("detail").asText()).contains("3 of 7");
            assertThat(site.get("/health").statusCode()).isEqualTo(503);
            assertThat(site.json("/health").get("done").asInt()).isEqualTo(3);
            assertThat(site.get("/openapi.json").statusCode()).isEqualTo(200);
        } finally {
            site.ready.set(true);
        }
    }

    @ParameterizedTest
    @CsvSource({"evil.example,403", "localhost:1234,200", "127.0.0.1,200", "127.0.0.1.evil.example,403"})
    void onlyLoopbacksNamesAreAnswered(String host, int status) throws IOException {
        URI address = URI.create(site.address);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String request = "GET /api/v1/fields HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1"})
    void anotherSitesPagesMayChangeNothing(String origin) {
        String mark = "finding=thio-0&verdict=wrong";
        assertThat(site.form("/api/v1/reviews", mark, "Origin", origin).statusCode())
                .isEqualTo(403);
        assertThat(site.form("/evidence/mark", mark, "Origin", origin).statusCode())
                .isEqualTo(403);
        assertThat(site.json("/api/v1/reviews?finding=thio-0").get("hitCount").asInt())
                .isZero();
    }

    @Test
    void aScriptMarksAFindingAndTakesTheMarkBack() {
        String json =
                "{\"finding\":\"pam-0\",\"verdict\":\"corrected\",\"correctResponse\":\"mixed\",\"note\":\"both\"}";
        JsonNode mark = site.json(site.post("/api/v1/reviews", "application/json", json));
        assertThat(mark.get("sentence").asText()).isEqualTo("Pamidronate reduced the pain of calcinosis.");
        assertThat(site.json("/api/v1/reviews?paper=pam")
                        .at("/resultList/result/0/correctResponse")
                        .asText())
                .isEqualTo("mixed");
        assertThat(site.get("/api/v1/evidence?format=csv").body())
                .contains("corrected")
                .contains("both");
        site.form("/api/v1/reviews", "finding=pam-0&verdict=none");
        assertThat(site.json("/api/v1/reviews?paper=pam").get("hitCount").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "finding=pam-0                                    | 400 | verdict",
                "finding=pam-0&verdict=nice                       | 400 | verdict",
                "finding=pam-0&verdict=corrected                  | 400 | verdict",
                "finding=pam-0&verdict=corrected&correctResponse=x | 400 | correctResponse",
                "finding=pam-0&verdict=right&colour=red           | 400 | colour",
                "finding=pam-99&verdict=right                     | 404 | ''",
                "verdict=right                                    | 400 | finding",
            })
    void aMarkThatMakesNoSenseIsRefused(String form, int status, String parameter) {
        HttpResponse<String> answer = site.form("/api/v1/reviews", form);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(site.json(answer).path("parameter").asText("")).isEqualTo(parameter);
    }

    @Test
    void everyRouteStandsInTheDescriptionAndNothingElseDoes() {
        List<String> described = new ArrayList<>();
        site.json("/openapi.json")
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> described.add(method + " " + path.getKey())));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(site.server.routes().described().stream()
                        .map(each -> each.method().name().toLowerCase(java.util.Locale.ROOT) + " "
                                + each.path().replaceAll("<(\\w+)>", "{$1}"))
                        .toList());
    }

    @Test
    void everyParameterThatIsDescribedIsKnown() {
        JsonNode description = site.json("/openapi.json");
        for (String path : List.of(
                "/api/v1/search", "/api/v1/evidence", "/api/v1/patients", "/api/v1/sentences", "/api/v1/works")) {
            for (JsonNode each : description.at("/paths/" + path.replace("/", "~1") + "/get/parameters")) {
                String name = description
                        .at(each.get("$ref").asText().substring(1) + "/name")
                        .asText();
                HttpResponse<String> answer = site.get(path + "?" + name + "=");
                assertThat(answer.statusCode()).as(path + " " + name).isEqualTo(200);
            }
        }
    }
}
