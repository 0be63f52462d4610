package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers say of findings, and that it counts wherever findings are. */
class DeskIT {
    private static final String STS = "Topical sodium thiosulfate cleared the lesions <b>fully</b> & for good.";

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = new Site(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> post(String paper, String json) {
        return site.post("/api/v1/papers/" + paper + "/findings", "application/json", json);
    }

    private long hits(String path) {
        return site.json(path).get("hitCount").asLong();
    }

    private static String mark(String finding, String verdict, String reader) {
        return "{\"finding\":\"" + finding + "\",\"verdict\":\"" + verdict + "\",\"reader\":\"" + reader + "\"}";
    }

    @Test
    void theDeskShowsWhatNoIndexHoldsTheSurestFirst() {
        JsonNode rows = site.json("/api/v1/papers/thio/findings").at("/resultList/result");
        assertThat(rows.findValuesAsText("id")).containsExactly("thio-0", "thio-1", "thio-2");
        assertThat(rows.get(2).get("confidence").asDouble()).isEqualTo(0.07);
        assertThat(hits("/api/v1/evidence")).isEqualTo(4);
    }

    @Test
    void whatNoIndexHoldsIsGivenWhereItIsAskedFor() {
        JsonNode all = site.json("/api/v1/evidence?minConfidence=0");
        assertThat(all.get("hitCount").asLong()).isEqualTo(5);
        assertThat(all.get("unsure").toString()).isEqualTo("{\"papers\":4,\"most\":25,\"included\":true}");
        assertThat(all.at("/resultList/result").findValuesAsText("id")).contains("thio-2");
        assertThat(hits("/api/v1/evidence?minConfidence=0.08")).isEqualTo(4);
        assertThat(hits("/api/v1/evidence?minConfidence=0&treatment=diltiazem")).isEqualTo(2);
        assertThat(site.json("/api/v1/evidence").get("unsure").isNull()).isTrue();
        assertThat(site.get("/api/v1/evidence?minConfidence=0&format=jsonl")
                        .body()
                        .lines())
                .hasSize(5);
        assertThat(site.get("/evidence?minConfidence=0").body()).doesNotContain("row-thio-2");
    }

    @Test
    void whatReadersSaidOfARowThatNoIndexHeldStandsAsTheyLeftIt() {
        post("thio", mark("thio-2", "wrong", "ann"));
        assertThat(hits("/api/v1/evidence?minConfidence=0")).isEqualTo(4);
        assertThat(hits("/api/v1/evidence?minConfidence=0&mark=wrong")).isEqualTo(1);
        post("thio", mark("thio-0", "right", "ann"));
        assertThat(hits("/api/v1/evidence?minConfidence=0&mark=right")).isEqualTo(1);
    }

    @Test
    void whatIsWrongCountsInNoCountNoFacetNoFilterNoPictureAndNoExport() {
        assertThat(hits("/api/v1/search?finding=diltiazem:no_response")).isEqualTo(1);
        post("thio", mark("thio-0", "wrong", ""));
        JsonNode evidence = site.json("/api/v1/evidence");
        assertThat(evidence.get("hitCount").asInt()).isEqualTo(3);
        assertThat(evidence.get("facets").toString()).doesNotContain("no_response");
        assertThat(evidence.get("summary").toString()).doesNotContain("NO_RESPONSE", "no_response");
        assertThat(hits("/api/v1/search?finding=diltiazem:no_response")).isZero();
        assertThat(site.json("/api/v1/search").get("facets").toString()).doesNotContain("no_response");
        assertThat(site.get("/api/v1/evidence?format=csv").body()).doesNotContain("thio-0");
        assertThat(site.json("/api/v1/papers/thio").get("findings").findValuesAsText("id"))
                .containsExactly("thio-1");
        assertThat(site.json("/api/v1/patients?query=thio*").toString()).doesNotContain("thio-0");
        assertThat(hits("/api/v1/evidence?mark=wrong")).isEqualTo(1);
        assertThat(site.get("/papers/thio").body()).contains("Called wrong by a reader");
        assertThat(site.get("/evidence").body()).contains("<s>diltiazem</s>", "3 findings<");
    }

    @Test
    void whatIsConfirmedCorrectedOrAddedCountsAsReadByAPerson() {
        post("thio", mark("thio-2", "right", "ann"));
        post(
                "pam",
                "{\"finding\":\"pam-0\",\"verdict\":\"corrected\",\"correctTreatment\":\"zoledronate\","
                        + "\"correctResponse\":\"no_response\"}");
        post(
                "plain",
                "{\"treatment\":\"warm water\",\"response\":\"complete_response\","
                        + "\"sentence\":\"Nothing but hands.\",\"reader\":\"ann\"}");
        assertThat(hits("/api/v1/evidence")).isEqualTo(6);
        assertThat(hits("/api/v1/search?finding=warm%20water:complete_response"))
                .isEqualTo(1);
        assertThat(hits("/api/v1/search?finding=pamidronate:partial_response")).isZero();
        assertThat(hits("/api/v1/evidence?treatment=zoledronate&response=no_response"))
                .isEqualTo(1);
        for (JsonNode each : site.json("/api/v1/evidence?mark=right&mark=added&mark=corrected")
                .at("/resultList/result")) {
            assertThat(each.get("source").asText()).isEqualTo("reader");
            assertThat(each.get("confidence").isNull()).isTrue();
        }
        assertThat(site.get("/api/v1/evidence?format=csv&mark=added").body())
                .contains("warm water")
                .contains(",added,")
                .endsWith(",reader,ann\r\n");
        assertThat(hits("/api/v1/evidence?mark=none")).isEqualTo(3);
        assertThat(site.get("/evidence?mark=added").body()).contains("read by a person");
    }

    @Test
    void marksSurviveWhenTheProgramsIndexIsMadeAnew() {
        post("thio", mark("thio-0", "wrong", ""));
        post("thio", mark("thio-2", "right", ""));
        site.close();
        site = new Site(folder);
        assertThat(hits("/api/v1/evidence")).isEqualTo(4);
        assertThat(site.get("/evidence").body()).contains("<s>diltiazem</s>");
    }

    @Test
    void theLastMarkIsUndoneAndWhatWasSaidBeforeCountsAgain() {
        post("thio", mark("thio-0", "right", "ann"));
        post("thio", mark("thio-1", "wrong", "ann"));
        post("thio", mark("thio-0", "wrong", "ann"));
        post("thio", mark("thio-0", "wrong", "bob"));
        String undo = "{\"undo\":true,\"reader\":\"ann\"}";
        assertThat(site.json(post("thio", undo)).get("finding").asText()).isEqualTo("thio-0");
        assertThat(site.json("/api/v1/reviews?reader=ann&finding=thio-0")
                        .at("/resultList/result/0/verdict")
                        .asText())
                .isEqualTo("right");
        assertThat(site.json(post("thio", undo)).get("finding").asText()).isEqualTo("thio-1");
        assertThat(post("thio", undo).statusCode()).isEqualTo(200);
        assertThat(post("thio", undo).statusCode()).isEqualTo(404);
        assertThat(hits("/api/v1/reviews?reader=ann")).isZero();
        assertThat(hits("/api/v1/reviews?reader=bob")).isEqualTo(1);
    }

    @Test
    void twoReadersAreKeptApartComparedAndSettled() {
        for (String reader : List.of("ann", "bob")) {
            post("thio", mark("thio-1", "right", reader));
            post("pam", mark("pam-0", "right", reader));
        }
        post("thio", mark("thio-0", "wrong", "ann"));
        post("thio", mark("thio-0", "right", "bob"));
        post("pam", mark("pam-1", "right", "bob"));
        JsonNode answer = site.json("/api/v1/reviews/agreement");
        JsonNode pair = answer.at("/pairs/0");
        assertThat(pair.get("both").asInt()).isEqualTo(3);
        assertThat(pair.get("same").asInt()).isEqualTo(2);
        // 2 of 3 alike; by their habits alone 2/3 would be: kappa is 0.
        assertThat(pair.get("kappa").asDouble()).isEqualTo(0);
        // Ann has 2 rows, Bob 4, and they share 2.
        assertThat(pair.get("f1").asDouble()).isEqualTo(2 * 2 / 6.0);
        assertThat(answer.at("/disputed/0/finding").asText()).isEqualTo("thio-0");
        assertThat(answer.at("/alone/0/finding").asText()).isEqualTo("pam-1");
        assertThat(hits("/api/v1/evidence?mark=disputed")).isEqualTo(1);
        assertThat(site.get("/reviews/compare").body()).contains("ann and bob", "Settle as wrong");
        site.form("/evidence/mark", "finding=thio-0&paper=thio&verdict=wrong&settles=true&reader=bob");
        assertThat(hits("/api/v1/evidence?mark=disputed")).isZero();
        assertThat(hits("/api/v1/evidence?mark=wrong")).isEqualTo(1);
        assertThat(site.json("/api/v1/reviews/agreement").get("disputed")).isEmpty();
    }

    @Test
    void aSentenceMayBeTypedWithOtherSpacesButMustStandThere() {
        JsonNode mark = site.json(post(
                "thio",
                "{\"treatment\":\"STS\",\"response\":\"mixed\",\"sentence\":\"topical sodium  thiosulfate cleared the"
                        + " lesions b fully b for good\"}"));
        assertThat(mark.get("sentence").asText()).isEqualTo(STS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"treatment\":\"x\",\"response\":\"mixed\",\"sentence\":\"She was cured.\"}           | 400 | sentence",
                "{\"treatment\":\"x\",\"response\":\"mixed\"}                                           | 400 | sentence",
                "{\"treatment\":\"x\",\"response\":\"good\",\"sentence\":\"STS binds calcium.\"}        | 400 | response",
                "{\"response\":\"mixed\",\"sentence\":\"STS binds calcium.\"}                           | 400 | treatment",
                "{\"treatment\":\"x\",\"response\":\"mixed\",\"sentence\":\"STS binds calcium.\",\"patient\":\"p\"} | 400 | patient",
                "{\"finding\":\"thio-0\",\"verdict\":\"added\"}                                         | 400 | verdict",
                "{\"finding\":\"thio-0\",\"verdict\":\"right\",\"colour\":\"red\"}                      | 400 | colour",
                "{\"finding\":\"thio-9\",\"verdict\":\"right\"}                                         | 404 | ''",
                "[]                                                                                     | 400 | body",
            })
    void whatMakesNoSenseIsRefused(String json, int status, String parameter) {
        HttpResponse<String> answer = post("thio", json);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(site.json(answer).path("parameter").asText("")).isEqualTo(parameter);
    }

    @Test
    void aNameWithControlCharactersIsNone() {
        assertThat(post("thio", mark("thio-0", "right", "x\\ty")).statusCode()).isEqualTo(400);
    }

    @Test
    void whereSignInsAreKeptTheNameIsTheirs() {
        site.close();
        SignIn signIn = SignIn.of("test", SignIn.passwordLine("ann", "secret: words".toCharArray()) + "\n");
        site = new Site(folder, new Access(null, Set.of(), signIn, false));
        String path = "/api/v1/papers/thio/findings";
        String[] ann = {
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString("ann:secret: words".getBytes(StandardCharsets.UTF_8))
        };
        String unnamed = "{\"finding\":\"thio-0\",\"verdict\":\"right\"}";
        assertThat(site.post(path, "application/json", unnamed).statusCode()).isEqualTo(401);
        assertThat(site.json(site.post(path, "application/json", unnamed, ann))
                        .get("reader")
                        .asText())
                .isEqualTo("ann");
        assertThat(site.post(path, "application/json", mark("thio-0", "right", "bob"), ann)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theDeskIsAPageOfFormsThatGoesOnToTheNextPaper() {
        String page = site.get("/papers/thio/desk?query=calcinosis&reader=ann").body();
        assertThat(page)
                .contains("3 possible findings, 3 not marked", "rel=\"next\"", "7% sure", "name=\"sentence\"")
                .contains("<b>fully</b>".replace("<", "&lt;").replace(">", "&gt;"));
        HttpResponse<String> kept = site.form(
                "/papers/thio/desk",
                "finding=thio-0&paper=thio&verdict=wrong&reader=ann&next=thio-1&back=%2Fpapers%2Fthio%2Fdesk%3Freader%3Dann");
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(kept.headers().firstValue("Location")).hasValue("/papers/thio/desk?reader=ann#c-thio-1");
        assertThat(site.get("/papers/thio/desk?reader=ann").body())
                .contains("<s>diltiazem</s>", "3 possible findings, 2 not marked", "by ann");
    }
}
