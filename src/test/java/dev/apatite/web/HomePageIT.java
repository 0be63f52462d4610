package dev.apatite.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.apatite.index.Papers;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The home page of papers that have much of everything: small, and yet all of it within reach. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomePageIT {
    private static final int LARGEST = 60_000;

    private static final List<String> DRUGS = List.of(
            "diltiazem",
            "warfarin",
            "colchicine",
            "minocycline",
            "doxycycline",
            "pamidronate",
            "alendronate",
            "rituximab",
            "infliximab",
            "probenecid",
            "prednisone",
            "methotrexate",
            "cyclosporine",
            "azathioprine",
            "cyclophosphamide",
            "mycophenolate",
            "sodium thiosulfate",
            "aluminium hydroxide",
            "ceftriaxone",
            "etidronate");

    @SuppressWarnings("NullAway.Init")
    private Site site;

    @BeforeAll
    void open(@TempDir Path folder) {
        site = new Site(
                folder, IntStream.range(0, 40).mapToObj(HomePageIT::full).toList());
    }

    @AfterAll
    void close() {
        site.close();
    }

    /** Later drugs stand in fewer papers; each paper has nearly all of them. */
    private static Paper full(int number) {
        Papers paper = paper("10.5555_a-paper-with-a-long-identifier." + number)
                .title("What became of the patients of a small hospital who were given one drug after another: part "
                        + number)
                .doi("10.5555/a-paper-with-a-long-identifier." + number)
                .year(1960 + number)
                .journal("Journal of Long Names and Small Hospitals, Volume " + number % 25);
        for (int i = 0; i < 12; i++) {
            paper.author("Longfamilyname" + i, "Margaret Elizabeth");
        }
        List<String> given = DRUGS.subList(0, DRUGS.size() - number % 15);
        List<String> sentences = new ArrayList<>(List.of("A woman with anti-Scl-70."));
        given.forEach(each -> sentences.add("She got " + each + "."));
        paper.section(SectionKind.CASE, "The case", String.join("\n", sentences))
                .patient(20 + number, Sex.FEMALE, "anti-Scl-70", AntibodyStatus.POSITIVE, given.toArray(String[]::new))
                .mentions(MentionType.ANTIBODY, "anti-Scl-70", "anti-Scl-70", Assertion.AFFIRMED);
        for (String drug : given) {
            paper.treats(drug, drug);
            for (Response response :
                    List.of(Response.NO_RESPONSE, Response.PARTIAL_RESPONSE, Response.COMPLETE_RESPONSE)) {
                paper.finding(drug, response, true, 1, "She got " + drug + ".");
            }
        }
        return paper.build();
    }

    @Test
    void itIsSmall() {
        assertThat(site.get("/").body().getBytes(StandardCharsets.UTF_8).length).isLessThan(LARGEST);
    }

    @Test
    void whatAHitShowsOfItsFindingsSaysHowMuchMoreThereIs() {
        assertThat(site.get("/").body()).containsPattern("#findings\">1[0-9] more</a>");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSeldomValueIsChosenInPlaceOrOnThePageOfAllValues(boolean scripts) {
        try (Chromium chromium = new Chromium();
                BrowserContext context =
                        chromium.browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts))) {
            Page page = context.newPage();
            page.navigate(site.address);
            Locator seldom = page.locator("input[type=checkbox][name=treatment][value=ceftriaxone]");
            assertThat(seldom).hasCount(0);
            Locator more = page.locator("fieldset", new Page.LocatorOptions().setHasText("Treatment"))
                    .first()
                    .locator("details.more");
            more.locator("summary").click();
            if (!scripts) {
                more.getByText("All of Treatment").click();
                page.waitForURL(Pattern.compile("/facets/treatment"));
            }
            seldom.check(new Locator.CheckOptions().setNoWaitAfter(true));
            if (!scripts) {
                page.getByText("Apply filters").first().click();
            }
            page.waitForURL(Pattern.compile("/\\?.*treatment=ceftriaxone"));
            assertThat(page.locator("input[type=checkbox][name=treatment][value=ceftriaxone]"))
                    .isChecked();
        }
    }
}
