package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.apatite.engine.Unanswerable;
import dev.apatite.index.PaperKeys;
import dev.apatite.index.PaperStore;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.Papers;
import dev.apatite.opensearch.ClusterIndex;
import dev.apatite.opensearch.ClusterSettings;
import dev.apatite.opensearch.NeedsOpenSearch;
import dev.apatite.opensearch.OpenSearchNodes;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What both engines promise alike: the embedded one and a cluster of one node, whose index stands in three parts. The same
 * papers are in both: five samples and 1,200 made-up ones, enough that not all are looked at closely.
 */
@NeedsOpenSearch
class BothEnginesIT {
    private static final int MADE = 1200;
    private static final float SLIGHTLY = 0.002f;

    @TempDir
    private static Path folder;

    private static SampleIndex embedded;
    private static ClusterIndex cluster;
    private static Searcher remote;

    @BeforeAll
    static void putTheSamePapersIntoBoth() throws IOException, InterruptedException {
        Vocabulary vocabulary = Vocabulary.builtIn();
        cluster = ClusterIndex.open(
                new ClusterSettings(OpenSearchNodes.one(), "apatite-both-" + System.nanoTime(), null, null, 3, 0),
                folder,
                vocabulary);
        embedded = new SampleIndex(folder.resolve("embedded"));
        List<Paper> papers = Stream.concat(
                        SampleIndex.papers().stream(), IntStream.range(0, MADE).mapToObj(BothEnginesIT::made))
                .toList();
        put(embedded.index, papers);
        put(cluster, papers);
        remote = new ClusterSearcher(cluster, vocabulary);
    }

    private static void put(PaperStore store, List<Paper> papers) {
        try (PaperUpdate update = store.update()) {
            update.likelyFrom(0.5);
            papers.forEach(each -> update.put(each, Papers.provenance(each), PaperKeys.NONE));
            update.commit(papers.size());
        }
    }

    @AfterAll
    static void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    private static final List<String> WORDS = List.of(
            "calcium",
            "pain",
            "finger",
            "hand",
            "skin",
            "lesion",
            "patient",
            "woman",
            "man",
            "year",
            "nodule",
            "ulcer",
            "elbow",
            "serum",
            "level",
            "therapy",
            "dose",
            "week",
            "month",
            "relief",
            "swelling",
            "biopsy",
            "radiograph",
            "infection",
            "drainage",
            "warfarin",
            "minocycline",
            "diltiazem",
            "calcinosis",
            "surgery");

    /** Papers of words of which few are frequent and most are not, as in any language. */
    private static Paper made(int number) {
        Random random = new Random(number);
        Papers made = paper("made" + number)
                .title(text(random, 4 + random.nextInt(5)))
                .journal("Journal " + number % 7);
        if (number % 11 > 0) {
            made.year(1990 + number % 30);
        }
        if (number % 3 == 0) {
            made.author(List.of("Adams", "Baker", "Çelik", "Düzgün").get(number % 4), "A");
        }
        if (number % 2 == 0) {
            made.section(SectionKind.ABSTRACT, null, text(random, 20));
        }
        made.section(SectionKind.CASE, "Case", text(random, 10 + random.nextInt(60)), text(random, 15));
        if (number % 5 == 0) {
            made.section(
                            SectionKind.DISCUSS,
                            "Discussion",
                            text(random, 40) + " diltiazem",
                            "was given. The calcinosis got better with diltiazem.")
                    .treats("diltiazem", "diltiazem")
                    .finding(
                            "diltiazem",
                            Response.values()[number % Response.values().length],
                            number % 10 == 0,
                            1 + number % 4,
                            "The calcinosis got better with diltiazem.");
        }
        if (number % 4 == 0) {
            made.patient(
                    10 + number % 70,
                    number % 8 == 0 ? Sex.FEMALE : Sex.MALE,
                    "anti-Scl-70",
                    number % 12 == 0 ? AntibodyStatus.POSITIVE : AntibodyStatus.NEGATIVE,
                    number % 16 == 0 ? "warfarin" : "diltiazem");
        }
        if (number % 50 == 7) {
            made.section(SectionKind.RESULTS, null, "No anti-Scl-70 was found.")
                    .mentions(MentionType.ANTIBODY, "anti-Scl-70", "anti-Scl-70", Assertion.NEGATED);
        }
        if (number % 20 == 3) {
            made.cites("1", "Düzgün N. Sodium thiosulfate. 2015.", "thio");
        }
        if (number % 9 == 4) {
            made.cites("2", "Adams A. Warfarin for calcinosis of number " + number % 13 + ". 2001.", "w" + number % 13)
                    .cites("3", "Adams. Warfarin for calcinosis, printed twice. 2001.", "w" + number % 13);
        }
        return made.build();
    }

    private static String text(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(any -> WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 1.7)))
                        + (random.nextInt(9) == 0 ? random.nextInt(300) : ""))
                .collect(Collectors.joining(" "));
    }

    private static SearchRequest request(String query, @Nullable String filters, @Nullable String sort) {
        SearchRequest request = SearchRequest.of(query).withWording(Wording.USUAL.withMend(false));
        for (String each : filters == null ? new String[0] : filters.split(" & ")) {
            int is = each.indexOf('=');
            request = request.filter(each.substring(0, is), each.substring(is + 1));
        }
        return request.withSort(sort == null ? "" : sort);
    }

    private static void assertSame(SearchRequest request) {
        SearchResponse here = embedded.searcher.search(request);
        SearchResponse there = remote.search(request);
        assertSameOrder(here.hits(), there.hits());
        assertThat(there.hitCount()).isEqualTo(here.hitCount());
        assertThat(there.exactHitCount()).isEqualTo(here.exactHitCount());
        assertThat(there.anyWord()).isEqualTo(here.anyWord());
        assertThat(there.facets()).isEqualTo(here.facets());
        assertThat(there.expansions()).isEqualTo(here.expansions());
        assertThat(there.parsed()).isEqualTo(here.parsed());
        assertThat(there.ending()).isEqualTo(here.ending());
        assertThat(there.nextCursor() == null).isEqualTo(here.nextCursor() == null);
        Map<String, Hit> known = new HashMap<>();
        here.hits().forEach(each -> known.put(each.paper().id(), each));
        for (Hit each : there.hits()) {
            Hit same = known.get(each.paper().id());
            if (same != null) {
                assertThat(unscored(each)).isEqualTo(unscored(same));
            }
        }
    }

    /** The same order; only papers whose scores differ by no more than rounding may change places. */
    private static void assertSameOrder(List<Hit> here, List<Hit> there) {
        Map<String, Float> scores = new HashMap<>();
        here.forEach(each -> scores.put(each.paper().id(), each.score()));
        assertThat(there).hasSameSizeAs(here);
        for (int i = 0; i < here.size(); i++) {
            Hit one = here.get(i);
            Hit other = there.get(i);
            assertThat(other.score()).isCloseTo(one.score(), within(SLIGHTLY));
            boolean tied = one.score() == scores.getOrDefault(other.paper().id(), Float.NaN);
            if (tied || one.score() == 0) {
                assertThat(other.paper().id()).isEqualTo(one.paper().id());
            }
        }
    }

    private static Hit unscored(Hit hit) {
        return new Hit(
                hit.paper(),
                hit.missing(),
                hit.byMeaning(),
                0,
                hit.citedBy(),
                hit.versions(),
                hit.highlights(),
                hit.findings(),
                hit.antibodies());
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(each -> each.paper().id()).toList();
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "calcinosis                              | -                         | -",
                "calcinosis diltiazem                    | -                         | -",
                "diltiazem for calcinosis of the hand    | -                         | -",
                "ulcer elbow radiograph drainage surgery | -                         | -",
                "calcinosis zzzzunknown                  | -                         | -",
                "zzzzunknown yyyyunknown                 | -                         | -",
                "zzzzunknown AND calcinosis              | -                         | -",
                "STS                                     | -                         | -",
                "bisphosphonates                         | -                         | -",
                "\"calcinosis surgery\"                  | -                         | -",
                "\"calcinosis surgery\"~5                | -                         | -",
                "\"sodium thiosulfate\"                  | -                         | -",
                "calcin*                                 | -                         | -",
                "TITLE:dilt*                             | -                         | -",
                "calc?nosis                              | -                         | -",
                "TITLE:calcinosis                        | -                         | -",
                "CASE:(diltiazem OR warfarin)            | -                         | -",
                "calcinosis NOT surgery                  | -                         | -",
                "NOT calcinosis                          | -                         | -",
                "diltiazem OR verapamil                  | -                         | -",
                "(pain OR ulcer) AND elbow               | -                         | -",
                "AUTH:Duzgun                             | -                         | -",
                "PUB_YEAR:[2000 TO 2003]                 | -                         | -",
                "PUB_YEAR:2015                           | -                         | -",
                "TREATMENT:bisphosphonates               | -                         | -",
                "TREATMENT:diltiazem AND pain            | -                         | -",
                "GIVEN:warfarin                          | -                         | -",
                "FINDING:(diltiazem no_response)         | -                         | -",
                "ANTIBODY:\"anti-Scl-70\"                | -                         | -",
                "JOURNAL:\"Skin Letters\"                | -                         | -",
                "anti-Scl-70                             | -                         | -",
                "10.1000/thio                            | -                         | -",
                "''                                      | -                         | -",
                "''                                      | -                         | P_PDATE_D desc",
                "''                                      | -                         | P_PDATE_D asc",
                "''                                      | -                         | TITLE asc",
                "''                                      | -                         | TITLE desc",
                "''                                      | -                         | AUTH_FIRST asc",
                "''                                      | -                         | AUTH_FIRST desc",
                "''                                      | -                         | FIRST_PDATE_D desc",
                "calcinosis diltiazem                    | -                         | P_PDATE_D desc",
                "calcinosis diltiazem                    | -                         | TITLE asc",
                "calcinosis                              | year=2000..2005           | -",
                "calcinosis                              | year=2000..2005 & year=2010 | -",
                "calcinosis diltiazem                    | treatment=diltiazem       | -",
                "calcinosis                              | condition=calcinosis      | -",
                "''                                      | antibody=anti-Scl-70      | -",
                "''                                      | antibody=anti-Scl-70:positive | -",
                "''                                      | antibody=anti-Scl-70:negative & sex=female | -",
                "''                                      | age=20..40                | -",
                "''                                      | age=20..40 & sex=male     | -",
                "pain                                    | sex=female & treatment=diltiazem | -",
                "''                                      | given=warfarin            | -",
                "''                                      | finding=diltiazem:no_response | -",
                "pain                                    | finding=diltiazem:partial_response & minConfidence=0.5 | -",
                "''                                      | response=no_response      | -",
                "''                                      | journal=Journal 3         | -",
                "pain                                    | section=CASE              | -",
                "pain ulcer                              | section=DISCUSS & section=CASE | -",
                "''                                      | section=DISCUSS           | -",
                "swelling                                | year=1500..1600           | -",
                // What the best papers are about lends to the others, by how much those have of what was typed.
                "radiograph skin9 serum233               | -                         | -",
                "hand infection hand                     | -                         | -",
            })
    void theSamePapersInTheSameOrderWithTheSameHighlightsAndFacets(
            String query, @Nullable String filters, @Nullable String sort) {
        assertSame(request(query, filters, sort));
    }

    /** Words, phrases, beginnings and what is demanded or excluded, put together at random. */
    static Stream<String> madeUpQueries() {
        Random random = new Random(7);
        return IntStream.range(0, 40)
                .mapToObj(any -> IntStream.range(0, 1 + random.nextInt(5))
                        .mapToObj(part -> {
                            String word = WORDS.get(random.nextInt(WORDS.size()));
                            String other = WORDS.get(random.nextInt(WORDS.size()));
                            return switch (random.nextInt(12)) {
                                case 0 -> '"' + word + " " + other + '"';
                                case 1 -> word.substring(0, 4) + "*";
                                case 2 -> "CASE:" + word;
                                case 3 -> word + random.nextInt(300);
                                default -> word;
                            };
                        })
                        .collect(Collectors.joining(random.nextInt(6) == 0 ? " OR " : " ")));
    }

    @ParameterizedTest
    @MethodSource("madeUpQueries")
    void theSamePapersForAnyWords(String query) {
        assertSame(request(query, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "pain ulcer hand | -",
                "calcinosis diltiazem surgery | P_PDATE_D desc",
                "'' | TITLE asc",
                "pain | -"
            })
    void aWalkByCursorsPassesTheSamePapersInTheSameOrder(String query, @Nullable String sort) {
        SearchRequest request = request(query, null, sort).rowsOnly().withPageSize(97);
        List<Hit> here = walked(embedded.searcher, request);
        List<Hit> there = walked(remote, request);
        assertThat(ids(there)).doesNotHaveDuplicates().hasSameElementsAs(ids(here));
        assertSameOrder(here, there);
    }

    private static List<Hit> walked(Searcher searcher, SearchRequest request) {
        List<Hit> hits = new ArrayList<>();
        for (@Nullable String cursor = SearchRequest.FIRST_PAGE; cursor != null; ) {
            SearchResponse page = searcher.search(request.withCursor(cursor));
            hits.addAll(page.hits());
            cursor = page.nextCursor();
        }
        return hits;
    }

    @Test
    void aCursorOfAnotherSearchIsRefused() {
        String cursor =
                remote.search(request("pain", null, null).withPageSize(3)).nextCursor();
        assertThatThrownBy(() -> remote.search(request("ulcer", null, null).withCursor(String.valueOf(cursor))))
                .isInstanceOfSatisfying(
                        BadRequest.class, each -> assertThat(each.parameter()).isEqualTo("cursorMark"));
    }

    @ParameterizedTest
    @CsvSource({"calcinosis diltiazem", "''", "TITLE:calcinosis", "zzzzunknown"})
    void anExportHoldsTheSamePapersWhole(String query) {
        SearchRequest request = request(query, null, null).rowsOnly();
        assertThat(all(remote, request)).isEqualTo(all(embedded.searcher, request));
    }

    private static List<Paper> all(Searcher searcher, SearchRequest request) {
        List<Paper> papers = new ArrayList<>();
        searcher.forEachPaper(request, papers::add);
        return papers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"thio", "10.1000/thio", "https://doi.org/10.1000/THIO", "made17", "nobody"})
    void aPaperIsFoundByTheSameAddresses(String address) {
        assertThat(remote.paper(address)).isEqualTo(embedded.searcher.paper(address));
    }

    @Test
    void hitsStandAtTheSamePlacesOfAPaper() {
        SearchRequest request = request("calcinosis diltiazem \"was given\"", null, null);
        for (String id : List.of("thio", "made5", "made10")) {
            assertThat(remote.hits(id, request)).isEqualTo(embedded.searcher.hits(id, request));
        }
    }

    @Test
    void theSamePapersCiteOne() {
        assertThat(remote.citedBy("thio")).isNotEmpty().hasSameElementsAs(embedded.searcher.citedBy("thio"));
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''         | -                             | -",
                "''         | -                             | TREATMENT asc",
                "''         | -                             | P_PDATE_D desc",
                "''         | treatment=diltiazem & own=true | TITLE asc",
                "''         | response=no_response          | P_PDATE_D asc",
                "''         | finding=diltiazem:no_response | TREATMENT asc",
                "''         | minConfidence=0.5             | TREATMENT asc",
                "calcinosis | treatment=bisphosphonates     | TITLE asc",
                "pain ulcer | year=2000..2010               | P_PDATE_D desc",
                "pain       | sex=female                    | TITLE asc",
            })
    void theSameFindingsInTheSameOrder(String query, @Nullable String filters, @Nullable String sort) {
        SearchRequest request = request(query, filters, sort).rowsOnly();
        EvidenceResponse here = embedded.searcher.evidence(request);
        EvidenceResponse there = remote.evidence(request);
        assertThat(there.hitCount()).isEqualTo(here.hitCount());
        assertThat(there.rows()).isEqualTo(here.rows());
        assertThat(findings(remote, request)).isEqualTo(findings(embedded.searcher, request));
    }

    private static List<EvidenceRow> findings(Searcher searcher, SearchRequest request) {
        List<EvidenceRow> rows = new ArrayList<>();
        searcher.forEachFinding(request, rows::add);
        return rows;
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''   | -                              | -",
                "''   | -                              | AGE asc",
                "''   | -                              | AGE desc",
                "''   | given=warfarin                 | P_PDATE_D desc",
                "''   | age=20..40 & sex=female        | AGE asc",
                "''   | antibody=anti-Scl-70:positive  | TITLE asc",
                "pain | sex=male                       | AGE asc",
            })
    void theSamePatientsWithTheSameFacets(String query, @Nullable String filters, @Nullable String sort) {
        SearchRequest request = request(query, filters, sort);
        PatientsResponse here = embedded.searcher.patients(request);
        PatientsResponse there = remote.patients(request);
        assertThat(there.hitCount()).isEqualTo(here.hitCount());
        assertThat(there.facets()).isEqualTo(here.facets());
        assertThat(there.rows()).isEqualTo(here.rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "treatment | ''",
                "antibody | ''",
                "journal | journal",
                "year | ''",
                "condition | ca",
                "section | ''"
            })
    void theSameValuesOfOneFacet(String facet, String typed) {
        FacetRequest wanted = new FacetRequest(facet, "", typed);
        for (SearchRequest request : List.of(request("", null, null), request("calcinosis pain", "sex=male", null))) {
            if (!facet.equals("section") || request.query().isEmpty()) {
                assertThat(remote.facet(Rows.PAPERS, request, wanted))
                        .isEqualTo(embedded.searcher.facet(Rows.PAPERS, request, wanted));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FOO:women | '' | query",
                "calcinosis | nonsense=1 | nonsense",
                "FINDING:(diltiazem bogus) | '' | query"
            })
    void whatIsNoRequestIsRefusedByTheSameWords(String query, String filters, String parameter) {
        SearchRequest request = request(query, filters.isEmpty() ? null : filters, null);
        assertThat(problem(remote, request))
                .isEqualTo(problem(embedded.searcher, request))
                .startsWith(parameter + ": ");
    }

    private static String problem(Searcher searcher, SearchRequest request) {
        try {
            searcher.search(request);
            return "";
        } catch (BadRequest e) {
            return e.parameter() + ": " + e.getMessage();
        }
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''         | -",
                "calcinosis | -",
                "diltiazem  | year=2000..2010",
                "pain       | own=true & response=no_response",
                "''         | minConfidence=0.5",
            })
    void findingsSumUpToTheSame(String query, @Nullable String filters) {
        SearchRequest request = request(query, filters, "TREATMENT asc");
        EvidenceResponse here = embedded.searcher.evidence(request);
        EvidenceResponse there = remote.evidence(request);
        assertThat(there.summary()).isEqualTo(here.summary()).isNotEmpty();
        assertThat(there.facets()).isEqualTo(here.facets());
        assertThat(there.typed()).isEqualTo(here.typed());
        assertThat(there.share() == null).isEqualTo(here.share() == null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"calcinosos", "diltiazm pain", "calci nosis", "warfarinsurgery", "skin CASE:ulzer", "elbo*"})
    void theSameWordsAreMended(String query) {
        SearchRequest request = SearchRequest.of(query);
        SearchResponse here = embedded.searcher.search(request);
        SearchResponse there = remote.search(request);
        assertThat(there.mended()).isEqualTo(here.mended());
        assertThat(there.suggestion()).isEqualTo(here.suggestion());
        assertThat(there.hitCount()).isEqualTo(here.hitCount());
        assertSameOrder(here.hits(), there.hits());
    }

    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''                      | -",
                "''                      | inCorpus=true",
                "''                      | inCorpus=false",
                "''                      | citing=pain & year=2000..2010",
                "''                      | citing=zzzzunknown",
                "sodium thiosulfate      | -",
                "warfarin calcinosis     | citing=ulcer",
                "warfarin zzzzunknown 11 | -",
                "printed twice           | -",
                "\"number 7\" OR thiosul* | -",
                "zzzzunknown             | -",
            })
    void theSameWorksMostCitedFirst(String query, @Nullable String filters) {
        SearchRequest request = request(query, filters, null).withPageSize(5);
        WorksResponse here = embedded.searcher.works(request);
        WorksResponse there = remote.works(request);
        assertThat(there.hitCount()).isEqualTo(here.hitCount());
        assertThat(there.allWords()).isEqualTo(here.allWords());
        assertThat(there.rows().stream().map(WorkRow::workId).toList())
                .isEqualTo(here.rows().stream().map(WorkRow::workId).toList());
        assertThat(there.rows().stream().map(WorkRow::papers).toList())
                .isEqualTo(here.rows().stream().map(WorkRow::papers).toList());
        assertThat(there.rows().stream().map(WorkRow::paper).toList())
                .isEqualTo(here.rows().stream().map(WorkRow::paper).toList());
        assertThat(there.nextCursor() == null).isEqualTo(here.nextCursor() == null);
        if (there.nextCursor() != null && here.nextCursor() != null) {
            assertThat(remote.works(request.withCursor(there.nextCursor())).rows().stream()
                            .map(WorkRow::workId)
                            .toList())
                    .isEqualTo(embedded.searcher.works(request.withCursor(here.nextCursor())).rows().stream()
                            .map(WorkRow::workId)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thio", "w1", "w7", "nobody"})
    void aWorkIsCitedByTheSamePapers(String work) {
        assertThat(remote.work(work).map(each -> each.work().papers()))
                .isEqualTo(embedded.searcher.work(work).map(each -> each.work().papers()));
        assertThat(remote.work(work).isPresent()).isEqualTo(!work.equals("nobody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thio", "made3", "made4", "made5", "nobody"})
    void aPaperHasTheSameReferencesAndRelatedPapers(String paper) {
        assertThat(remote.references(paper)).isEqualTo(embedded.searcher.references(paper));
        List<RelatedPaper> here = embedded.searcher.related(paper);
        List<RelatedPaper> there = remote.related(paper);
        assertThat(there)
                .usingRecursiveComparison()
                .withComparatorForType(ROUGHLY, Double.class)
                .isEqualTo(here);
    }

    private static final Comparator<Double> ROUGHLY =
            (one, other) -> Math.abs(one - other) < 1e-4 ? 0 : Double.compare(one, other);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "diltiazem better   | -",
                "calcinosis surgery | section=DISCUSS",
                "\"with diltiazem\" | year=2000..2005",
                "zzzzunknown        | -",
                "''                 | -",
            })
    void theSameSentencesAnswer(String query, @Nullable String filters) {
        SearchRequest request = request(query, filters, null).withPageSize(30);
        SentencesResponse here = embedded.searcher.sentences(request);
        SentencesResponse there = remote.sentences(request);
        assertThat(there.hitCount()).isEqualTo(here.hitCount());
        assertThat(there.papers()).isEqualTo(here.papers());
        assertThat(there.rows()).hasSameSizeAs(here.rows());
        for (int i = 0; i < here.rows().size(); i++) {
            assertThat(there.rows().get(i).score()).isCloseTo(here.rows().get(i).score(), within(SLIGHTLY));
        }
        assertThat(there.nextCursor() == null).isEqualTo(here.nextCursor() == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dil", "calc", "sodium th", "Düz", "pain ul", "zzzz", "", "anti-s"})
    void theSameIsSuggested(String beginning) {
        assertThat(remote.suggest(beginning)).isEqualTo(embedded.searcher.suggest(beginning));
        assertThat(remote.structuredCompletions(beginning))
                .isEqualTo(embedded.searcher.structuredCompletions(beginning));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "women with anti-Scl-70 given warfarin",
                "diltiazem no response",
                "Old A. Bone and calcium. 1990",
                "Adams Warfarin for calcinosis of number 7",
                "pain"
            })
    void theSameMayHaveBeenMeant(String query) {
        SearchRequest request = SearchRequest.of(query);
        assertThat(remote.structured(request)).isEqualTo(embedded.searcher.structured(request));
        assertThat(remote.citedWorks(request).stream().map(WorkRow::workId).toList())
                .isEqualTo(embedded.searcher.citedWorks(request).stream()
                        .map(WorkRow::workId)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A 44-year-old woman with calcinosis, anti-Scl-70 positive, was given diltiazem.",
                "A boy of 12 with an ulcer of the elbow who took warfarin",
                "nothing that is known"
            })
    void theSamePatientsAreLikeACase(String text) {
        LikePatients here = embedded.searcher.patientsLike(text, 20);
        LikePatients there = remote.patientsLike(text, 20);
        assertThat(there.understood()).isEqualTo(here.understood());
        assertThat(there.patients())
                .usingRecursiveComparison()
                .withComparatorForType(ROUGHLY, Double.class)
                .isEqualTo(here.patients());
    }

    @Test
    void whatAClusterDoesNotAnswerIsRefusedAndNamed() {
        List<Function<Searcher, Object>> others = List.of(
                each -> each.search(request("pain", null, "CITED desc")),
                each -> each.search(request("CITES:thio", null, null)));
        for (Function<Searcher, Object> each : others) {
            assertThatThrownBy(() -> each.apply(remote))
                    .isInstanceOf(Unanswerable.class)
                    .hasMessageContaining("cluster");
        }
        assertThat(remote.vectors().offered()).isFalse();
    }

    @Test
    void bothHoldTheSame() {
        assertThat(cluster.summary())
                .usingRecursiveComparison()
                .ignoringFields("committed")
                .isEqualTo(embedded.index.summary());
        assertThat(cluster.papers()).containsExactlyInAnyOrderElementsOf(embedded.index.papers());
        assertThat(cluster.check().sound()).isTrue();
    }
}
