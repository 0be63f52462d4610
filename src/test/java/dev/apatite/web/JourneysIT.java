package dev.apatite.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.apatite.ingest.IngestReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers come for, each by the ways that they have, over the sample papers as they are read from their files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneysIT {
    /** What changes something comes behind what has no order. */
    private static final int LAST = Integer.MAX_VALUE;

    private static final String CASE = """
            Zebrafinch calcinosis in a keeper

            Jane Roe

            Case report

            A 50-year-old woman with zebrafinch calcinosis was given minocycline. It resolved.
            """;

    @SuppressWarnings("NullAway.Init")
    private RealSite site;

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        chromium = new Chromium();
        site = new RealSite(folder);
    }

    @AfterAll
    void close() {
        if (site != null) {
            site.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private void walk(boolean scripts, Consumer<Page> journey) {
        try (BrowserContext context =
                chromium.browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))) {
            Page page = context.newPage();
            page.navigate(site.address);
            journey.accept(page);
        }
    }

    private static void search(Page page, String words) {
        page.getByLabel("Search the papers").fill(words);
        page.getByLabel("Search the papers").press("Enter");
        page.waitForURL(Pattern.compile("query="));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void treatmentsTriedForCalcinosisAndWhatCameOfIt(boolean scripts) {
        walk(scripts, page -> {
            search(page, "calcinosis");
            page.getByLabel("Views of this search").getByText("Evidence").click();
            page.waitForURL(Pattern.compile("/evidence\\?query=calcinosis"));
            assertThat(page.locator(".picture")).containsText("diltiazem");
            Locator row = page.locator(".evidence tbody tr:has(.sentence)")
                    .filter(new Locator.FilterOptions().setHasText("warfarin"))
                    .first();
            assertThat(row).containsText("no response");
            row.locator(".sentence a").first().click();
            assertThat(page.locator(".finding:target")).containsText("arfarin");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void papersWhereDiltiazemFailed(boolean scripts) {
        walk(scripts, page -> {
            search(page, "diltiazem failed");
            page.getByText(Pattern.compile("^Papers where diltiazem had no response"))
                    .click();
            page.waitForURL(Pattern.compile("finding=diltiazem"));
            Locator hits = page.locator(".hits .hit");
            assertThat(hits.first()).containsText("diltiazem");
            int papers = hits.count();
            page.getByLabel("Views of this search").getByText("Evidence").click();
            assertThat(page.locator(".active")).containsText("diltiazem: no response");
            assertThat(papers).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aYoungWomanWithAntiScl70(boolean scripts) {
        walk(scripts, page -> {
            page.navigate(site.address + "/patients/like");
            page.getByLabel("Describe a case").fill("A woman of 27 years with anti-Scl-70 and calcinosis");
            page.getByText("Find patients like this").click();
            Locator first = page.locator(".hits .hit").first();
            assertThat(first).containsText("29-year-old woman");
            assertThat(first).containsText("anti-Scl-70");
            first.locator("h2 a").click();
            assertThat(page.locator("#summary")).containsText("29-year-old woman");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"infected calcinosis thigh", "calcinosis universalis diffuse", "ninteen years of dystrophic"})
    void aHalfRememberedTitleIsTheFirstResult(String remembered) {
        walk(true, page -> {
            search(page, remembered);
            String first = page.locator(".hits h2").first().innerText().toLowerCase(java.util.Locale.ROOT);
            assertThat(first).contains(remembered.split(" ", -1)[remembered.startsWith("nin") ? 3 : 0]);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCitesAWork(boolean scripts) {
        walk(scripts, page -> {
            page.getByLabel("Views of this search").getByText("Works").click();
            page.waitForURL(Pattern.compile("/works"));
            search(page, "calcinosis pathophysiology");
            Locator work = page.locator(".work").first();
            String papers = work.locator(".cites b").innerText();
            work.getByText("What they say of it").click();
            page.waitForURL(Pattern.compile("/works/"));
            assertThat(page.locator("main"))
                    .containsText(Pattern.compile("Cited by " + papers + " papers? of this corpus"));
            assertThat(page.locator(".hits .hit")).hasCount(Integer.parseInt(papers));
        });
    }

    @Test
    void zoteroIsToldOfAPaperAndOfEachResult() {
        walk(true, page -> {
            search(page, "limited systemic sclerosis");
            assertThat(page.locator(".hit .Z3988").first().getAttribute("title"))
                    .contains("rft.atitle=");
            page.locator(".hits h2 a").first().click();
            assertThat(page.locator("meta[name=citation_title]")).hasCount(1);
            assertThat(page.locator("meta[name=citation_publication_date]")).hasCount(1);
            assertThat(page.locator("link[rel=alternate][type='application/x-bibtex']"))
                    .hasCount(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesLeadForwardAndBack(boolean scripts) {
        walk(scripts, page -> {
            page.navigate(site.address + "/?pageSize=2");
            String first = page.locator(".hits h2").first().innerText();
            assertThat(page.locator(".pager")).containsText("1\u20132 of 5");
            page.getByText("Next", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".pager")).containsText("3\u20134 of 5");
            page.getByText("Next", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".pager")).containsText("5\u20135 of 5");
            page.getByText("Previous", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.getByText("Previous", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(".hits h2").first()).hasText(first);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Order(LAST - 3)
    void aFindingThatIsMarkedWrongNoLongerCounts(boolean scripts) {
        walk(scripts, page -> {
            page.navigate(site.address + "/evidence?treatment=warfarin");
            String before = page.locator("h1.count").innerText();
            int count = Integer.parseInt(before.replaceAll("\\D", ""));
            Locator row = page.locator(".markrow").first();
            row.locator("summary").click();
            row.getByLabel("wrong", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            row.getByText("Keep").click();
            page.waitForURL(Pattern.compile("#row-"));
            page.navigate(site.address + "/evidence?treatment=warfarin");
            assertThat(page.locator("h1.count")).containsText((count - 1) + " finding");
            page.navigate(site.address + "/evidence?treatment=warfarin&mark=wrong");
            Locator struck = page.locator(".struck").first();
            assertThat(struck).containsText("warfarin");
            Locator mark = page.locator(".markrow").first();
            mark.locator("summary").click();
            mark.getByText("Take back").click();
            assertThat(page.locator(".struck")).hasCount(0);
            page.navigate(site.address + "/evidence?treatment=warfarin");
            assertThat(page.locator("h1.count")).containsText(String.valueOf(count));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Order(LAST)
    void aSearchIsSavedOnThePageAndSaysWhatIsNew(boolean scripts) {
        String word = scripts ? "quokka" : "numbat";
        walk(scripts, page -> {
            search(page, word + " calcinosis");
            page.getByText("Save search").click();
            page.getByLabel("Name").fill("about " + word);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            page.waitForURL(Pattern.compile("/searches"));
            Locator saved = page.locator(".saved").filter(new Locator.FilterOptions().setHasText("about " + word));
            assertThat(saved).containsText("0 new");
            write(word + ".txt", CASE.replace("zebrafinch", word).replace("Zebrafinch", word));
            assertThat(site.follow().indexed()).isEqualTo(1);
            page.reload();
            assertThat(saved).containsText("1 new");
            saved.getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName(Pattern.compile(word + " calcinosis in")))
                    .click();
            page.waitForURL(Pattern.compile("/papers/"));
            assertThat(page.locator("h1")).containsText(word);
        });
    }

    @Test
    @Order(LAST)
    void aFileIsDroppedOnThePage() {
        walk(true, page -> {
            page.navigate(site.address + "/status");
            page.evaluate("""
                    text => {
                      const data = new DataTransfer();
                      data.items.add(new File([text], "dropped case.txt", { type: "text/plain" }));
                      document.body.dispatchEvent(new DragEvent("dragover",
                        { dataTransfer: data, bubbles: true, cancelable: true }));
                      document.body.dispatchEvent(new DragEvent("drop",
                        { dataTransfer: data, bubbles: true, cancelable: true }));
                    }
                    """, CASE.replace("ebrafinch", "ebu"));
            page.waitForURL(Pattern.compile("uploaded=1"));
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 file was taken");
            assertThat(site.follow().indexed()).isEqualTo(1);
            search(page, "zebu");
            assertThat(page.locator(".hits h2").first()).containsText("Zebu calcinosis in a keeper");
        });
    }

    private void write(String name, String text) {
        try {
            Files.writeString(site.corpus.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(LAST - 2)
    void aPaperIsAddedOnThePageAndASavedSearchSaysThatItIsNew() {
        walk(false, page -> {
            String search = site.address + "/api/v1/searches";
            page.request()
                    .post(
                            search,
                            com.microsoft.playwright.options.RequestOptions.create()
                                    .setForm(com.microsoft.playwright.options.FormData.create()
                                            .set("name", "zebra")
                                            .set("query", "zebrafinch calcinosis")));
            assertThat(page.request().get(search).text()).contains("zebra");
            page.navigate(site.address + "/status");
            page.getByLabel("Drop files here, or choose them")
                    .setInputFiles(
                            new FilePayload("../zebra case.txt", "text/plain", CASE.getBytes(StandardCharsets.UTF_8)));
            page.getByText("Add them").click();
            page.waitForURL(Pattern.compile("uploaded=1"));
            assertThat(page.locator("main")).containsText("1 file was taken");
            IngestReport report = site.follow();
            assertThat(report.summary()).isEqualTo("indexed 1, unchanged 5, removed 0, failed 0");
            assertThat(site.corpus.resolve("uploaded/zebra case.txt")).exists();
            page.navigate(site.address + "/?query=zebrafinch");
            assertThat(page.locator(".hits h2").first()).containsText("Zebrafinch calcinosis in a keeper");
            assertThat(page.request().get(search).text()).contains("zebrafinch");
            page.navigate(site.address + "/status");
            page.getByLabel("Drop files here, or choose them")
                    .setInputFiles(new FilePayload("a.exe", "application/octet-stream", new byte[] {1}));
            page.getByText("Add them").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("a.exe was refused");
        });
    }
}
