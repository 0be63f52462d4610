package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.export.HighlightHtml;
import dev.apatite.index.Papers;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearcherTest {
    @TempDir
    private static Path folder;

    private static SampleIndex sample;

    @BeforeAll
    static void open() {
        sample = new SampleIndex(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    private static Hit only(String query, String id) {
        return sample.searcher.search(SearchRequest.of(query)).hits().stream()
                .filter(each -> each.paper().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void highlightsNameTheirSectionAndEscapeTheText() {
        assertThat(only("sodium thiosulfate lesions", "thio").highlights()).anySatisfy(each -> {
            assertThat(each.section()).isEqualTo("CASE");
            assertThat(each.heading()).isEqualTo("The case");
            assertThat(each.index()).isZero();
            assertThat(HighlightHtml.of(each))
                    .isEqualTo("<mark>Topical sodium thiosulfate</mark> cleared the <mark>lesions</mark>"
                            + " &lt;b&gt;fully&lt;/b&gt;.");
        });
    }

    @Test
    void highlightsMarkWhatWasExpanded() {
        assertThat(only("bisphosphonates", "pam").highlights())
                .extracting(HighlightHtml::of)
                .contains("<mark>Pamidronate</mark> in a boy with dermatomyositis")
                .anyMatch(each -> each.contains("<mark>Pamidronate</mark> reduced the pain."));
    }

    @Test
    void aHighlightSaysWhereItsSentenceBegins() {
        Highlight sentence = only("diltiazem effect", "thio").highlights().getFirst();
        String text =
                SampleIndex.papers().getFirst().sections().get(sentence.index()).text();
        assertThat(text.substring(sentence.start())).startsWith("She got diltiazem");
    }

    @Test
    void aPaperThatIsFoundByAReferenceShowsIt() {
        assertThat(only("thiosulfate winter", "citing").highlights())
                .extracting(Highlight::section)
                .contains("METHODS");
        assertThat(only("REF:thiosulfate", "citing").highlights())
                .extracting(Highlight::section)
                .containsExactly("REF");
    }

    @Test
    void sentencesAreShownThatHaveTheWordsWhichOthersLack() {
        try (SampleIndex own = new SampleIndex(folder.resolve("snippets"))) {
            own.put(List.of(Papers.paper("zoo")
                    .title("Animals")
                    .section(
                            SectionKind.CASE,
                            null,
                            "A zebra, a zebra. The zebra again. Zebra and zebra. No zebra more. Long after all of these"
                                    + " and at the very end of a day that had been long enough a tapir was seen.")
                    .build()));
            List<Highlight> shown = own.searcher
                    .search(SearchRequest.of("zebra tapir"))
                    .hits()
                    .getFirst()
                    .highlights();
            assertThat(shown).hasSize(2);
            assertThat(shown).extracting(Highlight::text).anyMatch(each -> each.contains("tapir"));
        }
    }

    @Test
    void whatIsExpandedIsNamedWithoutTheMarkOfItsSentence() {
        assertThat(sample.searcher.search(SearchRequest.of("What is STS?")).expansions())
                .extracting(Expansion::typed)
                .containsExactly("STS");
    }

    @Test
    void expansionsAreShown() {
        SearchResponse answer = sample.searcher.search(SearchRequest.of("STS hands"));
        assertThat(answer.expansions()).anySatisfy(each -> {
            assertThat(each.typed()).isEqualTo("STS");
            assertThat(each.also()).contains("sodium thiosulfate");
        });
        assertThat(sample.searcher
                        .search(SearchRequest.of("STS").withSynonym(false))
                        .expansions())
                .isEmpty();
    }

    @Test
    void everydayNamesAreSearchedByWhatPapersCallThemToo() {
        SearchResponse answer = sample.searcher.search(SearchRequest.of("calcinosis in kids"));
        assertThat(answer.expansions()).anySatisfy(each -> {
            assertThat(each.typed()).isEqualTo("kids");
            assertThat(each.also()).containsExactly("children");
        });
        assertThat(sample.searcher
                        .search(SearchRequest.of("calcinosis in kids")
                                .withWording(Wording.USUAL.withExcept(List.of("everyday:kids"))))
                        .expansions())
                .anySatisfy(each -> {
                    assertThat(each.typed()).isEqualTo("kids");
                    assertThat(each.also()).isEmpty();
                });
    }

    @Test
    void misspeltWordsAreMended() {
        assertThat(sample.searcher
                        .search(SearchRequest.of("pamidronat AND dermatomiositis"))
                        .suggestion())
                .isEqualTo("pamidronate AND dermatomyositis");
        assertThat(sample.searcher.search(SearchRequest.of("pamidronate")).suggestion())
                .isNull();
    }

    private static Map<String, Long> counts(List<FacetValue> values) {
        return values.stream().collect(Collectors.toMap(FacetValue::value, FacetValue::count));
    }

    private static List<FacetValue> facet(SearchResponse answer, String name) {
        return Objects.requireNonNull(answer.facets().get(name));
    }

    private static List<FacetValue> flat(List<FacetValue> values) {
        List<FacetValue> all = new ArrayList<>();
        values.forEach(each -> {
            all.add(each);
            all.addAll(flat(each.children()));
        });
        return all;
    }

    @Test
    void facetsKeepTheirCountsUnderSeveralChoices() {
        SearchResponse answer = sample.searcher.search(
                SearchRequest.of("").filter("journal", "Bone Reports").filter("year", "2018"));
        assertThat(answer.hitCount()).isEqualTo(1);
        assertThat(counts(facet(answer, "journal"))).containsEntry("Bone Reports", 1L);
        assertThat(counts(facet(answer, "year"))).containsEntry("2018", 1L).containsEntry("2010", 1L);
        assertThat(facet(answer, "journal").getFirst().selected()).isTrue();
    }

    @Test
    void aValueAddsUpWithinItsFacet() {
        SearchResponse answer = sample.searcher.search(
                SearchRequest.of("").filter("journal", "Bone Reports").filter("journal", "Skin Letters"));
        assertThat(answer.hitCount()).isEqualTo(4);
    }

    @Test
    void anAntibodyHasItsStatusBelowIt() {
        SearchResponse answer = sample.searcher.search(SearchRequest.of("").filter("antibody", "anti-Scl-70:positive"));
        assertThat(flat(facet(answer, "antibody"))).anySatisfy(each -> {
            assertThat(each.value()).isEqualTo("anti-Scl-70:positive");
            assertThat(each.selected()).isTrue();
            assertThat(each.count()).isEqualTo(1);
        });
    }

    @Test
    void hitsCarryChipsAndCitations() {
        Hit hit = only("TITLE:thiosulfate", "thio");
        assertThat(hit.citedBy()).isEqualTo(2);
        assertThat(hit.findings()).contains(new FindingChip("diltiazem", Response.NO_RESPONSE, true));
        assertThat(hit.antibodies()).extracting(AntibodyChip::name).containsExactly("anti-Scl-70");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (String sort : List.of("", "P_PDATE_D desc", "P_PDATE_D asc", "TITLE asc", "CITED desc")) {
            SearchRequest request = SearchRequest.of("hand OR calcium").withSort(sort);
            List<String> all = ids(request.withPageSize(100));
            List<String> paged = new ArrayList<>();
            for (String cursor = "*"; cursor != null; ) {
                SearchResponse page =
                        sample.searcher.search(request.withPageSize(1).withCursor(cursor));
                assertThat(page.hitCount()).isEqualTo(all.size());
                page.hits().forEach(each -> paged.add(each.paper().id()));
                cursor = page.nextCursor();
            }
            assertThat(paged).as(sort).isEqualTo(all);
        }
    }

    private static List<String> ids(SearchRequest request) {
        return sample.searcher.search(request).hits().stream()
                .map(each -> each.paper().id())
                .toList();
    }

    @Test
    void aCursorOfAnotherSearchIsRefused() {
        String cursor = Objects.requireNonNull(
                sample.searcher.search(SearchRequest.of("").withPageSize(1)).nextCursor());
        for (SearchRequest bad : List.of(
                SearchRequest.of("hand").withCursor(cursor),
                SearchRequest.of("").withSort("TITLE asc").withCursor(cursor),
                SearchRequest.of("").withCursor("nonsense"),
                SearchRequest.of("").withCursor("MQ"),
                SearchRequest.of("").withCursor("é".repeat(9000)))) {
            assertThatThrownBy(() -> sample.searcher.search(bad))
                    .isInstanceOfSatisfying(
                            BadRequest.class,
                            each -> assertThat(each.parameter()).isEqualTo("cursorMark"));
        }
    }

    @Test
    void wrongSortsAndSizesAreNamed() {
        assertThatThrownBy(() -> sample.searcher.search(SearchRequest.of("").withSort("COLOUR")))
                .isInstanceOfSatisfying(
                        BadRequest.class, each -> assertThat(each.parameter()).isEqualTo("sort"));
        assertThatThrownBy(() -> sample.searcher.search(SearchRequest.of("").withPageSize(1001)))
                .isInstanceOfSatisfying(
                        BadRequest.class, each -> assertThat(each.parameter()).isEqualTo("pageSize"));
        assertThatThrownBy(() -> sample.searcher.search(SearchRequest.of("a TITEL:b")))
                .isInstanceOfSatisfying(BadRequest.class, each -> {
                    assertThat(each.parameter()).isEqualTo("query");
                    assertThat(each.position()).isEqualTo(2);
                });
    }

    @Test
    void exportsGoThroughEveryPage() {
        List<String> ids = new ArrayList<>();
        sample.searcher.forEachPaper(
                SearchRequest.of("").withSort("TITLE asc").withPageSize(1), each -> ids.add(each.id()));
        assertThat(ids).containsExactly("undated", "review", "citing", "pam", "thio");
    }

    @Test
    void referencesAreLinkedToTheCorpus() {
        List<CitedReference> references = sample.searcher.references("pam");
        assertThat(references).hasSize(2);
        assertThat(references.getFirst().paper()).isNull();
        assertThat(references.getFirst().citedBy()).isEqualTo(3);
        assertThat(references.get(1).paper()).isNotNull();
        assertThat(sample.searcher.citedBy("thio")).extracting(PaperCard::id).containsExactly("citing", "pam");
        assertThat(sample.searcher.references("nosuch")).isEmpty();
    }

    @Test
    void worksAreCountedByPaper() {
        WorksResponse works = sample.searcher.works(SearchRequest.of("").withPageSize(1));
        assertThat(works.hitCount()).isEqualTo(2);
        assertThat(works.rows().getFirst().workId()).isEqualTo("w1");
        assertThat(works.rows().getFirst().citedBy())
                .extracting(PaperCard::id)
                .containsExactly("pam", "thio", "review");
        WorksResponse second = sample.searcher.works(
                SearchRequest.of("").withPageSize(1).withCursor(String.valueOf(works.nextCursor())));
        assertThat(second.rows()).extracting(WorkRow::workId).containsExactly("thio");
        assertThat(second.rows().getFirst().paper()).isNotNull();
        assertThat(second.nextCursor()).isNull();
        assertThat(sample.searcher
                        .works(SearchRequest.of("").filter("citing", "TITLE:hands"))
                        .rows())
                .extracting(WorkRow::workId)
                .containsExactly("thio");
    }

    @Test
    void relatedPapersSayWhatTheyShare() {
        assertThat(sample.searcher.related("pam"))
                .anySatisfy(each -> {
                    assertThat(each.paper().id()).isEqualTo("thio");
                    assertThat(each.cited()).isTrue();
                    assertThat(each.reason()).contains("is cited by this paper", "both cite one work");
                })
                .noneSatisfy(each -> assertThat(each.paper().id()).isIn("pam", "undated"));
    }

    @Test
    void suggestionsAreConceptsTitlesAndAuthors() {
        assertThat(sample.searcher.suggest("pami"))
                .anySatisfy(each -> assertThat(each.kind()).isEqualTo("treatment"))
                .anySatisfy(each -> assertThat(each.kind()).isEqualTo("title"));
        assertThat(sample.searcher.suggest("duz"))
                .contains(new Suggestion("Düzgün Nurşen", "author", "AUTH:\"Düzgün Nurşen\"", null));
        assertThat(sample.searcher.suggest("")).isEmpty();
        for (Suggestion each : sample.searcher.suggest("s")) {
            assertThat(sample.searcher.search(SearchRequest.of(each.query())).hitCount())
                    .as(each.query())
                    .isPositive();
        }
    }

    @Test
    void everyFieldsExampleCanBeSearched() {
        assertThat(sample.searcher.fields())
                .hasSizeGreaterThan(20)
                .allSatisfy(each -> assertThat(sample.searcher
                                .search(SearchRequest.of(each.example()))
                                .hitCount())
                        .isNotNegative());
    }

    @Test
    void aCommitIsSeenAtOnceAndDeletedPapersAreGone() {
        try (SampleIndex own = new SampleIndex(folder.resolve("own"))) {
            own.put(IntStream.range(0, 50)
                    .mapToObj(i -> Papers.paper("extra" + i)
                            .title("Extra " + i)
                            .section(SectionKind.CASE, null, "zebra zebra")
                            .build())
                    .toList());
            assertThat(own.searcher.search(SearchRequest.of("zebra")).hitCount())
                    .isEqualTo(50);
            try (var update = own.index.update()) {
                update.remove("extra3");
                update.remove("thio");
                update.commit();
            }
            assertThat(own.searcher.search(SearchRequest.of("zebra")).hitCount())
                    .isEqualTo(49);
            assertThat(own.searcher
                            .evidence(SearchRequest.of("").filter("response", "no_response"))
                            .hitCount())
                    .isZero();
            assertThat(own.searcher
                            .works(SearchRequest.of(""))
                            .rows()
                            .getFirst()
                            .citedBy())
                    .hasSize(2);
        }
    }
}
