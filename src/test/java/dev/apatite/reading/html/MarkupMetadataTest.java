package dev.apatite.reading.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Author;
import dev.apatite.reading.draft.PaperDraft;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages say of themselves: Highwire's tags, Dublin Core, schema.org in JSON-LD. */
class MarkupMetadataTest {
    private static PaperDraft read(String head) {
        PaperDraft draft = new PaperDraft();
        new MarkupMetadata(draft).read(Jsoup.parse("<html><head>" + head + "</head><body></body></html>"));
        return draft;
    }

    private static String meta(String... namesAndValues) {
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            head.append("<meta name=\"%s\" content=\"%s\">".formatted(namesAndValues[i], namesAndValues[i + 1]));
        }
        return head.toString();
    }

    @Test
    void highwireTagsBelongToTheAuthorBeforeThem() {
        PaperDraft draft = read(meta(
                "citation_title",
                "Stones",
                "citation_author",
                "Hall, Ada",
                "citation_author_institution",
                "Somewhere",
                "citation_author_institution",
                "Elsewhere",
                "citation_author_orcid",
                "https://orcid.org/0000-0002-1825-0097",
                "citation_author",
                "Ben Okri",
                "citation_pmid",
                "123456",
                "citation_keywords",
                "stones; skin",
                "citation_keywords",
                "hands",
                "citation_language",
                "en-GB",
                "citation_firstpage",
                "3"));
        assertThat(draft.authors)
                .containsExactly(
                        new Author("Hall", "Ada", "0000-0002-1825-0097", List.of("Somewhere", "Elsewhere")),
                        Author.of("Okri", "Ben"));
        assertThat(draft.pmid).isEqualTo("123456");
        assertThat(draft.keywords).containsExactly("stones", "skin", "hands");
        assertThat(draft.language).isEqualTo("en");
        assertThat(draft.firstPage).isEqualTo("3");
    }

    @Test
    void dublinCoreStandsInWhereNothingElseDoes() {
        PaperDraft draft = read(meta(
                "DC.Title",
                "Stones",
                "DC.Creator.PersonalName",
                "Ada Hall",
                "DC.Date.issued",
                "2019-05-01",
                "DC.Identifier.DOI",
                "10.1000/x",
                "DC.Source",
                "J Small Ex",
                "DC.Source.Volume",
                "3",
                "DC.Subject",
                "skin"));
        assertThat(draft.title).isEqualTo("Stones");
        assertThat(draft.authors).containsExactly(Author.of("Hall", "Ada"));
        assertThat(draft.year).isEqualTo(2019);
        assertThat(draft.doi).isEqualTo("10.1000/x");
        assertThat(draft.journal).isEqualTo("J Small Ex");
        assertThat(draft.volume).isEqualTo("3");
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aThingThatIsPartOfItselfIsReadOnce() {
        String parts = String.join(",", Collections.nCopies(1000, "{\"@id\":\"p\"}"));
        PaperDraft draft = read("<script type=\"application/ld+json\">{\"@graph\":["
                + "{\"@id\":\"x\",\"@type\":\"ScholarlyArticle\",\"headline\":\"Stones\",\"isPartOf\":{\"@id\":\"p\"}},"
                + "{\"@id\":\"p\",\"@type\":\"Periodical\",\"name\":\"J Small Ex\",\"isPartOf\":[" + parts
                + "]}]}</script>");
        assertThat(draft.journal).isEqualTo("J Small Ex");
    }

    @Test
    void aThingWithoutIdIsNobodyElse() {
        PaperDraft draft = read("""
                <script type="application/ld+json">{"@graph":[{"@id":"","@type":"Person","name":"Cleo Ray"},
                {"@type":"ScholarlyArticle","headline":"Stones","author":[{"name":"Ada Hall"},{"name":"Ben Okri"}]}]}
                </script>""");
        assertThat(draft.authors).containsExactly(Author.of("Hall", "Ada"), Author.of("Okri", "Ben"));
    }

    static Stream<Arguments> authors() {
        Author ada = Author.of("Hall", "Ada");
        Author ben = Author.of("Okri", "Ben");
        return Stream.of(
                Arguments.of("\"Ada Hall\"", List.of(ada)),
                Arguments.of("\"Hall, Ada\"", List.of(ada)),
                Arguments.of("\"Hall, Ada; Okri, Ben\"", List.of(ada, ben)),
                Arguments.of("[\"Ada Hall\",\"Ben Okri\"]", List.of(ada, ben)),
                Arguments.of("{\"@type\":\"Person\",\"name\":\"Ada Hall\"}", List.of(ada)),
                Arguments.of("{\"@type\":\"Person\",\"name\":[\"Ada Hall\",\"Ben Okri\"]}", List.of(ada, ben)),
                Arguments.of(
                        "[{\"@id\":\"#ada\"},{\"name\":\"Ben Okri\",\"@id\":\"https://orcid.org/0000-0002-1825-0097\"}]",
                        List.of(
                                new Author("Hall", "Ada", null, List.of("Somewhere")),
                                new Author("Okri", "Ben", "0000-0002-1825-0097", List.of()))),
                Arguments.of(
                        "{\"@type\":\"Organization\",\"name\":\"Stone Group\"}",
                        List.of(Author.of("Stone Group", null))));
    }

    @ParameterizedTest
    @MethodSource("authors")
    void authorsOfLinkedDataMayBeTextsListsOrThings(String author, List<Author> authors) {
        PaperDraft draft = read("""
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
                {"@id":"#journal","@type":"Periodical","name":"J Small Ex"},
                {"@id":"#ada","@type":"Person","name":"Ada Hall","affiliation":{"name":"Somewhere"}},
                {"@type":["ScholarlyArticle","MedicalScholarlyArticle"],"headline":"Stones","author":%s,
                 "datePublished":"2020-01-01","pageStart":"3","pageEnd":"5","keywords":["stones",{"@type":"DefinedTerm","name":"skin"}],
                 "identifier":[{"@type":"PropertyValue","propertyID":"doi","value":"10.1000/x"},{"@type":"PropertyValue","propertyID":"pmid","value":"123456"}],
                 "isPartOf":{"@type":"PublicationIssue","issueNumber":"2","isPartOf":[{"@type":"PublicationVolume","volumeNumber":"1"},{"@id":"#journal"}]}}]}
                </script>""".formatted(author));
        assertThat(draft.authors).isEqualTo(authors);
        assertThat(List.of(String.valueOf(draft.title), String.valueOf(draft.doi), String.valueOf(draft.pmid)))
                .containsExactly("Stones", "10.1000/x", "123456");
        assertThat(List.of(String.valueOf(draft.journal), String.valueOf(draft.volume), String.valueOf(draft.issue)))
                .containsExactly("J Small Ex", "1", "2");
        assertThat(draft.keywords).containsExactly("stones", "skin");
        assertThat(draft.lastPage).isEqualTo("5");
    }
}
