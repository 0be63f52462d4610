package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that answer. */
class SentencesTest {
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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "thiosulfate lesions      | Topical sodium thiosulfate cleared the lesions <b>fully</b>.",
                "did diltiazem have an effect | She got diltiazem without any effect.",
                "calcium                  | STS binds calcium.",
            })
    void theBestSentenceHasTheRarestWords(String query, String sentence) {
        assertThat(sentences(SearchRequest.of(query))
                        .rows()
                        .getFirst()
                        .sentence()
                        .text())
                .isEqualTo(sentence);
    }

    @Test
    void aSectionNarrowsThemToWhatStandsInIt() {
        SearchRequest request = SearchRequest.of("thiosulfate").filter("section", "DISCUSS");
        assertThat(sentences(request).rows())
                .allSatisfy(each -> assertThat(each.sentence().section()).isEqualTo("DISCUSS"));
    }

    @Test
    void pagesHoldEachSentenceOnce() {
        SearchRequest request = SearchRequest.of("diltiazem OR pamidronate OR calcinosis");
        List<String> whole = texts(sentences(request));
        List<String> paged = new ArrayList<>();
        for (String cursor = SearchRequest.FIRST_PAGE; cursor != null; ) {
            SentencesResponse page = sentences(request.withPageSize(2).withCursor(cursor));
            paged.addAll(texts(page));
            cursor = page.nextCursor();
        }
        assertThat(paged).hasSizeGreaterThan(3).isEqualTo(whole);
    }

    @Test
    void withoutWordsNoSentenceHasAnyOfThem() {
        SentencesResponse response = sentences(SearchRequest.of(""));
        assertThat(response.rows()).isEmpty();
        assertThat(response.papers()).isPositive();
    }

    private static List<String> texts(SentencesResponse response) {
        return response.rows().stream().map(each -> each.sentence().text()).toList();
    }

    private static SentencesResponse sentences(SearchRequest request) {
        return sample.searcher.sentences(request);
    }
}
