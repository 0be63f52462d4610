package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.SharedFolder;
import dev.apatite.annotation.Annotator;
import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Papers;
import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type, from the text that they type to the paper that they look for: a real file, read and indexed. */
class TypedQueriesTest {
    private static final String FILE = "Q-corpus-give.nxml";

    @TempDir
    private static Path folder;

    private static PaperIndex index;
    private static Searcher searcher;

    @BeforeAll
    static void open() throws ReadingException {
        Path field = SharedFolder.require("data/field");
        Vocabulary vocabulary = Vocabulary.builtIn();
        index = PaperIndex.open(folder, vocabulary);
        searcher = new EmbeddedSearcher(index, vocabulary);
        Paper paper = new Annotator(vocabulary).annotate(new PaperReader().read(field, FILE));
        try (IndexUpdate update = index.update()) {
            update.put(paper, Papers.provenance(paper));
            update.commit();
        }
    }

    @AfterAll
    static void close() {
        if (index != null) {
            searcher.close();
            index.close();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Q1 | HLA-B*27",
                "Q1 | HLA-DRB1*04:01",
                "Q2 | CD4:CD8 ratio",
                "Q2 | CD4:CD8 ratio and HLA-DRB1*04:01 in two women with bites",
                "Q3 | women -warfarin",
                "Q3 | women !warfarin",
                "Q4 | https://doi.org/10.5555/field.qa",
                "Q4 | doi:10.5555/field.qa",
                "Q4 | PMID 31234567",
                "Q4 | https://pubmed.ncbi.nlm.nih.gov/31234567/",
                "Q5 | women or zzzz",
                "Q6 | women[tiab] AND children[MeSH Terms]",
                "Q7 | woman",
                "Q7 | child",
                "Q7 | man",
                "Q7 | crisis",
                "Q7 | mouse",
                "Q8 | NF-kB",
                "Q8 | b2-microglobulin",
                "Q8 | 10 mcg",
                "Q9 | title:women",
                "Q9 | TITLE:women",
                "Q10 | wom?n",
            })
    void findsThePaper(String number, String typed) {
        SearchResponse answer = searcher.search(SearchRequest.of(typed));
        assertThat(answer.exactHitCount()).as(number).isEqualTo(1);
        assertThat(answer.mended()).isNull();
    }

    @ParameterizedTest(name = "{0}: {1} is refused")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FINDING:(diltiazem bogus)            | bogus",
                "FINDING:(diltiazem failed)           | failed",
                "FOO:women                            | there is no field FOO",
                "women AND (bites NEAR/3 hand)        | \"one other\"~3",
                "women.ti,ab.                         | TITLE:word",
            })
    void isRefusedWithASentence(String typed, String words) {
        assertThatThrownBy(() -> searcher.search(SearchRequest.of(typed)))
                .isInstanceOfSatisfying(
                        BadRequest.class, each -> assertThat(each.parameter()).isEqualTo("query"))
                .hasMessageContaining(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"women AND zzzz", "women -children", "women !bites", "title:warfarin", "TITLE:mous?"})
    void syntaxIsNeverRelaxed(String typed) {
        try {
            assertThat(searcher.search(SearchRequest.of(typed)).hitCount()).isZero();
        } catch (BadRequest e) {
            assertThat(e).hasMessageContaining("without a field");
        }
    }
}
