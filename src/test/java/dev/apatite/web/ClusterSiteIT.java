package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apatite.opensearch.ClusterSettings;
import dev.apatite.opensearch.NeedsOpenSearch;
import dev.apatite.opensearch.OpenSearchNodes;
import dev.apatite.review.Reviews;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same site over both engines: the same papers, asked at the same addresses. */
@NeedsOpenSearch
class ClusterSiteIT {
    @TempDir
    private static Path folder;

    private static Site embedded;
    private static Site cluster;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        embedded = new Site(folder.resolve("embedded"));
        cluster = Site.overCluster(
                folder.resolve("cluster"),
                new ClusterSettings(OpenSearchNodes.one(), "site-" + System.nanoTime(), null, null, 2, 0));
    }

    @AfterAll
    static void stop() {
        if (embedded != null) {
            embedded.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/search?query=calcinosis",
                "/api/v1/search?query=calcinosos&resultType=core",
                "/api/v1/search?query=diltiazem&treatment=diltiazem&sort=TITLE+asc",
                "/api/v1/search?query=&format=csl-json",
                "/api/v1/search?query=&sort=CITED+desc",
                "/api/v1/search?query=CITES:thio",
                "/api/v1/search?query=REFFED_BY:thio",
                "/api/v1/evidence?minConfidence=0&sort=TREATMENT+asc",
                "/api/v1/papers/thio",
                "/api/v1/papers/thio/references",
                "/api/v1/papers/thio/citedBy",
                "/api/v1/papers/thio/related",
                "/api/v1/papers/thio/annotations",
                "/api/v1/papers/nobody",
                "/api/v1/evidence?sort=TREATMENT+asc",
                "/api/v1/evidence?query=diltiazem&sort=TREATMENT+asc",
                "/api/v1/patients?sort=AGE+asc",
                "/api/v1/sentences?query=diltiazem",
                "/api/v1/works",
                "/api/v1/works?query=thiosulfate",
                "/api/v1/works?citing=calcinosis&inCorpus=true",
                "/api/v1/works/thio",
                "/api/v1/facets/treatment",
                "/api/v1/facets/journal?query=calcinosis",
                "/api/v1/suggest?q=dil",
                "/api/v1/searches",
                "/api/v1/lists",
                "/webservices/rest/search?query=calcinosis&format=json",
                "/webservices/rest/search?query=calcinosis&resultType=core&format=json",
                "/api/v1/search?query=FOO:bar",
                "/api/v1/search?query=calcinosis&sort=nonsense",
            })
    void dataIsTheSame(String path) {
        HttpResponse<String> here = embedded.get(path);
        HttpResponse<String> there = cluster.get(path);
        assertThat(there.statusCode()).as(there.body()).isEqualTo(here.statusCode());
        assertThat(plain(cluster, there)).isEqualTo(plain(embedded, here));
    }

    /** Without addresses of the server, cursors, which name a state of an engine, and scores, which may differ by rounding. */
    private static String plain(Site site, HttpResponse<String> answer) {
        return plain(site.json(answer)).toPrettyString().replace(site.address, "");
    }

    private static JsonNode plain(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                object.remove("nextCursorMark");
                object.remove("nextPageUrl");
                object.remove("score");
                object.forEach(ClusterSiteIT::plain);
            }
            case ArrayNode array -> array.forEach(ClusterSiteIT::plain);
            default -> {}
        }
        return node;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ris", "bibtex", "csv", "jsonl", "bioc"})
    void exportsAreTheSame(String format) {
        String path = "/api/v1/search?query=calcinosis&format=" + format;
        assertThat(cluster.get(path).body()).isEqualTo(embedded.get(path).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?query=calcinosis+diltiazem",
                "/?query=calcinosos",
                "/evidence",
                "/evidence?query=diltiazem",
                "/patients",
                "/patients/like",
                "/sentences?query=diltiazem",
                "/works",
                "/works/thio",
                "/papers/thio",
                "/papers/thio?query=calcinosis",
                "/papers/thio/desk",
                "/facets/treatment",
                "/help",
                "/api",
                "/searches",
                "/lists",
                "/status",
                "/robots.txt",
                "/sitemap.xml",
                "/opensearch.xml",
                "/openapi.json",
                "/metrics",
                "/webservices/rest/fields",
            })
    void everyPageIsThere(String path) {
        assertThat(embedded.get(path).statusCode()).isEqualTo(200);
        HttpResponse<String> there = cluster.get(path);
        assertThat(there.statusCode()).as(there.body()).isEqualTo(200);
    }

    @Test
    void twoServersOfOneClusterKeepEachOthersMarks() throws IOException, InterruptedException {
        ClusterSettings settings =
                new ClusterSettings(OpenSearchNodes.one(), "marked-" + System.nanoTime(), null, null, 2, 0);
        try (Site one = Site.overCluster(folder.resolve("one"), settings);
                Site other = Site.overCluster(folder.resolve("other"), settings)) {
            List<String> findings = new ArrayList<>();
            JsonNode rows = one.json("/api/v1/evidence?sort=TREATMENT+asc&pageSize=4")
                    .path("resultList")
                    .path("result");
            rows.forEach(each -> findings.add(each.path("id").asText()));
            assertThat(findings).hasSizeGreaterThan(2);
            List<Thread> readers = new ArrayList<>();
            for (int i = 0; i < findings.size(); i++) {
                Site site = i % 2 == 0 ? one : other;
                String mark = "{\"finding\":\"" + findings.get(i) + "\",\"paper\":\""
                        + rows.path(i).path("paperId").asText() + "\",\"reader\":\"reader" + i
                        + "\",\"verdict\":\"wrong\"}";
                readers.add(Thread.ofPlatform()
                        .start(() -> site.post("/api/v1/reviews", "application/json", mark, "Origin", site.address)));
            }
            for (Thread each : readers) {
                each.join();
            }
            for (Site site : List.of(one, other, one)) {
                await().atMost(Duration.ofMinutes(2))
                        .untilAsserted(() -> assertThat(site.json("/api/v1/evidence?pageSize=0&mark=wrong")
                                        .path("hitCount")
                                        .asLong())
                                .isEqualTo(findings.size()));
            }
            assertThat(Files.readString(folder.resolve("one").resolve(Reviews.FILE)))
                    .isEqualTo(Files.readString(folder.resolve("other").resolve(Reviews.FILE)));
        }
    }

    @Test
    void aReadersMarkChangesTheRowsAndIsKept() {
        JsonNode row = cluster.json("/api/v1/evidence?sort=TREATMENT+asc&pageSize=1")
                .path("resultList")
                .path("result")
                .path(0);
        long before =
                cluster.json("/api/v1/evidence?pageSize=0").path("hitCount").asLong();
        String mark = "{\"finding\":\"" + row.path("id").asText() + "\",\"paper\":\""
                + row.path("paperId").asText() + "\",\"reader\":\"me\",\"verdict\":";
        String origin = cluster.address;
        HttpResponse<String> wrong =
                cluster.post("/api/v1/reviews", "application/json", mark + "\"wrong\"}", "Origin", origin);
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(200);
        assertThat(cluster.json("/api/v1/evidence?pageSize=0").path("hitCount").asLong())
                .isEqualTo(before - 1);
        assertThat(cluster.json("/api/v1/evidence?pageSize=0&mark=wrong")
                        .path("hitCount")
                        .asLong())
                .isEqualTo(1);
        cluster.post("/api/v1/reviews", "application/json", mark + "\"none\"}", "Origin", origin);
        assertThat(cluster.json("/api/v1/evidence?pageSize=0").path("hitCount").asLong())
                .isEqualTo(before);
    }
}
