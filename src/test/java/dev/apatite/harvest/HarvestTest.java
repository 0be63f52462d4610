package dev.apatite.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is fetched, from servers that behave and from servers that do not. */
class HarvestTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final List<Duration> waited = new ArrayList<>();
    private Archive archive;

    @BeforeEach
    void open() throws IOException {
        archive = new Archive();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private HarvestReport run(HarvestRequest request, @Nullable URI bucket) {
        Harvest.Sources sources = new Harvest.Sources(archive.address("/rest/"), bucket, 1000, "test");
        try (Harvest harvest = new Harvest(folder, sources, line -> {}, CLOCK, waited::add)) {
            return harvest.run(request);
        }
    }

    private HarvestReport run(int limit) {
        return run(new HarvestRequest("calcinosis", List.of(), null, limit), null);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> !each.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void allPagesAreFetchedAndWhatIsNotOpenIsNamedWithWhereItIsFree() throws IOException {
        archive.paper("PMC1", "11", true).paper("PMC2", "12", false).paper("PMC3", "13", true);

        HarvestReport report = run(100);

        assertThat(files()).containsExactly("PMC1.xml", "PMC3.xml");
        assertThat(report.summary()).isEqualTo("fetched 2, known 0, without full text 1, failed 0");
        assertThat(report.found()).isEqualTo(3);
        assertThat(report.missing()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo("PMC2");
            assertThat(each.freeAt()).containsExactly("https://example.org/12");
        });
        assertThat(Files.readString(folder.resolve("PMC1.xml"))).isEqualTo(Archive.jats("PMC1"));
        assertThat(Files.readString(folder.resolve(".harvest/ledger.jsonl")))
                .contains("\"license\":\"cc by\"", "\"at\":\"2026-11-30T12:00:00Z\"", "\"file\":\"PMC3.xml\"");
    }

    @Test
    void nothingIsFetchedTwiceAlsoWhereItsFileWasTakenAway() throws IOException {
        archive.paper("PMC1", "11", true);
        run(100);
        Files.delete(folder.resolve("PMC1.xml"));
        archive.paper("PMC2", "12", true);
        archive.asked.clear();

        assertThat(run(100).summary()).isEqualTo("fetched 1, known 1, without full text 0, failed 0");
        assertThat(archive.asked).doesNotContain("/rest/PMC1/fullTextXML");
        assertThat(files()).containsExactly("PMC2.xml");
    }

    @Test
    void aRunThatEndedAtItsLimitGoesOnWhereItWas() throws IOException {
        for (int i = 1; i <= 6; i++) {
            archive.paper("PMC" + i, "1" + i, true);
        }
        assertThat(run(3).fetched()).isEqualTo(3);
        archive.asked.clear();

        assertThat(run(100).fetched()).isEqualTo(3);
        assertThat(archive.asked).first().isEqualTo("/rest/search c2");
        assertThat(files()).hasSize(6);
    }

    @Test
    void halfALineOfTheLedgerAndHalfAFileOfAKillHarmNothing() throws IOException {
        archive.paper("PMC1", "11", true);
        run(100);
        Files.writeString(
                folder.resolve(".harvest/ledger.jsonl"),
                Files.readString(folder.resolve(".harvest/ledger.jsonl")) + "{\"id\":\"PM");
        Files.writeString(folder.resolve(".harvest/PMC2.xml.part"), "<arti");
        archive.paper("PMC2", "12", true);

        assertThat(run(100).summary()).isEqualTo("fetched 1, known 1, without full text 0, failed 0");
        assertThat(Files.readString(folder.resolve("PMC2.xml"))).isEqualTo(Archive.jats("PMC2"));
        assertThat(run(100).summary()).startsWith("fetched 0, known 2");
    }

    @ParameterizedTest
    @CsvSource({"429, 7, PT7S", "503, '', PT1S", "500, 100000, PT1M"})
    void aServerThatIsBusyIsAskedAgainAfterAWhile(int status, String retryAfter, Duration wait) throws IOException {
        archive.paper("PMC1", "11", true).first("/rest/search", new Archive.Answer(status, "", retryAfter));

        assertThat(run(100).fetched()).isEqualTo(1);
        assertThat(waited).contains(wait);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html><body>Please log in</body></html> | not a JATS article
            no mark-up at all                       | not XML
            <article                                | not XML
            """)
    void whatIsNoArticleIsAFailureAndNotAFile(String sent, String reason) throws IOException {
        archive.paper("PMC1", "11", true).paper("PMC2", "12", true).file("/rest/PMC1/fullTextXML", sent);

        HarvestReport report = run(100);

        assertThat(report.failures()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo("PMC1");
            assertThat(each.reason()).contains(reason);
        });
        assertThat(files()).containsExactly("PMC2.xml");
        archive.file("/rest/PMC1/fullTextXML", Archive.jats("PMC1"));
        assertThat(run(100).fetched()).as("a failure is tried again").isEqualTo(1);
    }

    @Test
    void aServerThatRefusesAllIsLeftAlone() {
        for (int i = 1; i <= 9; i++) {
            archive.paper("PMC" + i, "1" + i, true)
                    .first("/rest/PMC" + i + "/fullTextXML", new Archive.Answer(400, "", ""));
        }
        HarvestReport report = run(100);

        assertThat(report.stopped()).isEqualTo("5 papers in a row could not be fetched");
        assertThat(report.failures()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html/>                                | something that is not JSON
            {"errCode": 404, "errMsg": "Bad query"} | refuses the query: Bad query
            """)
    void aSearchThatIsNotAnsweredSaysWhy(String sent, String reason) {
        archive.first("/rest/search", new Archive.Answer(200, sent, ""));

        assertThat(run(100).stopped()).contains(reason);
    }

    @Test
    void aCursorThatIsKnownNoMoreBeginsAnewAndFetchesNothingTwice() throws IOException {
        for (int i = 1; i <= 4; i++) {
            archive.paper("PMC" + i, "1" + i, true);
        }
        assertThat(run(3).fetched()).isEqualTo(3);
        archive.first("/rest/search", new Archive.Answer(200, "{\"errMsg\": \"Unknown cursor\"}", ""));

        HarvestReport report = run(100);

        assertThat(report.stopped()).isNull();
        assertThat(report.summary()).startsWith("fetched 1, known 3");
    }

    @Test
    void aListOfPapersIsFetchedAndWhatNobodyKnowsIsNamed() throws IOException {
        archive.paper("PMC1", "11", true).paper("PMC2", "12", true).paper("PMC3", "13", false);

        HarvestReport report =
                run(new HarvestRequest(null, List.of("11", "13", "99"), LocalDate.of(2000, 1, 1), 10), null);

        assertThat(files()).containsExactly("PMC1.xml");
        assertThat(report.missing()).extracting(HarvestReport.Missing::id).containsExactly("PMC3", "99");
    }

    @Test
    void theNewestVersionInTheBucketIsFetchedWithItsLicence() throws Exception {
        String newest = Archive.jats("PMC1") + "<!-- 10 -->";
        archive.paper("PMC1", "11", false)
                .paper("PMC2", "12", false)
                .file("/bucket/PMC1.2/PMC1.2.xml", Archive.jats("PMC1"))
                .file("/bucket/PMC1.10/PMC1.10.xml", newest)
                .file("/bucket/PMC1.10/PMC1.10.json", metadata(newest, true))
                .file("/bucket/PMC12.1/PMC12.1.xml", Archive.jats("PMC12"));

        HarvestReport report = run(new HarvestRequest("q", List.of(), null, 10), archive.address("/bucket"));

        assertThat(Files.readString(folder.resolve("PMC1.xml"))).isEqualTo(newest);
        assertThat(Files.readString(folder.resolve(".harvest/ledger.jsonl"))).contains("\"license\":\"CC BY-NC\"");
        assertThat(report.missing()).extracting(HarvestReport.Missing::id).containsExactly("PMC2");
    }

    @Test
    void aFileOfTheBucketThatIsNotTheOneOfItsMetadataIsAFailure() throws Exception {
        archive.paper("PMC1", "11", false)
                .file("/bucket/PMC1.1/PMC1.1.xml", Archive.jats("PMC1"))
                .file("/bucket/metadata/PMC1.1.json", metadata("another text", true));

        HarvestReport report = run(new HarvestRequest("q", List.of(), null, 10), archive.address("/bucket"));

        assertThat(report.failures())
                .extracting(HarvestReport.Failure::reason)
                .first()
                .asString()
                .contains("MD5");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatTheBucketDoesNotHoldAsOpenAccessStaysThere() throws Exception {
        archive.paper("PMC1", "11", false)
                .file("/bucket/PMC1.1/PMC1.1.xml", Archive.jats("PMC1"))
                .file("/bucket/metadata/PMC1.1.json", metadata(Archive.jats("PMC1"), false));

        assertThat(run(new HarvestRequest("q", List.of(), null, 10), archive.address("/bucket"))
                        .missing())
                .hasSize(1);
        assertThat(files()).isEmpty();
    }

    private static String metadata(String xml, boolean open) throws NoSuchAlgorithmException {
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(xml.getBytes(StandardCharsets.UTF_8)));
        return "{\"pmcid\": \"PMC1\", \"is_pmc_openaccess\": " + open
                + ", \"license_code\": \"CC BY-NC\", \"xml_url\": \"s3://pmc-oa-opendata/PMC1.1/PMC1.1.xml?md5=" + sum
                + "\"}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'PMID- 123\nTI  - A title of 2019\n\nPMID- 124\n'        | 123 124
            'TY  - JOUR\nDO  - 10.1000/a(b)c\nER  - '                | 10.1000/a(b)c
            '@article{x, doi = {10.1000/x}, year = 2019}'            | 10.1000/x
            '(10.1000/S0140(05)67530-7), 10.1000/b,10.1000/c'        | 10.1000/S0140(05)67530-7 10.1000/b 10.1000/c
            '123, PMC77; 10.1000/xyz.\n# 999 is a comment'           | 123 PMC77 10.1000/xyz
            """)
    void aListOfPapersIsReadFromWhatPeopleHave(String text, String names) {
        assertThat(PaperNames.in(text.replace("\\n", "\n"))).containsExactly(names.split(" "));
    }

    @Test
    void recordsThatCannotBeAskedForAreNamed() {
        assertThat(PaperNames.nameless(
                        "TY  - JOUR\nTI  - One\nDO  - 10.1000/a\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n"))
                .containsExactly("Two");
        assertThat(
                        PaperNames.nameless(
                                "@comment{x}\n@article{a,\n  title = {{Three {T}}},\n year = 2012}\n@article{b, doi = {10.1/x}}"))
                .containsExactly("Three T");
        assertThat(PaperNames.nameless("PMID- 123\nTI  - A title\n")).isEmpty();
        assertThat(PaperNames.nameless("123, 10.1000/xyz")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "PMID- 123\\nTI  - A title that\\n      goes on.\\nLID - 10.1000/one [doi]\\nPMID- 124\\nTI  - Another.\\n"
                        + " | 123 | A title that goes on. | 10.1000/one",
                "PMID- 123\\nTI  - A title.\\nPMID- 124\\nTI  - Another.\\n | 124 | Another. | -",
                "TY  - JOUR\\nTI  - Of skin\\nDO  - 10.1000/Two\\nER  - \\n | 10.1000/two | Of skin | 10.1000/Two",
                "@article{a,\\n title = {Of {Bone}},\\n doi = {10.1000/three}\\n} | 10.1000/three | Of Bone | 10.1000/three",
            })
    void whatAListSaysOfAPaperIsKnownThoughNobodyFindsIt(
            String list, String name, @Nullable String title, @Nullable String doi) {
        HarvestReport.Missing missing = new HarvestReport.Missing(name, null, null, "not found", List.of());
        HarvestReport.Missing told =
                missing.toldBy(PaperNames.told(list.replace("\\n", "\n")).get(name));
        assertThat(told.title()).isEqualTo(title);
        assertThat(told.doi()).isEqualTo(doi);
    }
}
