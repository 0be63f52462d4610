package dev.apatite.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A reader at the desk, in a real browser, by keyboard and without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskBrowserIT {
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

    @Test
    void aPaperIsReadByKeyboardAlone() {
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (BrowserContext context = chromium.browser.newContext()) {
            Page page = context.newPage();
            Chromium.listen(page, complaints);
            page.navigate(site.address + "/papers/thio?query=calcinosis");
            page.getByText("Read it at the desk").click();
            page.waitForURL(Pattern.compile("/papers/thio/desk\\?query=calcinosis"));
            Locator now = page.locator(".deskrow[aria-current]");
            assertThat(now).hasId("c-thio-0");
            page.keyboard().press("n");
            assertThat(now).hasId("c-thio-1");
            assertThat(page.locator("#c-thio-0")).hasClass(Pattern.compile("s-wrong"));
            page.keyboard().press("y");
            assertThat(now).hasId("c-thio-2");
            assertThat(page.locator("#c-thio-1")).hasClass(Pattern.compile("s-right"));
            page.keyboard().press("u");
            assertThat(page.locator("#c-thio-1")).not().hasClass(Pattern.compile("s-right"));
            page.keyboard().press("j");
            page.keyboard().press("k");
            page.keyboard().press("e");
            Locator response = now.getByLabel("Response");
            response.selectOption("no_response");
            now.getByText("Keep").click();
            assertThat(page.locator(".deskrow.s-corrected")).hasCount(1);
            page.locator(".text p").last().selectText();
            page.keyboard().press("a");
            Locator adding = page.locator("#adding");
            assertThat(adding.getByLabel("Sentence")).hasValue("STS binds calcium.");
            page.keyboard().type("calcium");
            adding.getByLabel("Response").selectOption("partial_response");
            adding.getByText("Add", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(".deskrow.s-added")).containsText("calcium");
            page.keyboard().press("]");
            page.waitForURL(Pattern.compile("/papers/(?!thio)[a-z]+/desk\\?query=calcinosis"));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void aPaperIsReadWithoutScripts() {
        try (BrowserContext context = chromium.browser.newContext(
                new Browser.NewContextOptions().setViewportSize(390, 800).setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(site.address + "/papers/pam/desk");
            page.getByLabel("Your name").fill("ann");
            page.getByText("Mark under this name").click();
            Locator row = page.locator("#c-pam-0");
            row.getByText("Wrong").click();
            assertThat(row).containsText("by ann");
            assertThat(row).hasClass(Pattern.compile("s-wrong"));
            page.getByText("Undo the last mark").click();
            assertThat(row).not().hasClass(Pattern.compile("s-wrong"));
            assertThat(page.locator("body")).hasJSProperty("scrollLeft", 0);
        }
    }
}
