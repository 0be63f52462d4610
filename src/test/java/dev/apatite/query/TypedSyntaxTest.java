package dev.apatite.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.apatite.index.TextAnalysis;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people type who come from elsewhere: each is honoured, or refused with how it is written here. */
class TypedSyntaxTest {
    private final QueryParser parser = new QueryParser(new TextAnalysis());

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HLA-B*27                                  | HLA-B*27",
                "HLA-DRB1*04:01 uveitis                    | HLA-DRB1*04:01 uveitis",
                "CD4:CD8 ratio                             | CD4:CD8 ratio",
                "women -warfarin                           | women AND NOT warfarin",
                "women !warfarin                           | women AND NOT warfarin",
                "women -\"oral warfarin\"                  | women AND NOT \"oral warfarin\"",
                "women -(warfarin OR heparin)              | women AND NOT (warfarin OR heparin)",
                "women +warfarin                           | women AND \"warfarin\"",
                "IL -6 and -7                              | IL -6 and -7",
                "women && warfarin                         | women AND warfarin",
                "women or zzzz                             | women OR zzzz",
                "does tea or coffee harm women             | does (tea OR coffee) harm women",
                "sodium thiosulfate or calcium channel blockers | (sodium thiosulfate) OR (calcium channel blockers)",
                "wom?n                                     | wom?n",
                "der*itis cutis                            | der*itis AND cutis",
                "what causes calcinosis?                   | what causes calcinosis?",
                "women[tiab]                               | TITLE_ABS:women",
                "women[Title/Abstract] AND smith[au]       | TITLE_ABS:women AND AUTH:smith",
                "\"digital ulcers\"[tiab:~3]               | TITLE_ABS:\"digital ulcers\"~3",
                "children[MeSH Terms]                      | MESH:children OR children",
                "2015[dp]                                  | PUB_YEAR:2015",
                "women[all fields]                         | women",
                "Fe[II] complex                            | Fe[II] complex",
                "https://doi.org/10.5555/field.qa          | DOI:10.5555/field.qa",
                "doi:10.5555/field.qa                      | DOI:10.5555/field.qa",
                "<https://doi.org/10.5555/field.qa>        | DOI:10.5555/field.qa",
                "<doi:10.5555/field.qa>.                   | DOI:10.5555/field.qa",
                "10.5555/field.qa.                         | DOI:10.5555/field.qa",
                "PMID 31234567                             | PMID:31234567",
                "pmid:31234567, PMID: 7654321              | PMID:31234567 OR PMID:7654321",
                "https://pubmed.ncbi.nlm.nih.gov/31234567/ | PMID:31234567",
                "https://www.ncbi.nlm.nih.gov/pubmed/31234567?dopt=x | PMID:31234567",
                "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/ | PMCID:PMC1234567",
                "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/pdf/main.pdf | PMCID:PMC1234567",
                "https://europepmc.org/article/MED/31234567 | PMID:31234567",
                "https://europepmc.org/article/PMC/PMC1234567 | PMCID:PMC1234567",
                "PMC1234567                                | PMCID:PMC1234567",
                "https://orcid.org/0000-0002-1825-0097     | AUTHORID:0000-0002-1825-0097",
                "0000-0002-1825-0097                       | AUTHORID:0000-0002-1825-0097",
                "31234567                                  | 31234567",
            })
    void isUnderstoodAs(String typed, String tree) {
        assertThat(QueryPrinter.print(parser.parse(typed))).isEqualTo(tree);
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "women AND (calcinosis NEAR/3 hand) | \"one other\"~3",
                "calcinosis adj3 hand               | \"one other\"~3",
                "calcinosis.ti,ab.                  | TITLE:word",
                "TITLE-ABS-KEY(calcinosis)          | TITLE_ABS",
                "TS=(calcinosis AND hand)           | TITLE:word",
                "#1 AND #2                          | search history",
                "(women OR men)[tiab]               | TITLE_ABS:(one OR other)",
                "*itis                              | two letters before it",
                "FOO:calcinosis                     | there is no field FOO; /api/v1/fields",
                "ABSTRAKT:calcinosis                | the nearest is ABSTRACT",
            })
    void isRefused(String typed, String words) {
        QueryException error = catchThrowableOfType(QueryException.class, () -> parser.parse(typed));
        assertThat(error).hasMessageContaining(words);
    }

    static Stream<List<String>> foreignRows() throws IOException {
        return rows("foreign-syntax.tsv");
    }

    private static Stream<List<String>> rows(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(TypedSyntaxTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("# "))
                            .map(line -> Arrays.asList(line.split("\t", -1)))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreignRows")
    void everyRowOfForeignSyntaxHoldsForItsExampleAndNotForItsCounterExample(List<String> row) {
        assertThat(catchThrowableOfType(QueryException.class, () -> parser.parse(row.get(2))))
                .as(row.get(2))
                .hasMessage(row.get(1));
        assertThatCode(() -> parser.parse(row.get(3))).as(row.get(3)).doesNotThrowAnyException();
    }
}
