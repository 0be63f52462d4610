package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacetsTest {
    @TempDir
    private Path folder;

    private SampleIndex sample;

    @BeforeEach
    void open() throws Exception {
        sample = new SampleIndex(folder);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private Map<String, List<FacetValue>> facets(SearchRequest request) {
        return sample.searcher.search(request).facets();
    }

    private List<FacetValue> treatments(String below, String typed) {
        return sample.searcher.facet(Rows.PAPERS, SearchRequest.of(""), new FacetRequest("treatment", below, typed));
    }

    private long hits(SearchRequest request) {
        return sample.searcher.search(request).hitCount();
    }

    @Test
    void aCountIsWhatTheFilterFinds() {
        for (SearchRequest asked : List.of(
                SearchRequest.of(""),
                SearchRequest.of("calcinosis"),
                SearchRequest.of("").filter("year", "2010..2018"),
                SearchRequest.of("").filter("sex", "female").filter("treatment", "diltiazem"))) {
            facets(asked)
                    .forEach((name, values) -> values.forEach(value -> {
                        if (!name.equals("age") && !name.equals("sex")) {
                            Map<String, List<String>> filters = new java.util.LinkedHashMap<>(asked.filters());
                            filters.put(name, List.of(value.value()));
                            assertThat(hits(asked.withFilters(filters)))
                                    .as("%s=%s of %s", name, value.value(), asked)
                                    .isEqualTo(value.count());
                        }
                    }));
        }
    }

    @Test
    void papersCanBeNarrowedByTheirPatientsFindingsAndSections() {
        Map<String, List<FacetValue>> facets = facets(SearchRequest.of(""));
        assertThat(facets).containsKeys("age", "sex", "response", "section");
        assertThat(facets.get("sex")).extracting(FacetValue::value).contains("female");
        assertThat(facets.get("response")).extracting(FacetValue::value).contains("no_response");
    }

    @Test
    void ageAndSexAreCountedEachAsIfItWereNotChosen() {
        Map<String, List<FacetValue>> all = facets(SearchRequest.of(""));
        SearchRequest both = SearchRequest.of("").filter("sex", "female").filter("age", "40..49");
        assertThat(facets(both).get("sex")).extracting(FacetValue::value).contains("female");
        assertThat(Objects.requireNonNull(
                        facets(SearchRequest.of("").filter("sex", "female")).get("sex")))
                .extracting(FacetValue::value, FacetValue::count)
                .containsExactlyElementsOf(Objects.requireNonNull(all.get("sex")).stream()
                        .map(each -> org.assertj.core.groups.Tuple.tuple(each.value(), each.count()))
                        .toList());
    }

    @Test
    void anAnswerHasValuesThatPapersNameAndNotTheClassesThatNoneNames() {
        List<FacetValue> values =
                Objects.requireNonNull(facets(SearchRequest.of("")).get("treatment"));
        assertThat(values).hasSizeLessThanOrEqualTo(20);
        assertThat(values)
                .extracting(FacetValue::value)
                .contains("pamidronate", "diltiazem")
                .doesNotContainAnyElementsOf(
                        treatments("", "").stream().map(FacetValue::value).toList());
        assertThat(values).allSatisfy(each -> assertThat(each.children()).isEmpty());
    }

    @Test
    void theTreeIsWalkedLevelByLevel() {
        List<FacetValue> level = treatments("", "");
        FacetValue found = null;
        for (int depth = 0; depth < 8 && found == null; depth++) {
            found = level.stream()
                    .filter(each -> each.value().equals("bisphosphonates"))
                    .findFirst()
                    .orElse(null);
            level = level.stream()
                    .filter(each -> each.narrower() > 0)
                    .flatMap(each -> treatments(each.value(), "").stream())
                    .toList();
        }
        assertThat(Objects.requireNonNull(found).count()).isEqualTo(2);
        assertThat(treatments("bisphosphonates", ""))
                .extracting(FacetValue::value)
                .contains("pamidronate");
    }

    @Test
    void aValueIsFoundByTheBeginningOfAWordInIt() {
        assertThat(treatments("", "pami")).extracting(FacetValue::value).containsExactly("pamidronate");
        assertThat(treatments("", "amidronate")).isEmpty();
    }

    /** Two papers looked for it and did not find it; none has it. */
    @Test
    void anAntibodyThatNoPaperHasIsNoValueButThatItWasLookedForInVainIs() {
        sample.put(Stream.of("first", "second")
                .map(each -> paper(each)
                        .title("A man without antibodies")
                        .section(SectionKind.CASE, null, "Anti-CCP was negative in the " + each + ".")
                        .patient(60, Sex.MALE, "anti-CCP", AntibodyStatus.NEGATIVE)
                        .build())
                .toList());
        List<FacetValue> shown =
                Objects.requireNonNull(facets(SearchRequest.of("")).get("antibody"));
        List<FacetValue> listed =
                sample.searcher.facet(Rows.PAPERS, SearchRequest.of(""), new FacetRequest("antibody", "", "anti-ccp"));
        for (List<FacetValue> values : List.of(shown, listed)) {
            assertThat(values)
                    .extracting(FacetValue::value, FacetValue::label, FacetValue::count)
                    .contains(tuple("anti-CCP:negative", "anti-CCP negative", 2L));
            assertThat(values).allSatisfy(each -> assertThat(each.count()).isPositive());
            assertThat(values).extracting(FacetValue::count).isSortedAccordingTo(Comparator.reverseOrder());
        }
        FacetValue chosen = Objects.requireNonNull(facets(SearchRequest.of("").filter("antibody", "anti-CCP:negative"))
                        .get("antibody"))
                .getFirst();
        assertThat(chosen.selected()).isTrue();
        assertThat(chosen.count()).isEqualTo(2);
    }

    @Test
    void aFacetThatIsNotKnownIsAnErrorThatNamesThoseThatAre() {
        assertThatThrownBy(() ->
                        sample.searcher.facet(Rows.PATIENTS, SearchRequest.of(""), new FacetRequest("journal", "", "")))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("sex, age, antibody, given");
    }
}
