package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of papers that hold a word equally often, the one that holds it in the more telling place stands first. */
class WordsInFieldsTest {
    private static final String WORD = "zebrafinch";
    private static final List<String> PLACES = List.of("title", "abstract", "results", "methods", "references");

    private static SampleIndex sample;

    @BeforeAll
    static void open(@TempDir Path folder) {
        sample = new SampleIndex(folder);
        sample.put(PLACES.stream().map(WordsInFieldsTest::holding).toList());
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    /** Six words of a title, and as many in each section, so that only the place makes a difference. */
    private static Paper holding(String place) {
        return paper((char) ('z' - PLACES.indexOf(place)) + "-" + place)
                .title("Five words about hands and " + in(place, "title"))
                .section(SectionKind.ABSTRACT, "Abstract", "Five words about hands and " + in(place, "abstract"))
                .section(SectionKind.RESULTS, "Results", "Five words about hands and " + in(place, "results"))
                .section(SectionKind.METHODS, "Methods", "Five words about hands and " + in(place, "methods"))
                .cites("1", "Five words about hands and " + in(place, "references"), null)
                .build();
    }

    private static String in(String place, String here) {
        return place.equals(here) ? WORD : "nothing";
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TITLE_ABS:zebrafinch                   | title abstract",
                "TITLE:zebrafinch OR METHODS:zebrafinch | title methods",
            })
    void theTitleCountsMost(String query, String places) {
        assertThat(sample.searcher.search(SearchRequest.of(query)).hits())
                .extracting(hit -> hit.paper().id().substring(2))
                .containsExactly(places.split(" "));
    }

    @Test
    void whatAPaperIsAboutStandsBeforeWhatItMentions() {
        assertThat(sample.searcher.search(SearchRequest.of(WORD)).hits())
                .extracting(hit -> hit.paper().id().substring(2))
                .hasSize(PLACES.size())
                .startsWith("abstract", "title");
    }
}
