package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typed text in, papers out. */
class QueryHitsTest {
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

    private static List<String> ids(SearchRequest request) {
        return sample.searcher.search(request).hits().stream()
                .map(each -> each.paper().id())
                .toList();
    }

    private static List<String> expected(String ids) {
        return ids == null ? List.of() : Arrays.asList(ids.split(" "));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "diltiazem effect                   | thio",
                "calcinosis winter                  | citing",
                "\"calcinosis cutis\"               | thio pam citing",
                "\"cutis calcinosis\"               |",
                "\"lesions sodium\"~6               | thio",
                "oedema                             | thio",
                "edema                              | thio",
                "lymphedema                         | pam",
                "aluminum                           | pam",
                "tumors                             | citing",
                "duzgun                             | thio pam citing",
                "AUTH:Düzgün                        | thio",
                "AUTH:\"Smith JA\"                  | pam",
                "AUTH:\"Smith John\"                | pam",
                "AFF:toronto                        | pam",
                "AFF:\"rheumatology toronto\"        | pam",
                "AFF:(toronto NOT canada)           |",
                "rheumatology                       |",
                "AUTHORID:0000-0002-1825-0097       | pam",
                "AUTHORID:0000-0002-1825-0098       |",
                "anti-Scl-70                        | thio pam",
                "antiscl70                          | thio pam",
                "anti scl 70                        | thio pam",
                "scl70                              | thio pam",
                "IL-1b                              | pam",
                "IL1β                               | pam",
                "il-1-beta                          | pam",
                "99mTc                              | pam",
                "99m-Tc                             | pam",
                "hand NOT winter                    | undated",
                "NOT hand                           | thio pam review",
                "winter OR pamidronate              | pam citing",
                "calcino*                           | thio pam citing",
                "TITLE:hands                        | citing undated",
                "TITLE:(hands NOT cold)             | undated",
                "REF:calcium                        | thio pam review",
                "CASE:calcium                       |",
                "KW:calcinosis                      | thio",
                "JOURNAL:bone                       | pam review",
                "PUB_YEAR:2015                      | thio",
                "PUB_YEAR:[2011 TO 2018]            | thio pam",
                "PUB_YEAR:[* TO 2015]               | thio review",
                "PUB_YEAR:(2010 OR 2020)            | review citing",
                "DOI:10.1000/THIO                   | thio",
                "TREATMENT:pamidronate              | pam",
                "TREATMENT:bisphosphonates          | pam review",
                "TREATMENT:\"sodium thiosulphate\"  | thio",
                "TREATMENT:(sodium thiosulfate)     | thio",
                "TREATMENT:(diltiazem NOT pamidronate) | thio review",
                "TREATMENT:pamid*                   | pam",
                "ANTIBODY:anti-Scl-70               | thio",
                "ANTIBODY:\"anti-Scl-70:negative\"  | pam",
                "GIVEN:diltiazem                    | thio",
                "GIVEN:\"calcium channel blockers\" | thio",
                "FINDING:diltiazem                  | thio pam review",
                "FINDING:(diltiazem no_response)    | thio",
                "FINDING:\"diltiazem:no_response\"  | thio",
                "FINDING:(pamidronate no_response)  |",
                "FINDING:(diltiazem OR pamidronate) | thio pam review",
                "FINDING:(diltiazem NOT partial_response) | thio",
                "TREATMENT:nosuchthing              |",
                "Bisphosphonates: a review          | review",
                "hands (in winter                   | citing",
                "???                                |",
                "*                                  | thio pam review citing undated",
            })
    void finds(String typed, String ids) {
        assertThat(ids(SearchRequest.of(typed).withWording(Wording.USUAL.withMost(false))))
                .containsExactlyInAnyOrderElementsOf(expected(ids));
    }

    @ParameterizedTest(name = "{0} finds {1}, {2} of them with all words; {3} lacks {4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "diltiazem effect                    | thio review pam          | 1 | pam    | effect",
                "calcinosis in winter                | citing thio pam          | 1 | thio   | winter",
                "Does diltiazem help in cold hands?  | citing undated thio review pam | 0 | citing | diltiazem",
                "what do we know about pamidronate   | pam                      | 1 | pam    |",
                "nosuchthing pamidronate             | pam                      | 0 | pam    | nosuchthing",
                "nosuchthing                         |                          | 0 |        |",
                "winter or pamidronate               | citing pam               | 2 | pam    |",
                "does pamidronate or diltiazem help  | pam thio review          | 3 | thio   |",
                "should I have pamidronate           | pam                      | 1 | pam    |",
                "hands \"cold hand\" winter          | undated                  | 0 | undated | winter",
                "pamidronate AND winter              |                          | 0 |        |",
                "boy winter NOT cold                 | pam                      | 0 | pam    | winter",
                "thiosulfate-sodium                  | thio pam citing          | 3 | thio   |",
            })
    void relaxes(String typed, String ids, int exact, String hit, String missing) {
        SearchResponse answer =
                sample.searcher.search(SearchRequest.of(typed).withWording(Wording.USUAL.withMend(false)));
        assertThat(answer.hits().stream().map(each -> each.paper().id()).toList())
                .containsExactlyInAnyOrderElementsOf(expected(ids));
        assertThat(answer.exactHitCount()).isEqualTo(exact);
        assertThat(answer.hits().stream().limit(exact))
                .allMatch(each -> each.missing().isEmpty());
        assertThat(answer.hits().stream().skip(exact))
                .noneMatch(each -> each.missing().isEmpty());
        if (hit != null) {
            assertThat(only(answer, hit).missing()).containsExactlyElementsOf(expected(missing));
        }
    }

    private static Hit only(SearchResponse answer, String id) {
        return answer.hits().stream()
                .filter(each -> each.paper().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} with synonyms finds {1}, without {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bisphosphonates     | pam review  | review",
                "STS                 | thio        | thio",
                "thiosulphate        | thio pam citing | thio pam citing",
                "Scl-70              | thio pam    | thio pam",
                "TITLE:STS           | thio        |",
                "CASE:bisphosphonates | pam        |",
            })
    void expandsNames(String typed, String with, String without) {
        assertThat(ids(SearchRequest.of(typed))).containsExactlyInAnyOrderElementsOf(expected(with));
        assertThat(ids(SearchRequest.of(typed).withSynonym(false)))
                .containsExactlyInAnyOrderElementsOf(expected(without));
    }

    @ParameterizedTest(name = "{0}={1} leaves {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "treatment | diltiazem              | thio pam review",
                "treatment | Cardizem               | thio pam review",
                "treatment | treatment:diltiazem    | thio pam review",
                "treatment | bisphosphonates        | pam review",
                "treatment | nosuchthing            |",
                "antibody  | anti-Scl-70            | thio",
                "antibody  | anti-Scl-70:positive   | thio",
                "antibody  | Scl70:negative         | pam",
                "given     | diltiazem              | thio",
                "finding   | diltiazem:no_response  | thio",
                "finding   | *:partial_response     | pam review",
                "age       | 40..50                 | thio",
                "age       | ..10                   | pam",
                "age       | 44                     | thio",
                "sex       | male                   | pam",
                "year      | 2015..                 | thio pam citing",
                "year      | 2010                   | review",
                "journal   | skin letters           | thio citing",
                "section   | METHODS                | citing",
            })
    void filters(String name, String value, String ids) {
        assertThat(ids(SearchRequest.of("").filter(name, value))).containsExactlyInAnyOrderElementsOf(expected(ids));
    }

    @ParameterizedTest(name = "{0}={1} is an error")
    @CsvSource(
            delimiter = '|',
            value = {
                "colour    | red              | there is no filter colour",
                "age       | old              | 20..40",
                "age       | 50..40           | begins after its end",
                "year      | 20.15            | 2010..2020",
                "sex       | unknown          | female or male",
                "finding   | diltiazem        | treatment:response",
                "minConfidence | sure         | a number from 0 to 1",
                "minConfidence | 2            | a number from 0 to 1",
                "finding   | diltiazem:great  | no response great",
                "antibody  | anti-Scl-70:maybe | name:positive",
                "section   | MIDDLE           | no section MIDDLE",
                "own       | true             | no filter own",
            })
    void refuses(String name, String value, String words) {
        BadRequest error = catchThrowableOfType(
                BadRequest.class,
                () -> sample.searcher.search(SearchRequest.of("").filter(name, value)));
        assertThat(error).hasMessageContaining(words);
        assertThat(error.parameter()).isEqualTo(name);
    }

    @ParameterizedTest(name = "sorted by {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "P_PDATE_D desc | citing pam thio review undated",
                "P_PDATE_D asc  | review thio pam citing undated",
                "TITLE asc      | undated review citing pam thio",
                "CITED desc     | thio citing pam review undated",
            })
    void sorts(String sort, String ids) {
        assertThat(ids(SearchRequest.of("").withSort(sort))).containsExactlyElementsOf(expected(ids));
    }

    @ParameterizedTest(name = "{0} is more about {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sodium thiosulfate | thio",
                "hands              | undated",
                "bisphosphonates    | review",
                "pamidronate        | pam",
                "calcinosis cutis   | thio",
            })
    void ranksFirst(String typed, String id) {
        assertThat(ids(SearchRequest.of(typed))).first().isEqualTo(id);
    }
}
