package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patients like a case, however the case is given. */
class LikeIT {
    @TempDir
    private static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        site = new Site(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/x-www-form-urlencoded | text=9-year-old+boy,+anti-Scl-70+negative | pam",
                "application/json | {\"text\": \"9-year-old boy, anti-Scl-70 negative\"} | pam",
                "application/json | {\"subject\": {\"sex\": \"FEMALE\", \"timeAtLastEncounter\": {\"age\":"
                        + " {\"iso8601duration\": \"P44Y\"}}}, \"medicalActions\": [{\"treatment\": {\"agent\":"
                        + " {\"label\": \"diltiazem\"}}}]} | thio",
                "application/json | {\"text\": \"woman given diltiazem\"} | thio",
                "application/x-www-form-urlencoded | text=diltiazem | thio",
            })
    void aTextAPhenopacketAndAPapersPatientFindPatientsLikeThem(String type, String body, String first) {
        HttpResponse<String> answer = site.post("/api/v1/patients/like", type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(site.json(answer).at("/resultList/result/0").toString()).contains("\"" + first + "\"");
        assertThat(site.json(answer).at("/resultList/result/0/shared").isArray())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "application/json | {\"paper\": \"thio\"}    | 200",
                "application/x-www-form-urlencoded | text= | 400",
                "application/json | {                       | 400",
                "application/json | {\"paper\": \"nowhere\"} | 404",
                "application/json | {\"paper\": \"thio\", \"patient\": \"x\"} | 404",
            })
    void aPapersPatientIsACaseAndWhatIsNoneIsRefused(String type, String body, int status) {
        assertThat(site.post("/api/v1/patients/like", type, body).statusCode()).isEqualTo(status);
    }
}
