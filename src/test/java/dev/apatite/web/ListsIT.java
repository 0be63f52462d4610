package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Papers are collected, screened, counted and taken elsewhere. */
class ListsIT {
    private static final String REVIEW = "/api/v1/lists/My%20review";

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    private Site site;

    @BeforeEach
    void open() {
        site = new Site(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private JsonNode collect(String papers) {
        return site.json(
                site.post("/api/v1/lists", "application/json", "{\"list\":\"My review\",\"papers\":[" + papers + "]}"));
    }

    private HttpResponse<String> say(String form) {
        return site.form(REVIEW, form);
    }

    @Test
    void papersAreCollectedDecidedOfAndCounted() {
        collect("\"thio\",\"pam\",\"plain\"");
        say("paper=thio&decision=include&reader=ann");
        say("paper=pam&decision=exclude&reason=a+child&reader=ann");
        say("paper=pam&note=read+again&tags=boy;+bone,boy&reader=ann");
        JsonNode counts = site.json(REVIEW + "/prisma");
        assertThat(counts.toString())
                .isEqualTo("{\"listed\":3,\"screened\":2,\"open\":1,\"conflicts\":0,\"excluded\":1,"
                        + "\"reasons\":{\"a child\":1},\"included\":1}");
        JsonNode pam = site.json(REVIEW).at("/resultList/result/1/said/1");
        assertThat(pam.get("decision").asText()).isEqualTo("exclude");
        assertThat(pam.get("note").asText()).isEqualTo("read again");
        assertThat(pam.get("tags")).hasSize(2);
        assertThat(collect("\"thio\"").at("/prisma/included").asInt()).isEqualTo(1);
    }

    @Test
    void allOfASearchIsCollected() {
        site.form("/api/v1/lists?query=calcinosis&all=true", "list=My+review");
        assertThat(site.json(REVIEW + "/prisma").get("listed").asInt())
                .isEqualTo(site.json("/api/v1/search?query=calcinosis")
                        .get("hitCount")
                        .asInt());
    }

    @Test
    void listsSurviveWhateverBecomesOfTheIndexAndAPaperThatIsGoneKeepsItsTitle() {
        collect("\"thio\"");
        say("paper=thio&decision=include");
        site.close();
        site = new Site(folder);
        assertThat(site.json(REVIEW).at("/prisma/included").asInt()).isEqualTo(1);
        assertThat(site.json(REVIEW).at("/resultList/result/0/title").asText()).startsWith("Sodium thiosulfate");
    }

    @Test
    void twoReadersAreMergedFromATableWithTheirAgreement() {
        collect("\"thio\",\"pam\",\"plain\",\"hostile\"");
        for (String each : List.of("thio", "pam", "plain", "hostile")) {
            say("paper=" + each + "&reader=ann&decision=" + (each.equals("thio") ? "include" : "exclude&reason=no"));
        }
        String table = site.get(REVIEW + "?format=csv").body();
        try (Site two = new Site(other)) {
            two.post(
                    "/api/v1/lists",
                    "application/json",
                    "{\"list\":\"My review\",\"papers\":[\"thio\",\"pam\",\"plain\"]}");
            two.form(REVIEW, "paper=thio&reader=bob&decision=include");
            two.form(REVIEW, "paper=pam&reader=bob&decision=include");
            two.form(REVIEW, "paper=plain&reader=bob&decision=exclude");
            JsonNode taken = two.json(two.post(
                    REVIEW + "/table",
                    "text/csv",
                    table + "gone,,,,,,,,ann,include,,,,\r\nthio,,,,,,,,ann,perhaps,,,,\r\n"));
            assertThat(taken.at("/problems/0/message").asText()).isEqualTo("there is no paper gone here");
            assertThat(taken.at("/problems/1/column").asText()).isEqualTo("decision");
            JsonNode list = two.json(REVIEW);
            JsonNode agreed = list.at("/agreement/0");
            assertThat(agreed.get("both").asInt()).isEqualTo(3);
            assertThat(agreed.get("same").asInt()).isEqualTo(2);
            // 2 of 3 alike, 4 of 9 by chance.
            assertThat(agreed.get("kappa").asDouble()).isCloseTo(0.4, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(list.at("/prisma/conflicts").asInt()).isEqualTo(1);
            assertThat(two.get("/lists/My%20review?show=conflict").body())
                    .contains("readers disagree", "Pamidronate in a boy");
            assertThat(two.json(two.post(REVIEW + "/table", "text/csv", table))
                            .get("unchanged")
                            .asInt())
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void aListGoesToReferenceManagersWithWhatIsNoted() {
        collect("\"thio\"");
        say("paper=thio&decision=exclude&reason=no+outcome&reader=ann");
        say("paper=thio&note=%3Db%0Aad&tags=calcinosis&reader=ann");
        assertThat(site.get(REVIEW + "?format=ris").body())
                .contains(
                        "TI  - Sodium thiosulfate",
                        "N1  - Decision by ann: exclude: no outcome\r\n",
                        "N1  - Note by ann: =b ad\r\n")
                .contains("KW  - calcinosis\r\n")
                .endsWith("ER  - \r\n\r\n");
        assertThat(site.get(REVIEW + "?format=csv&bom=true").body())
                .startsWith("\uFEFFpaper,title")
                .contains("'=b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/lists              | list=&paper=thio            | 400 | list",
                "/api/v1/lists              | list=a/b&paper=thio         | 400 | list",
                "/api/v1/lists              | list=x                      | 400 | paper",
                "/api/v1/lists              | list=x&paper=none           | 404 | ''",
                "/api/v1/lists/none         | paper=thio&decision=include | 404 | ''",
                "/api/v1/lists/My%20review  | paper=pam&decision=include  | 404 | ''",
                "/api/v1/lists/My%20review  | paper=thio&decision=maybe   | 400 | decision",
                "/api/v1/lists/My%20review  | paper=thio&colour=red       | 400 | colour",
            })
    void whatMakesNoSenseIsRefused(String path, String form, int status, String parameter) {
        collect("\"thio\"");
        HttpResponse<String> answer = site.form(path, form);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(site.json(answer).path("parameter").asText("")).isEqualTo(parameter);
    }

    @Test
    void pagesWorkByForms() {
        HttpResponse<String> made = site.form("/lists", "list=My+review&paper=thio&paper=hostile");
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(made.headers().firstValue("Location")).hasValue("/lists/My%20review");
        HttpResponse<String> said = site.form(
                "/lists/My%20review",
                "paper=thio&decision=include&next=hostile&back=%2Flists%2FMy%2520review%3Fshow%3Dopen");
        assertThat(said.headers().firstValue("Location")).hasValue("/lists/My%20review?show=open#p-hostile");
        assertThat(site.form("/lists/My%20review", "paper=thio&decision=open&back=//evil.example")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/lists/My%20review#p-thio");
        assertThat(site.get("/lists").body()).contains("My review");
        assertThat(site.get("/lists/My%20review").body()).doesNotContain("<script>alert");
        site.form("/lists/My%20review", "paper=thio&remove=true");
        site.form("/lists/My%20review", "paper=hostile&remove=true");
        assertThat(site.get("/lists/My%20review").statusCode()).isEqualTo(404);
        assertThat(site.get("/").body()).contains("form=\"collect\"");
    }
}
