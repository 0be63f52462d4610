package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks as a table, out and in again. */
class MarksTableIT {
    private static final String HEAD = "finding,paper,verdict,treatment,response,sentence,correct_response,reader\n";

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    private static JsonNode take(Site site, String table) {
        return site.json(site.post("/api/v1/reviews/table", "text/csv", table));
    }

    private static void mark(Site site, String json) {
        assertThat(site.post("/api/v1/papers/thio/findings", "application/json", json)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatGoesOutComesInAgainElsewhereOnce() {
        String table;
        try (Site site = new Site(folder)) {
            mark(site, "{\"finding\":\"thio-0\",\"verdict\":\"wrong\",\"note\":\"=1+1, \\\"quoted\\\"\\nline\"}");
            mark(
                    site,
                    "{\"finding\":\"thio-1\",\"verdict\":\"corrected\",\"correctResponse\":\"mixed\",\"reader\":\"ann\"}");
            mark(
                    site,
                    "{\"treatment\":\"calcium\",\"response\":\"adverse_event\",\"harm\":\"stones\",\"own\":false,"
                            + "\"sentence\":\"STS binds calcium.\",\"reader\":\"ann\"}");
            table = site.get("/api/v1/reviews?format=csv&bom=true").body();
        }
        try (Site site = new Site(other)) {
            JsonNode taken = take(site, table);
            assertThat(taken.get("problems")).isEmpty();
            assertThat(taken.get("kept").asInt()).isEqualTo(3);
            assertThat(site.get("/api/v1/reviews?format=csv&bom=true").body()).isEqualTo(table);
            assertThat(take(site, table).get("unchanged").asInt()).isEqualTo(3);
            assertThat(site.json("/api/v1/evidence?mark=added")
                            .at("/resultList/result/0/harm")
                            .asText())
                    .isEqualTo("stones");
        }
    }

    @Test
    void aRowFindsItsFindingByWhatItSaysWhereItsIdIsAnother() {
        try (Site site = new Site(folder)) {
            take(site, HEAD + "old-id,thio,wrong,Diltiazem,no_response,She got diltiazem without any effect,,\n");
            assertThat(site.json("/api/v1/reviews?finding=thio-0")
                            .get("hitCount")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thio-0,gone,right,diltiazem,no_response,x,,        | paper            | there is no paper gone",
                "thio-0,thio,fine,diltiazem,no_response,x,,         | verdict          | verdict is right, wrong",
                "thio-0,thio,right,diltiazem,nice,x,,               | response         | no response \"nice\"",
                "thio-0,thio,right,,no_response,x,,                 | treatment        | is empty",
                "z,thio,added,x,no_response,not printed there,,     | sentence         | does not stand in the text",
                "thio-0,thio,corrected,diltiazem,no_response,x,,    | correct_treatment | says what is right",
            })
    void aRowThatMakesNoSenseIsNamedAndTheOthersCount(String row, String column, String words) {
        try (Site site = new Site(folder)) {
            String good = "thio-1,thio,right,sodium thiosulfate,complete_response,x,,bob\n";
            JsonNode taken = take(site, HEAD + good + row + "\n");
            assertThat(taken.get("kept").asInt()).isEqualTo(1);
            assertThat(taken.at("/problems/0/row").asInt()).isEqualTo(2);
            assertThat(taken.at("/problems/0/column").asText()).isEqualTo(column);
            assertThat(taken.at("/problems/0/message").asText()).contains(words);
        }
    }

    @Test
    void whatIsNoTableOfMarksIsSaidToBeNone() {
        try (Site site = new Site(folder)) {
            for (String text : List.of("", "a,b\n1,2\n", "\u0000\u0001", "\"never closed", "paper,paper\n")) {
                JsonNode taken = take(site, text);
                assertThat(taken.get("kept").asInt()).isZero();
                assertThat(taken.at("/problems/0/row").asInt()).isZero();
            }
        }
    }

    @Test
    void aTableIsPastedIntoTheForm() {
        try (Site site = new Site(folder)) {
            String table = HEAD + "thio-0,thio,wrong,diltiazem,no_response,<b>,,\nx\n";
            String form = "table=" + URLEncoder.encode(table, StandardCharsets.UTF_8);
            assertThat(site.form("/reviews/table", form).body())
                    .contains("1 mark kept", "1 row was not taken", "the column paper is empty");
        }
    }
}
