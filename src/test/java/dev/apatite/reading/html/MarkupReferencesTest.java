package dev.apatite.reading.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The works that a page's head names: {@code citation_reference}. */
class MarkupReferencesTest {
    private static final String OLD = "citation_title=Old stones; and older ones; citation_author=C Bell; "
            + "citation_author=D Ray; citation_journal_title=J Small Ex; citation_publication_date=2001; "
            + "citation_volume=1; citation_issue=2; citation_pages=3-9; citation_doi=10.1000/old; citation_id=CR1";
    private static final String BOOK = "Orr E. The book of stones. 2nd ed. London: Quarry Press; 1999.";

    private static PaperDraft read(List<String> named, String... printed) throws ReadingException {
        StringBuilder page = new StringBuilder("<html><head><meta name='citation_title' content='Stones in the skin'>");
        named.forEach(each -> page.append("<meta name='citation_reference' content='")
                .append(each)
                .append("'>"));
        page.append("</head><body><h1>Stones in the skin</h1><h2>Introduction</h2>")
                .append("<p>Stones have been known for a long time [1], and there is a book on them too [2].</p>");
        if (printed.length > 0) {
            page.append("<h2>References</h2><ol>");
            for (String each : printed) {
                page.append("<li>").append(each).append("</li>");
            }
            page.append("</ol>");
        }
        return new MarkupReader().read(Jsoup.parse(page + "</body></html>"));
    }

    @Test
    void aPageWithoutListHasThatOfItsHead() throws ReadingException {
        PaperDraft paper = read(List.of(OLD, BOOK));
        assertThat(paper.references)
                .containsExactly(
                        new Reference(
                                null,
                                "Bell C, Ray D. Old stones; and older ones. J Small Ex. 2001;1(2):3-9. doi: 10.1000/old.",
                                List.of(new PersonName("Bell", "C"), new PersonName("Ray", "D")),
                                "Old stones; and older ones",
                                "J Small Ex",
                                2001,
                                "1",
                                "2",
                                "3",
                                "9",
                                "10.1000/old",
                                null,
                                null,
                                null),
                        new ReferenceParser().parse(null, BOOK));
        assertThat(paper.citations)
                .extracting(citation -> citation.references())
                .containsExactly(List.of(0), List.of(1));
    }

    @Test
    void whatThePagePrintsStaysAsPrinted() throws ReadingException {
        String print = "C. Bell and D. Ray, “Old stones; and older ones,” J. Small Ex., vol. 1, 2001.";
        PaperDraft paper = read(List.of(OLD, BOOK), print);
        assertThat(paper.references).extracting(Reference::raw).containsExactly(print, BOOK);
        assertThat(paper.references.getFirst().firstPage()).isEqualTo("3");
        assertThat(paper.references.getFirst().doi()).isEqualTo("10.1000/old");
    }

    @Test
    void aLongerPrintedListStaysAndIsCompleted() throws ReadingException {
        PaperDraft paper = read(
                List.of(OLD),
                "Ray D. Other stones. J Small Ex. 1998;2:1-2.",
                "Bell C, Ray D. Old stones; and older ones. J Small Ex. 2001.");
        assertThat(paper.references).extracting(Reference::doi).containsExactly(null, "10.1000/old");
        assertThat(paper.references).extracting(Reference::label).containsExactly("1", "2");
    }

    @Test
    void ofTwoEqualEntriesBothAreCompleted() {
        Reference entry = printed("Bell C, Ray D. Old stones; and older ones. J Small Ex. 2001.");
        assertThat(completed(List.of(OLD, OLD), entry, entry))
                .extracting(Reference::doi)
                .containsExactly("10.1000/old", "10.1000/old");
    }

    @Test
    void aWordThatTheHeadsWorkHoldsIsNotThatWork() {
        String named = "citation_author=C Bell; citation_journal_title=London Stone Journal; citation_year=2001";
        assertThat(completed(List.of(named), printed("London."))).containsExactly(printed("London."));
    }

    private static Reference printed(String raw) {
        return new Reference(null, raw, List.of(), null, null, null, null, null, null, null, null, null, null, null);
    }

    private static List<Reference> completed(List<String> named, Reference... printed) {
        PaperDraft draft = new PaperDraft();
        draft.references.addAll(List.of(printed));
        StringBuilder page = new StringBuilder("<html><head>");
        named.forEach(each -> page.append("<meta name='citation_reference' content='")
                .append(each)
                .append("'>"));
        new MarkupReferences(new ReferenceParser()).complete(Jsoup.parse(page + "</head></html>"), draft);
        return draft.references;
    }

    static Stream<Arguments> people() {
        return Stream.of(
                Arguments.of("citation_author=LB Aker, CP Barr-Leigh", List.of("Aker", "Barr-Leigh")),
                Arguments.of("citation_author=S. Tanner; citation_author=L. Pack", List.of("Tanner", "Pack")),
                Arguments.of("citation_author=Holder, Andrew G.", List.of("Holder")),
                Arguments.of("citation_author=Alexander Mord;citation_author=Eva Rand", List.of("Mord", "Rand")),
                Arguments.of("citation_author=Smith A", List.of("Smith")),
                Arguments.of("citation_author=World Stone Organization", List.of("World Stone Organization")));
    }

    @ParameterizedTest
    @MethodSource("people")
    void namesAreReadInEveryOrder(String people, List<String> families) throws ReadingException {
        PaperDraft paper = read(List.of("citation_title=Old stones and older ones;" + people + ";citation_year=2001"));
        assertThat(paper.references.getFirst().authors())
                .extracting(PersonName::family)
                .isEqualTo(families);
    }
}
