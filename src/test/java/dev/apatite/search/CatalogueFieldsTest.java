package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Papers;
import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Europe PMC's fields that ask for more than words. */
class CatalogueFieldsTest {
    @TempDir
    static Path folder;

    static PaperIndex index;
    static Searcher searcher;

    @BeforeAll
    static void fill() {
        Vocabulary vocabulary = Vocabulary.builtIn();
        index = PaperIndex.open(folder, vocabulary);
        try (IndexUpdate update = index.update()) {
            papers().forEach(each -> update.put(each, Papers.provenance(each)));
            update.commit();
        }
        searcher = new EmbeddedSearcher(index, vocabulary);
    }

    @AfterAll
    static void close() {
        searcher.close();
        index.close();
    }

    private static List<Paper> papers() {
        return List.of(
                paper("10.1000_a")
                        .title("Calcinosis in a girl")
                        .year(2016)
                        .journal("Skin Letters")
                        .doi("10.1000/a")
                        .ids("26000001", "PMC4700001")
                        .printed(
                                "2016-03-07", "12", "3", "97", "103", "https://creativecommons.org/licenses/by-nc/4.0/")
                        .issn("1234-5679")
                        .type(ArticleType.CASE_REPORT)
                        .funded("The Skin Fund of Old Town", "SF-12")
                        .author("Roe", "Jane Ann")
                        .author("Doe", "John")
                        .keyword("scleroderma")
                        .section(SectionKind.ABSTRACT, "Abstract", "A girl with hard hands.")
                        .section(SectionKind.CASE, "Case", "She got diltiazem.")
                        .section(SectionKind.ACK_FUND, "Thanks", "We thank the nurses.")
                        .cites("1", "Doe J. A cold hand. 2014.", "b")
                        .treats("diltiazem", "diltiazem")
                        .build(),
                paper("b")
                        .title("A cold hand")
                        .year(2014)
                        .section(SectionKind.OTHER, null, "Nothing but hands.")
                        .build());
    }

    private static List<String> found(String query) {
        return searcher.search(SearchRequest.of(query)).hits().stream()
                .map(each -> each.paper().id())
                .toList();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EXT_ID:26000001                          | 10.1000_a",
                "ext_id:26000001 AND src:med              | 10.1000_a",
                "EXT_ID:\"26000001\" SRC:\"MED\"          | 10.1000_a",
                "ext_id:PMC4700001                        | 10.1000_a",
                "EXT_ID:b                                 | b",
                "SRC:APATITE                              | b",
                "SRC:PPR                                  | ''",
                "OPEN_ACCESS:y                            | 10.1000_a",
                "open_access:\"Y\"                        | 10.1000_a",
                "OPEN_ACCESS:n                            | b",
                "NOT OPEN_ACCESS:y                        | b",
                "HAS_ABSTRACT:y                           | 10.1000_a",
                "HAS_REFLIST:y                            | 10.1000_a",
                "HAS_FT:y AND IN_EPMC:y                   | 10.1000_a b",
                "HAS_FT:n                                 | ''",
                "HAS_UNIPROT:y                            | ''",
                "HAS_UNIPROT:n                            | 10.1000_a b",
                "HAS_TM:y                                 | 10.1000_a",
                "FIRST_PDATE:2016                         | 10.1000_a",
                "FIRST_PDATE:2016-03                      | 10.1000_a",
                "FIRST_PDATE:2016-04                      | ''",
                "FIRST_PDATE:[2016-03-07 TO 2016-03-07]   | 10.1000_a",
                "FIRST_PDATE:[* TO 2015-12-31]            | b",
                "first_pdate:[2014 TO 2016]               | 10.1000_a b",
                "E_PDATE:[2016-03-08 TO *]                | ''",
                "ISSN:1234-5679                           | 10.1000_a",
                "ISSN:\"1234-5679\" OR ESSN:\"1234-5679\" | 10.1000_a",
                "LANG:eng                                 | 10.1000_a b",
                "LANG:\"english\"                         | 10.1000_a b",
                "LANG:fre                                 | ''",
                "LICENSE:by-nc                            | 10.1000_a",
                "LICENSE:\"cc by\"                        | ''",
                "PUB_TYPE:\"Case Reports\"                | 10.1000_a",
                "PUB_TYPE:case-report                     | 10.1000_a",
                "PUB_TYPE:review                          | ''",
                "VOLUME:12 ISSUE:3 PAGE_INFO:97-103       | 10.1000_a",
                "GRANT_AGENCY:\"skin fund\"               | 10.1000_a",
                "GRANT_ID:SF-12                           | 10.1000_a",
                "AUTH_FIRST:\"Roe JA\"                    | 10.1000_a",
                "AUTH_FIRST:Doe                           | ''",
                "AUTH_LAST:\"Doe J\"                      | 10.1000_a",
                "KEYWORD:scleroderma                      | 10.1000_a",
                "MESH:scleroderma                         | 10.1000_a",
                "CHEM:diltiazem                           | 10.1000_a",
                "TITLE_ABS:(calcinosis hard)              | 10.1000_a",
                "TITLE_ABS:diltiazem                      | ''",
                "BODY:diltiazem                           | 10.1000_a",
                "ACK_FUND:nurses                          | 10.1000_a",
                "CITES:b                                  | 10.1000_a",
                "CITES:b_APATITE                          | 10.1000_a",
                "REFFED_BY:26000001_MED                   | b",
                "CITES:99_MED                             | ''",
                "title:calcinosis                         | 10.1000_a",
                "Title:\"cold hand\"                      | b",
                "doi:10.1000/a                            | 10.1000_a",
                "(ISSN:1234-5679) AND (PUB_YEAR:2016)     | 10.1000_a",
            })
    void aFieldFindsItsPapers(String query, String ids) {
        assertThat(found(query)).containsExactlyInAnyOrder(ids.isEmpty() ? new String[0] : ids.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPEN_ACCESS:perhaps       | y or n",
                "FIRST_PDATE:soon          | 2016-03",
                "FIRST_PDATE:[2017 TO 2016] | begins with",
                "OPEN_ACES:y               | OPEN_ACCESS",
            })
    void whatCannotBeHonouredIsSaid(String query, String words) {
        assertThatThrownBy(() -> found(query)).isInstanceOf(BadRequest.class).hasMessageContaining(words);
    }

    @Test
    void aPastedTitleWithAColonIsWords() {
        assertThat(found("Hands: nothing")).startsWith("b");
        assertThat(found("a CD4:CD8 ratio")).isEmpty();
    }
}
