package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.review.SavedSearches;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved searches, what is new in them, and their feeds. */
class SavedSearchesIT {
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

    @Test
    void aSavedSearchIsListedWithWhatItFindsAndHasAFeed() {
        JsonNode saved =
                site.json(site.form("/api/v1/searches", "name=my+calcinosis&query=calcinosis&year=2010..2020"));
        assertThat(saved.get("hitCount").asInt()).isPositive();
        assertThat(saved.get("newCount").asInt()).isZero();
        JsonNode listed = site.json("/api/v1/searches");
        assertThat(listed.at("/resultList/result").findValuesAsText("name")).contains("my calcinosis");
        HttpResponse<String> feed = site.get("/api/v1/searches/my%20calcinosis/feed");
        assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        assertThat(feed.body())
                .startsWith("<?xml")
                .contains("<title>Sodium thiosulfate for calcinosis cutis</title>", "/papers/thio")
                .contains("&lt;script&gt;");
    }

    @Test
    void aPaperThatASearchFindsLaterIsNew() {
        SavedSearches searches = SavedSearches.open(folder);
        searches.save("later", "diltiazem", Map.of(), List.of("pam"), "2020-01-01T00:00:00Z");
        JsonNode listed = site.json("/api/v1/searches");
        for (JsonNode each : listed.at("/resultList/result")) {
            if (each.get("name").asText().equals("later")) {
                assertThat(each.get("newPapers").toString()).isEqualTo("[\"thio\"]");
            }
        }
        assertThat(SavedSearches.open(folder).of("later").orElseThrow().isNew("thio"))
                .isTrue();
        site.form("/api/v1/searches", "name=later&remove=true");
        assertThat(site.get("/api/v1/searches/later/feed").statusCode()).isEqualTo(404);
    }

    @Test
    void aSearchIsSavedByTheFormAboveItsResultsAndStandsOnAPageWithWhatIsNew() {
        assertThat(site.get("/?query=calcinosis&year=2010..2020").body())
                .contains("Save search", "name=\"year\" value=\"2010..2020\"");
        assertThat(site.get("/").body()).doesNotContain("Save search");
        HttpResponse<String> saved = site.form("/searches", "name=by+hand&query=calcinosis&year=2010..2020");
        assertThat(saved.statusCode()).isIn(200, 303);
        SavedSearches.open(folder).save("behind", "diltiazem", Map.of(), List.of("pam"), "2020-01-01T00:00:00Z");
        assertThat(site.get("/searches").body())
                .contains("by hand", "calcinosis, ", "/api/v1/searches/by%20hand/feed")
                .contains("<b>1 new</b> since 2020-01-01", "Sodium thiosulfate for calcinosis cutis");
        site.form("/searches", "name=by+hand&remove=true");
        site.form("/searches", "name=behind&remove=true");
        assertThat(site.get("/searches").body()).doesNotContain("by hand").doesNotContain("behind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query=calcinosis              | 400",
                "name=a%2Fb&query=calcinosis   | 400",
                "name=x&query=FOOO%3Acalcinosis | 400",
                "name=never&remove=true        | 404",
                "name=x&finding=diltiazem      | 400",
            })
    void aSearchThatCannotBeRunIsNotSaved(String form, int status) {
        assertThat(site.form("/api/v1/searches", form).statusCode()).isEqualTo(status);
        assertThat(SavedSearches.open(folder).of("x")).isEmpty();
    }
}
