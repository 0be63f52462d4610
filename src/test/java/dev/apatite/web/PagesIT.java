package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages through a real server, as a browser without scripts gets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
    private static final int ENOUGH_PAGES = 150;

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

    private String page(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?query=calcinosis",
                "/?query=zebra",
                "/?query=calcinosis&treatment=pamidronate",
                "/evidence",
                "/evidence?own=false",
                "/patients?sex=female",
                "/sentences",
                "/sentences?query=diltiazem",
                "/patients/like",
                "/patients/like?paper=thio",
                "/works",
                "/works?query=bone",
                "/works/w1",
                "/searches",
                "/status",
                "/papers/thio?query=thiosulfate",
                "/api",
                "/help",
                "/papers/hostile"
            })
    void everyPageIsWholeAndBringsNoScriptOrStyleOfItsOwn(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body())
                .as(path)
                .contains("<html lang=\"en\">", "<main id=\"main\"", "href=\"#main\"", "role=\"search\"", "</html>")
                // Linked data is no script: nothing runs it.
                .doesNotContainPattern("<script(?! type=\"application/ld\\+json\"|[^>]* src=\"/assets/)")
                .doesNotContainPattern("\\sstyle=\"")
                .doesNotContainPattern("\\son[a-z]+=\"")
                .doesNotContainPattern("(?:src|href)=\"//")
                .doesNotContainPattern("<link[^>]* href=\"http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?query=calcinosis", "/papers/hostile", "/papers/hostile?query=calcinosis", "/evidence"})
    void whatAPaperSaysIsNeverMarkup(String path) {
        assertThat(page(path)).doesNotContain("<script>", "<img src=x", "<b>Bobby", "<i>\"", "<b>fully");
    }

    /** What is seldom needed is loaded when it is opened, or stands on a page of its own. */
    @Test
    void theHelpIsAPageOfItsOwnThatIsLoadedWhenItIsOpened() {
        assertThat(page("/"))
                .contains("<details class=\"help\" data-more=\"/help\" data-part=\"#language\">", "<a href=\"/help\">")
                .doesNotContain("PUB_YEAR:[2010 TO 2020]");
        assertThat(page("/help")).contains("id=\"language\"", "PUB_YEAR:[2010 TO 2020]");
    }

    @Test
    void aTitleIsShownAsItIsPrinted() {
        assertThat(page("/papers/hostile")).contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; ");
    }

    @Test
    void theAuthorsAddressesStandWithThem() {
        assertThat(page("/papers/hostile"))
                .contains(
                        "Address of the authors",
                        "<li>&lt;b&gt;Fully&lt;/b&gt; School</li>",
                        "https://orcid.org/0000-0002-1825-0097");
    }

    @Test
    void whatWasTypedComesBackEscaped() {
        assertThat(page("/?query=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>");
    }

    @Test
    void theSearchIsWhollyInItsAddress() {
        String page = page("/?query=calcinosis&treatment=diltiazem&finding=diltiazem:no_response&sort=TITLE%20asc");
        assertThat(page)
                .contains("value=\"calcinosis\"")
                .containsPattern("name=\"treatment\" value=\"diltiazem\" checked")
                .contains("<input type=\"hidden\" name=\"finding\" value=\"diltiazem:no_response\">")
                .containsPattern("value=\"TITLE asc\" selected")
                .contains("aria-label=\"Remove the filter treatment: diltiazem\"")
                .contains("aria-label=\"Remove the filter finding: diltiazem: no response\"")
                .contains("href=\"/?query=calcinosis&amp;sort=TITLE%20asc\"")
                .contains("/api/v1/search?query=calcinosis&amp;treatment=diltiazem");
    }

    @Test
    void aHitShowsItsSentencesTreatmentsAndAntibodies() {
        assertThat(page("/?query=diltiazem&treatment=sodium%20thiosulfate"))
                .contains("<mark>diltiazem</mark>", "The case")
                .contains("role=\"img\" title=\"no response, own\">NR</span>")
                .containsPattern("anti-Scl-70\u00a0<b role=\"img\" title=\"positive\">\\+</b>");
    }

    @Test
    void otherNamesThatWereSearchedAreToldAndCanBeLeftOut() {
        assertThat(page("/?query=STS"))
                .contains("sodium thiosulfate")
                .contains("href=\"/?query=STS&amp;synonym=false\"");
        assertThat(page("/?query=STS&synonym=false")).contains("Only the typed words are searched");
    }

    @Test
    void nothingFoundIsAnsweredWithAdvice() {
        assertThat(page("/?query=zebra"))
                .contains("0 papers", "Nothing was found", "No paper has <b>zebra</b>")
                .doesNotContain("type the English word");
        assertThat(page("/?query=%D0%BA%D0%B0%D0%BB%D1%8C"))
                .contains("No paper has <b>каль</b>", "type the English word");
    }

    @Test
    void aPaperShowsWhatWasSearchedWhatIsMentionedAndWhatIsFound() {
        String page = page("/papers/thio?query=STS&treatment=diltiazem");
        assertThat(page)
                .contains("<mark>STS</mark>")
                .contains("class=\"m m-treatment\"")
                .contains("id=\"f-thio-0\"", "href=\"#f-thio-0\"")
                .contains("lesions &lt;b&gt;fully&lt;/b&gt; &amp; for good.")
                .contains("id=\"show-treatment\"")
                .contains("href=\"https://doi.org/10.1000/thio\"")
                .contains("href=\"/?query=STS&amp;treatment=diltiazem\"")
                .contains("href=\"/papers/pam?query=STS&amp;treatment=diltiazem\"");
    }

    @Test
    void aPaperFoundByAFindingLeadsBackToTheEvidence() {
        assertThat(page("/papers/thio?response=no_response")).contains("href=\"/evidence?response=no_response\"");
    }

    @Test
    void theTabsKeepTheSearchButNotWhatTheOtherViewDoesNotKnow() {
        assertThat(page("/evidence?query=calcinosis&own=true&sort=TREATMENT%20asc"))
                .contains("<a href=\"/?query=calcinosis\"")
                .contains("<a href=\"/patients?query=calcinosis\"");
    }

    @Test
    void responsesStandSideBySideAndLeadToTheirFindings() {
        assertThat(page("/evidence"))
                .contains("aria-label=\"diltiazem, partial response: 1 cited work, 17 patients PR 1\"")
                .contains("href=\"/evidence?finding=diltiazem%3Ano_response&amp;own=true\"");
        assertThat(page("/evidence?finding=diltiazem%3Ano_response&own=true"))
                .contains("1 finding<")
                .contains("She got diltiazem without any effect.");
    }

    @Test
    void patientsAreCountedByAgeAndSex() {
        assertThat(page("/patients")).contains("2 patients", "40\u201349, female: 1", "0\u20139, male: 1");
    }

    @Test
    void plainWordsOfAnOutcomeOfferTheStructuredSearchAsALink() {
        assertThat(page("/?query=diltiazem+failed"))
                .contains(
                        "<a href=\"/?finding=diltiazem%3Ano_response\">Papers where diltiazem had no response: 1</a>");
        assertThat(page("/?query=pamidronate+failed")).doesNotContain("Papers where");
    }

    @Test
    void aDescribedCaseFindsThePatientsLikeItWithoutScript() {
        String found = site.form("/patients/like", "text=woman+aged+44+with+positive+anti-Scl-70")
                .body();
        assertThat(found)
                .contains("Understood: age 44, female, anti-Scl-70 positive", "<b>Both:</b> anti-Scl-70 positive");
        assertThat(page("/papers/thio")).contains("/patients/like?paper=thio&amp;patient=");
    }

    @Test
    void citedWorksTellWhoCitesThem() {
        assertThat(page("/sentences?query=diltiazem"))
                .contains("She got <mark>diltiazem</mark> without any effect", "#section-");
        assertThat(page("/works")).contains("Cited by 2 papers", "in this corpus");
    }

    @Test
    void aReaderMarksAFindingAndTakesTheMarkBack() {
        String form = "finding=thio-1&paper=thio&back=%2Fevidence%3Fquery%3Dcalcinosis";
        HttpResponse<String> kept = site.form(
                "/evidence/mark",
                form + "&verdict=corrected&correctResponse=partial_response&note=%3Cb%3Ehm&correctTreatment=",
                "Origin",
                site.address);
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(kept.headers().firstValue("Location")).hasValue("/evidence?query=calcinosis#row-thio-1");
        assertThat(page("/evidence")).contains("Marked corrected", "<q>&lt;b&gt;hm</q>", "Take back");
        assertThat(page("/papers/thio")).contains("marked corrected");
        site.form("/evidence/mark", form + "&verdict=none");
        assertThat(page("/evidence")).doesNotContain("Marked corrected");
    }

    @Test
    void whatAReaderCallsWrongIsStruckThroughAndCountsNoMore() {
        String counted = "aria-label=\"diltiazem, no response: 1 paper of own cases";
        assertThat(page("/evidence")).contains(counted);
        site.form("/evidence/mark", "finding=thio-0&paper=thio&verdict=wrong");
        try {
            assertThat(page("/evidence")).contains("<s>diltiazem</s>").doesNotContain(counted);
            assertThat(page("/evidence?mark=wrong")).contains("1 finding<", "marked wrong");
            assertThat(page("/evidence?mark=none")).doesNotContain("<s>");
        } finally {
            site.form("/evidence/mark", "finding=thio-0&paper=thio&verdict=none");
        }
    }

    @Test
    void theTypedTreatmentStandsFirst() {
        String page = page("/evidence?query=diltiazem");
        assertThat(page)
                .contains("stand first")
                .containsPattern("(?s)<tbody>\\s*<tr>\\s*<th scope=\"row\"><a[^>]*>diltiazem<");
    }

    @Test
    void aTitleSaysTheWholeSearch() {
        assertThat(page("/evidence?query=calcinosis&own=true"))
                .containsPattern("<title>calcinosis, patients the paper(?:'|&#39;)s own . Evidence . Apatite</title>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/%5Cevil.example", "/a%0D%0AX:b", "evil"})
    void aMarkLeadsNowhereElse(String back) {
        HttpResponse<String> kept = site.form("/evidence/mark", "finding=thio-0&paper=thio&verdict=none&back=" + back);
        assertThat(kept.headers().firstValue("Location")).hasValue("/evidence#row-thio-0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/papers/none            | 404 | There is no paper with the id none.",
                "/nowhere                | 404 | There is nothing at /nowhere.",
                "/?colour=red            | 400 | There is no parameter colour",
                "/?query=TITEL:a         | 400 | TITLE",
                "/?cursorMark=%3Cb%3E    | 400 | Back to the search",
                "/assets/none            | 404 | There is nothing",
            })
    void errorsAreSentencesWithAWayBack(String path, int status, String words) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words).contains("Back to the search");
    }

    @Test
    void aFormatAskedOfAPageIsFoundAtTheApi() {
        HttpResponse<String> answer = site.get("/evidence?query=calcinosis&format=csv");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/evidence?query=calcinosis&format=csv");
    }

    @Test
    void theStatusTellsWhatThereIsAndWhatFailed() {
        assertThat(page("/status"))
                .contains("indexed 4, unchanged 0, removed 0, failed 1", "5 files, 4 papers; 1 file could not be read.")
                .contains("broken&lt;.pdf", "the file ends too soon")
                .doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void untilTheFirstIndexIsCompleteThePagesTellItsProgress() {
        site.ready.set(false);
        try {
            HttpResponse<String> answer = site.get("/?query=calcinosis");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("3 of 7 files", "http-equiv=\"refresh\"");
            assertThat(site.get("/status").statusCode()).isEqualTo(200);
            assertThat(site.get("/assets/apatite.css").statusCode()).isEqualTo(200);
        } finally {
            site.ready.set(true);
        }
    }

    @Test
    void assetsAreKeptForLongUnderTheirVersionOnly() {
        Matcher stylesheet =
                Pattern.compile("/assets/apatite\\.css\\?v=[0-9a-f]+").matcher(page("/"));
        assertThat(stylesheet.find()).isTrue();
        assertThat(site.get(stylesheet.group()).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        assertThat(site.get("/assets/apatite.css?v=other").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Deque<String> waiting = new ArrayDeque<>(List.of("/", "/evidence", "/patients?query=calcinosis", "/works"));
        Set<String> seen = new LinkedHashSet<>(waiting);
        while (!waiting.isEmpty()) {
            String path = waiting.pop();
            HttpResponse<String> answer = site.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                Matcher link = LINK.matcher(answer.body());
                while (link.find()) {
                    String next = link.group(1).replace("&amp;", "&");
                    if (seen.size() < ENOUGH_PAGES && seen.add(next)) {
                        waiting.add(next);
                    }
                }
            }
        }
        assertThat(seen).contains("/status", "/papers/thio", "/api");
    }
}
