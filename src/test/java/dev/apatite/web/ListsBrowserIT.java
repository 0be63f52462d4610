package dev.apatite.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Papers are screened by keyboard in a real browser, and exported. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsBrowserIT {
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
    void papersAreSelectedScreenedAndExportedByKeyboard() throws Exception {
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (BrowserContext context = chromium.browser.newContext()) {
            Page page = context.newPage();
            Chromium.listen(page, complaints);
            page.navigate(site.address + "/");
            page.locator(".hit h2 a").first().focus();
            for (String key : List.of("j", "x", "j", "x", "j", "x", "k", "x")) {
                page.keyboard().press(key);
            }
            assertThat(page.locator(".hit input:checked")).hasCount(2);
            page.getByLabel("Put into the list").fill("screen");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/lists/screen$"));
            Locator now = page.locator(".paperrow[aria-current]");
            Locator rows = page.locator(".paperrow");
            assertThat(rows).hasCount(2);
            page.keyboard().press("i");
            assertThat(rows.first()).hasClass(Pattern.compile("s-include"));
            assertThat(now).hasId(Pattern.compile(".*"));
            page.keyboard().press("e");
            page.keyboard().type("no patient");
            page.keyboard().press("Enter");
            assertThat(rows.last()).hasClass(Pattern.compile("s-exclude"));
            assertThat(page.locator(".prisma")).containsText("no patient: 1");
            page.keyboard().press("?");
            assertThat(page.locator("#keys p")).isVisible();
            Download download =
                    page.waitForDownload(() -> page.getByText("RIS with notes").click());
            assertThat(Files.readString(download.path())).contains("N1  - Decision: exclude: no patient");
            page.keyboard().press("k");
            page.keyboard().press("o");
            page.waitForURL(Pattern.compile("/papers/"));
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void aListIsScreenedWithoutScripts() {
        try (BrowserContext context = chromium.browser.newContext(
                new Browser.NewContextOptions().setViewportSize(390, 800).setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(site.address + "/?query=calcinosis");
            page.getByLabel("Put into the list").fill("plain");
            page.getByText("All that were found").click();
            page.waitForURL(Pattern.compile("/lists/plain$"));
            Locator first = page.locator(".paperrow").first();
            first.getByLabel("because").fill("animal");
            first.getByText("Exclude").click();
            assertThat(page.locator(".paperrow.s-exclude")).hasCount(1);
            assertThat(page.locator(".prisma")).containsText("animal: 1");
            assertThat(page.locator("body")).hasJSProperty("scrollLeft", 0);
        }
    }
}
