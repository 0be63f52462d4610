package dev.apatite.reading.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Author;
import dev.apatite.paper.Section;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    private final RecordReader reader = new RecordReader();

    @Test
    void eachRecordOfPubMedsExportIsAPaperWithItsAbstract() throws ReadingException {
        List<PaperDraft> papers = reader.readAll("""
                PMID- 30000021
                OWN - NLM
                IS  - 1234-567X (Electronic)
                VI  - 3
                IP  - 2
                PG  - 101-9
                TI  - Teasel for stones: a title that
                      goes on.
                AB  - BACKGROUND: Teasel is a plant. RESULTS: It did
                      nothing.
                FAU - Marsh, Mel
                AU  - Marsh M
                DP  - 2014 Mar 7
                PT  - Case Reports
                PT  - Journal Article
                LA  - eng
                JT  - Journal of pretend
                AID - 10.5555/pretend.21 [doi]
                PMC - PMC7000021

                PMID- 30000022
                TI  - Another record
                DP  - 2015
                """);
        PaperDraft first = papers.getFirst();
        assertThat(papers).hasSize(2);
        assertThat(first.title).isEqualTo("Teasel for stones: a title that goes on");
        assertThat(first.authors).containsExactly(Author.of("Marsh", "Mel"));
        assertThat(List.of(String.valueOf(first.firstPage), String.valueOf(first.lastPage)))
                .containsExactly("101", "109");
        assertThat(first.publicationDate).isEqualTo("2014-03-07");
        assertThat(first.articleType).isEqualTo(ArticleType.CASE_REPORT);
        assertThat(first.doi).isEqualTo("10.5555/pretend.21");
        assertThat(first.pmcid).isEqualTo("PMC7000021");
        assertThat(first.issn).isEqualTo("1234-567X");
        assertThat(first.issue).isEqualTo("2");
        assertThat(first.sections.stream().map(Section::text)).contains("Teasel is a plant.", "It did nothing.");
        assertThat(papers.get(1).sections).isEmpty();
        assertThat(papers.get(1).warnings).anyMatch(warning -> warning.contains("without an abstract"));
    }

    @Test
    void risAndEndNoteAreRecordsToo() throws ReadingException {
        PaperDraft ris = reader.readAll("""
                        TY  - JOUR
                        AU  - Fen, Fay
                        TI  - Teasel again
                        JO  - J Ex
                        PY  - 2018/05/02
                        SP  - 11
                        EP  - 12
                        SN  - 1111-2222
                        DO  - 10.5555/ris.1
                        AB  - It did nothing.
                        ER  -
                        """).getFirst();
        assertThat(ris.title).isEqualTo("Teasel again");
        assertThat(ris.publicationDate).isEqualTo("2018-05-02");
        assertThat(ris.doi).isEqualTo("10.5555/ris.1");
        assertThat(ris.issn).isEqualTo("1111-2222");
        PaperDraft endNote = reader.readAll("""
                        %0 Journal Article
                        %T Teasel once more
                        %A Fen, Fay
                        %J J Ex
                        %D 2019
                        %X It did nothing.
                        """).getFirst();
        assertThat(endNote.title).isEqualTo("Teasel once more");
        assertThat(endNote.year).isEqualTo(2019);
        assertThat(endNote.sections).isNotEmpty();
    }

    @Test
    void recordsWithoutTitlesAreNoPapers() {
        assertThatThrownBy(() -> reader.readAll("PMID- 1\nDP  - 2015\n"))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining("title");
    }

    @Test
    void proseIsNoRecord() {
        assertThat(TaggedFormat.of("PMID- and other identifiers\nare explained here."))
                .isNull();
        assertThat(TaggedFormat.of("A title\n\nTY  - no first line")).isNull();
    }
}
