package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cited works, searched for themselves. */
class WorksTest {
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

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bone                                       | w1",
                "bones and calcium                          | w1",
                "Old 1990                                   | w1",
                "\"Bone and calcium\"                       | w1",
                "\"calcium bone\"                           | ''",
                "thiosulf*                                  | thio",
                "bone OR thiosulfate                        | w1 thio",
                "calcium NOT bone                           | ''",
                "Düzgün sodium thiosulfate calcinosis 2015  | thio",
                "Old A. 1990 Bone and calcium, a new study  | w1",
                "hands                                      | ''",
                "''                                         | w1 thio",
            })
    void worksAreFoundByWhatIsPrintedOfThem(String typed, String works) {
        assertThat(String.join(" ", works(SearchRequest.of(typed)))).isEqualTo(works);
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''   | hands          | thio",
                "''   | bisphosphonates | w1 thio",
                "bone | hands          | ''",
                "bone | year:x          | w1",
            })
    void thosePapersChooseThatCiteThem(String typed, String citing, String works) {
        SearchRequest request = SearchRequest.of(typed);
        SearchRequest asked =
                citing.equals("year:x") ? request.filter("year", "2010") : request.filter("citing", citing);
        assertThat(String.join(" ", works(asked))).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({"true, thio", "false, w1"})
    void whichOfThemAreInTheCorpusIsAFilter(String held, String works) {
        assertThat(works(SearchRequest.of("").filter("inCorpus", held))).containsExactly(works);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Pasted as it is printed, with its parts in another order, with a word that the reference lacks.
                "Old A. Bone and calcium. 1990.                              | w1",
                "Duzgun 2015 Sodium thiosulfate for calcinosis cutis         | thio",
                "Düzgün N, et al. Sodium thiosulfate for calcinosis cutis. Skin Lett 2015 | thio",
                // A topic is no citation.
                "bone calcium                                                | ''",
                "sodium thiosulfate calcinosis                               | ''",
                "calcinosis cutis in hands of patients with dermatomyositis  | ''",
                // What is syntax is no citation.
                "\"Old A\" AND bone AND calcium AND 1990                     | ''",
            })
    void aPastedCitationFindsTheCitedWork(String typed, String works) {
        assertThat(sample.searcher.citedWorks(SearchRequest.of(typed)).stream()
                        .map(WorkRow::workId)
                        .toList())
                .isEqualTo(works.isEmpty() ? List.of() : List.of(works));
    }

    @Test
    void aPastedCitationOfAPaperFindsThePaperFirst() {
        assertThat(sample.searcher
                        .search(SearchRequest.of("Düzgün 2015 Sodium thiosulfate for calcinosis cutis. Skin Letters"))
                        .hits()
                        .getFirst()
                        .paper()
                        .id())
                .isEqualTo("thio");
        assertThat(sample.searcher
                        .citedWorks(SearchRequest.of("Duzgun 2015 Sodium thiosulfate for calcinosis cutis"))
                        .getFirst()
                        .label())
                .contains("Duzgun N. Sodium thiosulfate for calcinosis cutis. 2015.");
    }

    @Test
    void aWorkIsCountedForAllPapersThatCiteItHoweverTheyPrintIt() {
        WorkRow row = sample.searcher.works(SearchRequest.of("bone")).rows().getFirst();
        assertThat(row.papers()).isEqualTo(3);
    }

    @Test
    void aFieldOfPapersIsRefusedAndNamesTheParameter() {
        assertThatThrownBy(() -> sample.searcher.works(SearchRequest.of("AUTH:old")))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("citing=AUTH:");
    }

    @Test
    void pagesOfFoundWorksHoldEachOnce() {
        SearchRequest request = SearchRequest.of("bone OR thiosulfate").withPageSize(1);
        WorksResponse first = sample.searcher.works(request);
        assertThat(first.hitCount()).isEqualTo(2);
        assertThat(works(request.withCursor(Objects.requireNonNull(first.nextCursor()))))
                .containsExactly("thio");
    }

    @Test
    void whatLaterPapersSayOfAWorkIsTheSentencesThatCiteIt() {
        WorkDetail detail = sample.searcher.work("w1").orElseThrow();
        assertThat(detail.work().papers()).isEqualTo(3);
        assertThat(detail.citing()).extracting(each -> each.paper().id()).containsExactly("pam", "thio", "review");
        assertThat(sample.searcher.work("nowhere")).isEmpty();
    }

    private static List<String> works(SearchRequest request) {
        return sample.searcher.works(request).rows().stream()
                .map(WorkRow::workId)
                .toList();
    }
}
