package dev.apatite.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a paper to the file that it was read from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OriginalIT {
    private static final String PDF = "martinez-2023-infected-calcinosis.pdf";

    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private RealSite site;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        site = new RealSite(folder);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "martinez-2023-infected-calcinosis.pdf     | application/pdf           | inline",
                "conde-2021-calcinosis-limited-ssc.xml     | application/xml           | inline",
                "duzgun-2020-calcinosis-universalis.html   | text/html; charset=utf-8  | inline",
                "nunes-2019-dystrophic-calcinosis.txt      | text/plain; charset=utf-8 | inline",
                "thakur-five-patients.docx | application/vnd.openxmlformats-officedocument.wordprocessingml.document | attachment"
            })
    void aFileIsSentAsWhatItIs(String file, String mediaType, String disposition) throws Exception {
        HttpResponse<byte[]> answer = get("/api/v1/papers/" + id(file) + "/source");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(site.corpus.resolve(file)));
        assertThat(header(answer, "Content-Type").replace(" ", "")).isEqualTo(mediaType.replace(" ", ""));
        assertThat(header(answer, "Content-Disposition"))
                .startsWith(disposition)
                .contains(file);
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        String policy = header(answer, "Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'").doesNotContain("script-src");
        if (!mediaType.equals("application/pdf")) {
            assertThat(policy).startsWith("sandbox;");
        }
    }

    @Test
    void partOfAFileAndNothingThatIsThereAlreadyIsSentAgain() throws Exception {
        String path = "/api/v1/papers/" + id(PDF) + "/source";
        HttpResponse<byte[]> part = get(path, "Range", "bytes=0-4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(get(path, "If-None-Match", header(part, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aFileThatIsAwayOrIsNotOneOfThePapersIsAProblem() throws Exception {
        assertThat(get("/api/v1/papers/nosuch/source").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/papers/" + id(PDF) + "/source?file=2").statusCode())
                .isEqualTo(400);
        Path file = site.corpus.resolve("nunes-2019-dystrophic-calcinosis.txt");
        String path = "/api/v1/papers/" + id(file.getFileName().toString()) + "/source";
        byte[] content = Files.readAllBytes(file);
        Path outside = Files.writeString(site.corpus.resolveSibling("secret.txt"), "a secret");
        Files.delete(file);
        HttpResponse<byte[]> gone = get(path);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(new String(gone.body(), StandardCharsets.UTF_8)).contains("is not in the corpus folder");
        // What was a paper may be a link by now.
        Files.createSymbolicLink(file, outside);
        HttpResponse<byte[]> linked = get(path);
        assertThat(linked.statusCode()).isEqualTo(404);
        assertThat(new String(linked.body(), StandardCharsets.UTF_8)).doesNotContain("a secret");
        Files.delete(file);
        Files.write(file, content);
    }

    @Test
    void sentencesOfAPdfSayTheirPage() throws Exception {
        JsonNode paper = json("/api/v1/papers/" + id(PDF));
        assertThat(paper.path("pages")).isNotEmpty();
        JsonNode rows = json("/api/v1/sentences?query=calcinosis&pageSize=100").at("/resultList/result");
        List<Integer> pages = new ArrayList<>();
        for (JsonNode row : rows) {
            boolean pdf = row.at("/paper/id").asText().equals(id(PDF));
            if (pdf && !row.path("page").isNull()) {
                pages.add(row.path("page").asInt());
            } else if (!pdf) {
                assertThat(row.path("page").isNull()).isTrue();
            }
        }
        assertThat(pages).isNotEmpty().allMatch(each -> each >= 1);
    }

    @ParameterizedTest
    @CsvSource({"1280", "390"})
    void aPdfStandsBesideItsTextAtThePageOfTheHitWithTheSentenceMarked(int width) throws Exception {
        String query = URLEncoder.encode("calcinosis", StandardCharsets.UTF_8);
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.browser.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 900))) {
            List<String> complaints = new ArrayList<>();
            Page page = context.newPage();
            Chromium.listen(page, complaints);
            page.navigate(site.address + "/sentences?query=" + query);
            Locator link = page.locator(".onpage").first();
            String number = link.innerText().replaceAll("\\D", "");
            link.click();
            page.waitForURL(Pattern.compile("original=1&page=" + number));
            Locator original = page.locator("#original");
            assertThat(original)
                    .hasAttribute("data-shown", number, new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));
            assertThat(original.locator(".box").first()).isVisible();
            assertThat(page.locator("#at")).isInViewport();
            assertThat(original.locator(".number")).containsText("Page " + number + " of");
            original.getByText("Close").click();
            assertThat(original).hasCount(0);
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void withoutScriptsTheBrowsersOwnViewerOpensAtThePage() throws Exception {
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.browser.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(site.address + "/papers/" + id(PDF) + "?original=1&page=2");
            assertThat(page.locator("#original").getByRole(AriaRole.LINK).first())
                    .hasAttribute("href", "/api/v1/papers/" + id(PDF) + "/source#page=2");
        }
    }

    private String id(String file) throws Exception {
        for (JsonNode each : json("/api/v1/search?query=&pageSize=50").at("/resultList/result")) {
            String id = each.path("id").asText();
            if (json("/api/v1/papers/" + id).path("sourceFile").asText().equals(file)) {
                return id;
            }
        }
        throw new AssertionError("no paper was read from " + file);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path).body());
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
