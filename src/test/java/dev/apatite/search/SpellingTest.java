package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.SectionKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is searched instead of what was typed, and what is said of a search that finds nothing. */
class SpellingTest {
    @TempDir
    private static Path folder;

    private static SampleIndex sample;

    @BeforeAll
    static void open() {
        sample = new SampleIndex(folder);
        sample.put(List.of(paper("heart")
                .title("A typical course after an atypical beginning")
                .section(SectionKind.CASE, null, "Nifedipine and calcinosis of the heart muscle.")
                .treats("nifedipine", "Nifedipine")
                .build()));
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A letter is missing, wrong, or in the wrong place.
                "pamidronat | pamidronate",
                "dermatomiositis in a boy | dermatomyositis in a boy",
                "TITLE:pamidrontae | TITLE:pamidronate",
                "calcinosis pamidronat dermatomiositis | calcinosis pamidronate dermatomyositis",
                // A word was cut in two.
                "calci nosis cutis | calcinosis cutis",
                "pamid ronate | pamidronate",
                // Two words were written as one.
                "sodiumthiosulfate | sodium thiosulfate",
                "heartmuscle calcinosis | heart muscle calcinosis",
                // A name that no paper prints, of a drug that some mention.
                "cardizm lesions | cardizem lesions",
            })
    void aWordThatIsNoneIsSearchedAsTheOneThatWasMeant(String typed, String searched) {
        SearchResponse answer = sample.searcher.search(SearchRequest.of(typed));
        assertThat(answer.mended()).isEqualTo(searched);
        assertThat(answer.suggestion()).isEqualTo(searched);
        assertThat(answer.hitCount()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pamidronate",
                // Both stand in papers, and so does the word that they would make together.
                "a typical course",
                // Printed nowhere, but another name of what papers mention.
                "cardizem",
                // What papers call otherwise: near enough to a word of theirs, but no slip.
                "tummy",
                // Nothing is like it.
                "xqzwvk",
                "\"calci nosis\"",
                "calci-nosis",
                "IL-1b",
            })
    void otherWordsStayAsTheyAre(String typed) {
        assertThat(sample.searcher.search(SearchRequest.of(typed)).suggestion()).isNull();
    }

    @Test
    void whoAsksForWhatWasTypedIsOnlyToldOfTheOther() {
        SearchResponse answer =
                sample.searcher.search(SearchRequest.of("calci nosis").withWording(Wording.USUAL.withMend(false)));
        assertThat(answer.mended()).isNull();
        assertThat(answer.suggestion()).isEqualTo("calcinosis");
        assertThat(answer.hitCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pamidronate AND xqzwvk | xqzwvk",
                "pamidronate AND \"cold winter of nothing\" AND xqzwvk | '\"cold winter of nothing\", xqzwvk'",
                "xqzwvk | xqzwvk",
                "hands AND TITLE:xqzwvk | TITLE:xqzwvk",
                "xqzwvk* AND hands | xqzwvk*",
                // Each stands in some paper; the last has no paper with those before it.
                "hands AND winter AND pamidronate | 'pamidronate together with hands, winter'",
                "pamidronate NOT boy | pamidronate without boy",
            })
    void theWordThatEndsASearchAtNothingIsNamed(String typed, String named) {
        SearchResponse answer = sample.searcher.search(SearchRequest.of(typed));
        assertThat(answer.hitCount()).isZero();
        assertThat(String.join(", ", answer.ending())).isEqualTo(named);
    }

    @Test
    void whereAllWordsAreDemandedTheOneThatIsLackingIsNamed() {
        SearchResponse answer = sample.searcher.search(
                SearchRequest.of("hands winter pamidronate").withWording(Wording.USUAL.withMost(false)));
        assertThat(answer.hitCount()).isZero();
        assertThat(answer.ending()).containsExactly("pamidronate together with hands, winter");
    }

    @Test
    void noWordIsNamedWhereFiltersOrNothingEndIt() {
        assertThat(sample.searcher
                        .search(SearchRequest.of("pamidronate").filter("year", "1066"))
                        .ending())
                .isEmpty();
        assertThat(sample.searcher.search(SearchRequest.of("pamidronate")).ending())
                .isEmpty();
    }
}
