package dev.apatite.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a reader through the pages, in a real browser, wide and narrow, with scripts and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {
    @SuppressWarnings("NullAway.Init")
    private Site site;

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir Path folder) {
        chromium = new Chromium();
        site = new Site(folder);
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,true", "390,true", "1280,false"})
    void aReaderSearchesNarrowsReadsAndGoesBack(int width, boolean scripts) {
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (BrowserContext context = chromium.browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(scripts))) {
            Page page = context.newPage();
            Chromium.listen(page, complaints);
            page.onRequest(request -> {
                if (!request.url().startsWith(site.address)) {
                    complaints.add("asked another server: " + request.url());
                }
            });
            journey(page, width, scripts);
        }
        assertThat(complaints).isEmpty();
    }

    private void journey(Page page, int width, boolean scripts) {
        page.navigate(site.address);
        Locator box = page.getByLabel("Search the papers");
        assertThat(box).isFocused();
        box.fill("sodium thiosulfate");
        box.press("Enter");
        page.waitForURL(Pattern.compile("query=sodium"));
        Locator results = page.getByLabel("Results");
        assertThat(results.getByRole(AriaRole.HEADING).first()).containsText("paper");

        if (width < 600) {
            page.getByText("Filters", new Page.GetByTextOptions().setExact(true))
                    .click();
        }
        Locator tick = page.locator("input[type=checkbox][name=treatment][value=diltiazem]");
        for (Locator closed =
                        tick.locator("xpath=ancestor::details[not(@open)]").first();
                closed.count() > 0; ) {
            closed.locator("> summary").click();
        }
        tick.check(new Locator.CheckOptions().setNoWaitAfter(true));
        if (!scripts) {
            page.getByText("Apply filters").first().click();
        }
        page.waitForURL(Pattern.compile("treatment=diltiazem"));
        Locator remove = page.getByLabel("Remove the filter treatment: diltiazem");
        assertThat(remove).isVisible();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sodium thiosulfate for calcinosis cutis"))
                .click();
        page.waitForURL(Pattern.compile("/papers/thio"));
        assertThat(page.locator(".text mark").first()).containsText(Pattern.compile("sodium thiosulfate", 2));
        page.locator(".summary a[href^='#f-']").first().click();
        assertThat(page.locator(".finding:target")).isVisible();
        assertThat(page.locator("body")).hasJSProperty("scrollLeft", 0);

        page.goBack();
        page.goBack();
        page.waitForURL(Pattern.compile("treatment=diltiazem"));
        assertThat(tick).isChecked();
        remove.click();
        page.waitForURL(url -> !url.contains("treatment"));
        assertThat(remove).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"1280,true", "1280,false"})
    void aReaderMarksAFinding(int width, boolean scripts) {
        try (BrowserContext context = chromium.browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(scripts))) {
            Page page = context.newPage();
            page.navigate(site.address + "/evidence?query=diltiazem");
            Locator row = page.locator("#row-thio-0 + .markrow");
            row.locator("summary").click();
            row.getByLabel("right", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            row.getByText("Keep").click();
            assertThat(row).containsText("Marked right");
            assertThat(page).hasURL(Pattern.compile("/evidence\\?query=diltiazem#row-thio-0"));
            row.locator("summary").click();
            row.getByText("Take back").click();
            assertThat(page.locator(".marked")).hasCount(0);
        }
    }

    @Test
    void anotherNameThatIsSearchedTooIsASwitchThatCanBeSeen() {
        try (BrowserContext context = chromium.browser.newContext()) {
            Page page = context.newPage();
            page.navigate(site.address + "/?query=diltiazem");
            Locator names = page.getByTitle("Searched too; leave it out").first();
            assertThat(names).isVisible();
            names.click();
            assertThat(page.getByTitle("Left out; search it too").first()).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void howToSearchIsReadWhereItIsOpenedOrOnItsPage(boolean scripts) {
        try (BrowserContext context =
                chromium.browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))) {
            Page page = context.newPage();
            page.navigate(site.address);
            page.locator("details.help summary").click();
            if (!scripts) {
                page.locator("details.help a").click();
                page.waitForURL(Pattern.compile("/help"));
            }
            assertThat(page.locator("#language table")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/evidence",
        "/patients",
        "/sentences?query=diltiazem",
        "/patients/like?paper=thio",
        "/works",
        "/works/w1",
        "/papers/thio",
        "/searches",
        "/status"
    })
    void nothingIsWiderThanANarrowWindow(String path) {
        try (BrowserContext context =
                chromium.browser.newContext(new Browser.NewContextOptions().setViewportSize(390, 844))) {
            Page page = context.newPage();
            page.navigate(site.address + path);
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
    }

    @ParameterizedTest
    @CsvSource({"sodium th,sodium thiosulfate"})
    void theBoxSuggestsHowToGoOn(String typed, String suggested) {
        try (BrowserContext context = chromium.browser.newContext()) {
            Page page = context.newPage();
            page.navigate(site.address);
            Locator box = page.getByLabel("Search the papers");
            box.pressSequentially(typed);
            Locator options = page.getByRole(AriaRole.OPTION);
            assertThat(options.first()).containsText(suggested);
            box.press("ArrowDown");
            assertThat(options.first()).hasAttribute("aria-selected", "true");
            box.press("Enter");
            page.waitForURL(Pattern.compile("query="));
            assertThat(box).hasValue(Pattern.compile(suggested));
        }
    }
}
