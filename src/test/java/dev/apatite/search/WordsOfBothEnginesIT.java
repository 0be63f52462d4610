package dev.apatite.search;

import static dev.apatite.search.BothEngines.SLIGHTLY;
import static dev.apatite.search.BothEngines.assertSameOrder;
import static dev.apatite.search.BothEngines.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apatite.opensearch.NeedsOpenSearch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both engines understand what was typed alike. */
@NeedsOpenSearch
class WordsOfBothEnginesIT extends OfBothEngines {
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
        assertThat(problem(both.there(), request))
                .isEqualTo(problem(both.here(), request))
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

    @ParameterizedTest
    @ValueSource(
            strings = {"calcinosos", "diltiazm pain", "calci nosis", "warfarinsurgery", "skin CASE:ulzer", "elbo*"})
    void theSameWordsAreMended(String query) {
        SearchRequest request = SearchRequest.of(query);
        SearchResponse here = both.here().search(request);
        SearchResponse there = both.there().search(request);
        assertThat(there.mended()).isEqualTo(here.mended());
        assertThat(there.suggestion()).isEqualTo(here.suggestion());
        assertThat(there.hitCount()).isEqualTo(here.hitCount());
        assertSameOrder(here.hits(), there.hits());
    }

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
        SentencesResponse here = both.here().sentences(request);
        SentencesResponse there = both.there().sentences(request);
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
        assertThat(both.there().suggest(beginning)).isEqualTo(both.here().suggest(beginning));
        assertThat(both.there().structuredCompletions(beginning))
                .isEqualTo(both.here().structuredCompletions(beginning));
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
        assertThat(both.there().structured(request)).isEqualTo(both.here().structured(request));
        assertThat(both.there().citedWorks(request).stream()
                        .map(WorkRow::workId)
                        .toList())
                .isEqualTo(both.here().citedWorks(request).stream()
                        .map(WorkRow::workId)
                        .toList());
    }
}
