package dev.apatite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What axe-core says of every page, wide and light, narrow and dark, with every drawer open; and the keyboard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {
    private static final String RULES = """
            axe.run(%s, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
              .then(result => result.violations.map(each => each.id + ': '
                  + each.nodes.map(node => node.target.join(' ')).slice(0, 5).join(', ')).join('\\n'))
            """;
    private static final String OPEN = """
            document.querySelectorAll('details:not(.help, .menu)').forEach(each => each.open = true);
            document.querySelectorAll('.switch').forEach(each => each.checked = true);
            """;

    /** They lie over the page; the number of them. */
    private static final String OPEN_SHEETS = """
            (() => { const all = document.querySelectorAll('details:is(.help, .menu)');
            all.forEach(each => each.open = true); return all.length; })()
            """;

    @SuppressWarnings("NullAway.Init")
    private Site site;

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private String axe;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        chromium = new Chromium();
        site = new Site(folder);
        site.form("/lists", "list=screening&paper=thio&paper=pam");
        site.form("/lists/screening", "paper=pam&decision=exclude&reason=a+child&reader=ann");
        try (InputStream in = Objects.requireNonNull(
                AccessibilityIT.class.getResourceAsStream("/axe.min.js"), "axe is on the test's path")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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

    @ParameterizedTest
    @CsvSource({
        "/",
        "/?query=diltiazem&treatment=diltiazem&pageSize=1",
        "/?query=nothingofthis",
        "/?query=CASE:(",
        "/evidence",
        "/patients",
        "/patients/like?paper=thio",
        "/sentences?query=diltiazem",
        "/works",
        "/works/w1",
        "/facets/treatment",
        "/papers/thio?query=diltiazem",
        "/papers/thio?original=1",
        "/papers/thio/desk",
        "/reviews/compare",
        "/lists",
        "/lists/screening?reader=ann",
        "/papers/nosuch",
        "/searches",
        "/help",
        "/api",
        "/status"
    })
    void axeFindsNothingOnAnyPage(String path) {
        assertThat(violations(path, 1280, ColorScheme.LIGHT)).isEmpty();
        assertThat(violations(path, 390, ColorScheme.DARK)).isEmpty();
    }

    private String violations(String path, int width, ColorScheme scheme) {
        try (BrowserContext context = chromium.browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setBypassCSP(true))) {
            Page page = context.newPage();
            page.navigate(site.address + path);
            page.evaluate(OPEN);
            page.evaluate(axe);
            String found = String.valueOf(page.evaluate(RULES.formatted("document")));
            int sheets = (int) page.evaluate(OPEN_SHEETS);
            return sheets == 0
                    ? found
                    : found + page.evaluate(RULES.formatted("{include: [['details:is(.help, .menu)']]}"));
        }
    }

    @Test
    void twoTabsLeadFromTheBoxToTheResults() {
        try (BrowserContext context = chromium.browser.newContext()) {
            Page page = context.newPage();
            page.navigate(site.address + "/?query=diltiazem");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("To the results");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat((boolean) page.evaluate("document.activeElement.closest('.results') !== null"))
                    .isTrue();
        }
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.textContent.trim()"));
    }
}
