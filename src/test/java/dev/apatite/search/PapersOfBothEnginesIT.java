package dev.apatite.search;

import static dev.apatite.search.BothEngines.WORDS;
import static dev.apatite.search.BothEngines.assertSameOrder;
import static dev.apatite.search.BothEngines.ids;
import static dev.apatite.search.BothEngines.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.opensearch.NeedsOpenSearch;
import dev.apatite.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both engines find the same papers, in the same order, and export them whole. */
@NeedsOpenSearch
class PapersOfBothEnginesIT extends OfBothEngines {
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
                "''                                      | -                         | CITED desc",
                "''                                      | -                         | CITED asc",
                "calcinosis diltiazem                    | -                         | CITED desc",
                "pain ulcer hand                         | year=2000..2010           | CITED asc",
                "CITES:thio                              | -                         | -",
                "CITES:made3 AND pain                    | -                         | -",
                "CITES:10.1000/thio                      | -                         | CITED desc",
                "REFFED_BY:made7                         | -                         | -",
                "REFFED_BY:nobody                        | -                         | -",
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
        both.assertSame(request(query, filters, sort));
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
        both.assertSame(request(query, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "pain ulcer hand | -",
                "calcinosis diltiazem surgery | P_PDATE_D desc",
                "'' | CITED desc",
                "pain ulcer hand | CITED asc",
                "pain | -"
            })
    void aWalkByCursorsPassesTheSamePapersInTheSameOrder(String query, @Nullable String sort) {
        SearchRequest request = request(query, null, sort).rowsOnly().withPageSize(97);
        List<Hit> here = walked(both.here(), request);
        List<Hit> there = walked(both.there(), request);
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
                both.there().search(request("pain", null, null).withPageSize(3)).nextCursor();
        assertThatThrownBy(
                        () -> both.there().search(request("ulcer", null, null).withCursor(String.valueOf(cursor))))
                .isInstanceOfSatisfying(
                        BadRequest.class, each -> assertThat(each.parameter()).isEqualTo("cursorMark"));
    }

    @ParameterizedTest
    @CsvSource({"calcinosis diltiazem", "''", "TITLE:calcinosis", "zzzzunknown"})
    void anExportHoldsTheSamePapersWhole(String query) {
        SearchRequest request = request(query, null, null).rowsOnly();
        assertThat(all(both.there(), request)).isEqualTo(all(both.here(), request));
    }

    private static List<Paper> all(Searcher searcher, SearchRequest request) {
        List<Paper> papers = new ArrayList<>();
        searcher.forEachPaper(request, papers::add);
        return papers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"thio", "10.1000/thio", "https://doi.org/10.1000/THIO", "made17", "nobody"})
    void aPaperIsFoundByTheSameAddresses(String address) {
        assertThat(both.there().paper(address)).isEqualTo(both.here().paper(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"made0", "made1", "made32", "made4", "nobody"})
    void versionsOfAWorkAreListedAlike(String paper) {
        assertThat(both.there().versions(paper)).isEqualTo(both.here().versions(paper));
        assertThat(both.there().versions(paper))
                .hasSize(List.of("made4", "nobody").contains(paper) ? 0 : 3);
    }

    @Test
    void hitsStandAtTheSamePlacesOfAPaper() {
        SearchRequest request = request("calcinosis diltiazem \"was given\"", null, null);
        for (String id : List.of("thio", "made5", "made10")) {
            assertThat(both.there().hits(id, request)).isEqualTo(both.here().hits(id, request));
        }
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
                assertThat(both.there().facet(Rows.PAPERS, request, wanted))
                        .isEqualTo(both.here().facet(Rows.PAPERS, request, wanted));
            }
        }
    }

    @Test
    void bothHoldTheSame() {
        assertThat(both.cluster().summary())
                .usingRecursiveComparison()
                .ignoringFields("committed")
                .isEqualTo(both.index().summary());
        assertThat(both.cluster().papers())
                .containsExactlyInAnyOrderElementsOf(both.index().papers());
        assertThat(both.cluster().check().sound()).isTrue();
    }
}
