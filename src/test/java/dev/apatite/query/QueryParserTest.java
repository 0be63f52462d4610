package dev.apatite.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.apatite.AnyText;
import dev.apatite.index.TextAnalysis;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {
    private static final AnyText TEXTS = AnyText.of(
            "a",
            "b*",
            "*",
            "(",
            ")",
            "\"",
            "“",
            "AND",
            "OR",
            "NOT",
            "TITLE:",
            "PUB_YEAR:",
            "[2010 TO 2012]",
            "~",
            "~3",
            ":",
            " ",
            "  ",
            "é",
            "骨",
            "\uD835\uDD52",
            "\uD835",
            "^",
            "-",
            "\\",
            "FINDING:(",
            "XYZ:",
            ".",
            "IL-1β");

    private final QueryParser parser = new QueryParser(new TextAnalysis());

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "calcinosis                          | calcinosis",
                "calcinosis cutis                    | calcinosis cutis",
                "a AND b OR c                        | (a AND b) OR c",
                "a OR b c                            | a OR (b AND c)",
                "(a OR b) c                          | (a OR b) AND c",
                "a NOT b                             | a AND NOT b",
                "a AND NOT (b OR c)                  | a AND NOT (b OR c)",
                "NOT a                               | NOT a",
                "\"digital ulcers\" hand             | \"digital ulcers\" AND hand",
                "“digital ulcers”                    | \"digital ulcers\"",
                "\"calcinosis pain\"~5               | \"calcinosis pain\"~5",
                "calcino*                            | calcino*",
                "anti-Scl*                           | anti-Scl*",
                "behcet*[tw]                         | behcet*",
                "behcet*[ti] OR uve*[tw]             | TITLE:behcet* OR uve*",
                "TITLE:calcinosis                    | TITLE:calcinosis",
                "TITLE:(a OR b) c                    | TITLE:(a OR b) AND c",
                "TITLE:\"a b\"                       | TITLE:\"a b\"",
                "TITLE:a b                           | TITLE:a AND b",
                "PUB_YEAR:[2010 TO 2020]             | PUB_YEAR:[2010 TO 2020]",
                "PUB_YEAR:[* TO 2020]                | PUB_YEAR:[* TO 2020]",
                "PUB_YEAR:2015                       | PUB_YEAR:2015",
                "FINDING:(diltiazem no_response)     | FINDING:(diltiazem AND no_response)",
                "DOI:10.1016/S0140-6736(05)12345-1 x | DOI:10.1016/S0140-6736(05)12345-1 AND x",
                // What is not syntax is words.
                "Calcinosis: a review                | Calcinosis: a review",
                "COVID: a review                     | COVID: a review",
                "title:calcinosis                    | TITLE:calcinosis",
                "calcinosis (a review                | calcinosis a review",
                "calcinosis) a review                | calcinosis a review",
                "5\" lesion                          | 5 lesion",
                "AND                                 | AND",
                "a AND                               | a AND",
                "OR b                                | OR b",
                "a AND OR b                          | (a AND AND) OR b",
                "() a                                | a",
                "\"\" a                              | a",
                "a – b                               | a b",
                "{!xmlparser v=1}                    | {!xmlparser v=1}",
                "a^2                                 | a^2",
                "~5 mg                               | ~5 mg",
                "?                                   | ()",
                "\\                                  | ()",
                "*                                   | *",
                "``                                  | *",
            })
    void isUnderstoodAs(String typed, String tree) {
        assertThat(QueryPrinter.print(parser.parse(typed == null ? "" : typed))).isEqualTo(tree);
    }

    @ParameterizedTest(name = "{0} is an error at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a TITEL:b                  | 2  | the nearest is TITLE",
                "TITLE:                     | 6  | followed by nothing",
                "TITLE:?                    | 0  | nothing that can be searched",
                "TITLE:AUTH:smith           | 6  | within the field TITLE",
                "TITLE:(a AUTH:smith)       | 9  | within the field TITLE",
                "TITLE:[a TO b]             | 6  | only PUB_YEAR",
                "PUB_YEAR:[2020 TO 2010]    | 9  | after its end",
                "PUB_YEAR:[x TO 2010]       | 9  | written PUB_YEAR:[2010 TO 2020]",
                "TITLE:\"open               | 6  | is not closed",
                "*itis                      | 0  | two letters before it",
                "a*                         | 0  | at least two letters",
                "a*itis                     | 0  | at least two letters",
                "b*[ti]                     | 0  | at least two letters",
                "TITLE:*itis                | 6  | at least two letters",
                "\"derm* cutis\"            | 5  | within quotes",
                "dermatits~2                | 9  | with ~",
                "\"a b\"~500                | 5  | at most ~100",
            })
    void cannotBeHonoured(String typed, int position, String words) {
        QueryException error = catchThrowableOfType(QueryException.class, () -> parser.parse(typed));
        assertThat(error).hasMessageContaining(words);
        assertThat(error.position()).isEqualTo(position);
    }

    @Test
    void longQueriesAreRefusedWithTheirBound() {
        assertThatThrownBy(() -> parser.parse("a ".repeat(501))).hasMessageContaining("at most 500 words");
        assertThatThrownBy(() -> parser.parse("(".repeat(60) + "a" + ")".repeat(60)))
                .hasMessageContaining("nested at most 50 deep");
        assertThatThrownBy(() -> parser.parse("x".repeat(20_000))).hasMessageContaining("at most 16384 characters");
        assertThatThrownBy(() -> parser.parse("NOT ".repeat(80) + "a")).hasMessageContaining("nested at most");
    }

    @Test
    void anythingIsATreeOrAnErrorWithAPlace() {
        TEXTS.keeps(2000, (typed, chance) -> {
            try {
                QueryNode tree = new QueryParser(new TextAnalysis()).parse(typed);
                assertThatCode(() -> QueryPrinter.print(tree)).doesNotThrowAnyException();
            } catch (QueryException e) {
                assertThat(e.position()).isBetween(0, typed.length());
            }
        });
    }

    @Test
    void unclosedBracketsAndQuotesTakeLinearTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            parser.parse("(".repeat(16_000) + "a");
            parser.parse("\"".repeat(15_999));
            assertThatThrownBy(() -> parser.parse("a:".repeat(8_000))).isInstanceOf(QueryException.class);
        });
    }
}
