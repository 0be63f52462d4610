package dev.apatite.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reviewer's morning: twenty papers are decided on and exported, by keyboard alone and without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreeningIT {
    private static final int PAPERS = 20;
    private static final int EVERY_THIRD = 3;
    private static final String REASON = "no patient";

    @SuppressWarnings("NullAway.Init")
    private Site site;

    @SuppressWarnings("NullAway.Init")
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir Path folder) {
        chromium = new Chromium();
        site = new Site(folder, papers());
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

    private static List<Paper> papers() {
        return IntStream.rangeClosed(1, PAPERS)
                .mapToObj(each -> paper("10.1000_p" + each)
                        .title("Calcinosis, report " + each)
                        .year(2000 + each)
                        .journal("Skin Letters")
                        .doi("10.1000/p" + each)
                        .ids(String.valueOf(26_000_000 + each), null)
                        .printed("2016-03-07", "12", "3", "97", "101", "https://creativecommons.org/licenses/by/4.0/")
                        .author("M\u00fcller", "J\u00f6rg A.")
                        .author("Roe & Sons", null)
                        .section(SectionKind.ABSTRACT, "Abstract", "A patient of report " + each + " had calcinosis.")
                        .section(SectionKind.CASE, "Case", "Nothing was given.")
                        .build())
                .toList();
    }

    private void walk(boolean scripts, Consumer<Page> journey) {
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (BrowserContext context =
                chromium.browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))) {
            Page page = context.newPage();
            Chromium.listen(page, complaints);
            journey.accept(page);
        }
        assertThat(complaints).isEmpty();
    }

    private static List<CSVRecord> table(Page page) {
        Download download = page.waitForDownload(
                () -> page.getByText("CSV with decisions and notes").click());
        try (CSVParser parser = CSVParser.parse(
                download.path(),
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String ris(Page page) {
        Download download =
                page.waitForDownload(() -> page.getByText("RIS with notes").click());
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertExported(Page page) {
        List<CSVRecord> rows = table(page);
        assertThat(rows).hasSize(PAPERS);
        assertThat(rows.stream().filter(each -> each.get("decision").equals("exclude")))
                .hasSize((PAPERS + EVERY_THIRD - 1) / EVERY_THIRD)
                .allMatch(each -> each.get("reason").equals(REASON));
        assertThat(rows.stream().filter(each -> each.get("decision").equals("include")))
                .hasSize(PAPERS - (PAPERS + EVERY_THIRD - 1) / EVERY_THIRD);
        assertThat(ris(page).split("N1  - Decision: exclude: " + REASON, -1)).hasSize(8);
    }

    @Test
    void twentyPapersAreScreenedByKeyboardAndExported() {
        walk(true, page -> {
            page.navigate(site.address + "/?query=calcinosis");
            assertThat(page.getByLabel("Search the papers")).isFocused();
            toTheResults(page);
            for (int i = 0; i < PAPERS; i++) {
                page.keyboard().press("j");
                page.keyboard().press("x");
            }
            assertThat(page.locator(".hit input:checked")).hasCount(PAPERS);
            page.getByLabel("Put into the list").focus();
            page.keyboard().type("keys");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/lists/keys$"));
            Locator decided = page.locator(".paperrow.s-include, .paperrow.s-exclude");
            for (int i = 0; i < PAPERS; i++) {
                assertThat(page.locator(".paperrow[aria-current]")).hasClass(Pattern.compile("s-open"));
                if (i % EVERY_THIRD == 0) {
                    page.keyboard().press("e");
                    page.keyboard().type(REASON);
                    page.keyboard().press("Enter");
                } else {
                    page.keyboard().press("i");
                }
                assertThat(decided).hasCount(i + 1);
            }
            assertThat(page.locator(".prisma")).containsText(REASON + ": 7");
            page.keyboard().press("?");
            assertThat(page.locator("#keys p")).isVisible();
            page.keyboard().press("k");
            page.keyboard().press("j");
            assertExported(page);
            page.keyboard().press("o");
            page.waitForURL(Pattern.compile("/papers/10\\.1000_p"));
        });
    }

    @Test
    void theSameIsDoneWithoutScripts() {
        walk(false, page -> {
            page.navigate(site.address + "/?query=calcinosis");
            page.getByLabel("Put into the list").fill("forms");
            page.getByText("All that were found").click();
            page.waitForURL(Pattern.compile("/lists/forms$"));
            assertThat(page.locator(".paperrow")).hasCount(PAPERS);
            for (int i = 0; i < PAPERS; i++) {
                Locator row = page.locator(".paperrow").nth(i);
                if (i % EVERY_THIRD == 0) {
                    row.getByLabel("because").fill(REASON);
                    row.getByText("Exclude").click();
                } else {
                    row.getByText("Include").click();
                }
                assertThat(page.locator(".paperrow").nth(i)).hasClass(Pattern.compile("s-(in|ex)clude"));
            }
            assertThat(page.locator(".prisma")).containsText(REASON + ": 7");
            assertExported(page);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?query=calcinosis", "/evidence", "/patients", "/sentences?query=calcinosis", "/works"})
    void resultsAreReachedByTwoTabsFromTheBox(String address) {
        walk(true, page -> {
            page.navigate(site.address + address);
            assertThat(page.getByLabel("Search the papers")).isFocused();
            toTheResults(page);
            page.keyboard().press("Tab");
            assertThat(page.locator("#results :focus")).hasCount(1);
        });
    }

    /** The second Tab is a link that leads there. */
    private static void toTheResults(Page page) {
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.getByText("To the results")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("#results$"));
    }

    /** As Zotero's COinS translator does: whole pairs, a plus sign for a space, then what is encoded by percent signs. */
    private static List<String> read(String coins, String key) {
        return Pattern.compile("&")
                .splitAsStream(coins)
                .filter(each -> each.startsWith(key + "="))
                .map(each -> java.net.URLDecoder.decode(each.substring(key.length() + 1), StandardCharsets.UTF_8))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void zoterosTranslatorsReadAllOfAResultAndOfAPaper(boolean scripts) {
        walk(scripts, page -> {
            page.navigate(site.address + "/?query=%22report+7%22");
            String coins = page.locator("span.Z3988").first().getAttribute("title");
            assertThat(read(coins, "rft_val_fmt")).containsExactly("info:ofi/fmt:kev:mtx:journal");
            assertThat(read(coins, "rft.genre")).containsExactly("article");
            assertThat(read(coins, "rft_id")).containsExactly("info:doi/10.1000/p7", "info:pmid/26000007");
            assertThat(read(coins, "rft.atitle")).containsExactly("Calcinosis, report 7");
            assertThat(read(coins, "rft.au")).containsExactly("M\u00fcller, J\u00f6rg A.", "Roe & Sons");
            assertThat(read(coins, "rft.pages")).containsExactly("97-101");
            page.locator(".hits h2 a").first().click();
            page.waitForURL(Pattern.compile("/papers/"));
            // What its translator of embedded metadata takes for an article in a journal.
            assertThat(meta(page, "citation_title")).containsExactly("Calcinosis, report 7");
            assertThat(meta(page, "citation_author")).containsExactly("M\u00fcller, J\u00f6rg A.", "Roe & Sons");
            assertThat(meta(page, "citation_journal_title")).containsExactly("Skin Letters");
            assertThat(meta(page, "citation_publication_date")).containsExactly("2016/03/07");
            assertThat(meta(page, "citation_doi")).containsExactly("10.1000/p7");
            assertThat(meta(page, "citation_firstpage")).containsExactly("97");
            String bibtex = page.locator("link[rel=alternate][type='application/x-bibtex']")
                    .getAttribute("href");
            assertThat(page.request().get(site.address + bibtex).text()).contains("doi = {10.1000/p7}");
        });
    }

    private static List<String> meta(Page page, String name) {
        return page.locator("meta[name=" + name + "]").all().stream()
                .map(each -> each.getAttribute("content"))
                .toList();
    }
}
