package dev.apatite.reading.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.AnyText;
import dev.apatite.paper.Author;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MarkupReaderTest {
    private static final String PAGE = """
            <html lang="en"><head>
            <meta name="citation_title" content="Stones in the skin"><meta name="citation_author" content="Hall, Ada">
            <meta name="citation_author_institution" content="Somewhere University"><meta name="citation_author" content="Ben Okri">
            <meta name="citation_doi" content="10.1000/x"><meta name="citation_publication_date" content="2020/05/01">
            <meta name="citation_journal_title" content="J Small Ex"><meta name="citation_volume" content="3">
            <script type="application/ld+json">{"@type":"ScholarlyArticle","headline":"Other","keywords":["stones","skin"]}</script>
            </head><body>
            <header><a href="/">Publisher</a> Log in</header><nav><ul><li>Home</li></ul></nav>
            <div class="cookie-banner"><p>We use cookies on this site.</p></div>
            <article><h1>Stones in the skin</h1><p>Ada Hall<sup>1</sup>, Ben Okri<sup>2</sup></p>
            <h2>Abstract</h2><p>Stones in the skin are rare, and nobody knows how to cure them, least of all we.</p>
            <h2>Case report</h2><p>A man came with stones in both hands and left with them<sup>1,2</sup>.</p>
            <h3>Treatment</h3><p>He was given 5 mg/m<sup>2</sup> of something.</p>
            <figure><img src="http://localhost:9/x.png"><figcaption>Figure 1. Hand.</figcaption></figure>
            <table><caption>Table 1. Tests.</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
            <h2>References</h2><ol><li>Bell C. Old stones. J Small Ex. 2001;1:3-4.</li><li>Ray D. More. J Small Ex. 2002;2:5.</li></ol>
            </article><aside>Related articles</aside><footer>Terms and conditions</footer></body></html>
            """;

    @Test
    void theHeadGivesTheMetadataAndTheFirstSourceWins() throws ReadingException {
        PaperDraft paper = new MarkupReader().read(Jsoup.parse(PAGE));
        assertThat(paper.title).isEqualTo("Stones in the skin");
        assertThat(paper.authors)
                .containsExactly(
                        new Author("Hall", "Ada", null, List.of("Somewhere University")), Author.of("Okri", "Ben"));
        assertThat(paper.doi).isEqualTo("10.1000/x");
        assertThat(paper.year).isEqualTo(2020);
        assertThat(paper.journal).isEqualTo("J Small Ex");
        assertThat(paper.keywords).containsExactly("stones", "skin");
    }

    @Test
    void theArticleStandsWithoutTheSiteAroundIt() throws ReadingException {
        PaperDraft paper = new MarkupReader().read(Jsoup.parse(PAGE));
        assertThat(paper.sections)
                .containsExactly(
                        new Section(
                                SectionKind.ABSTRACT,
                                "Abstract",
                                1,
                                List.of(
                                        "Stones in the skin are rare, and nobody knows how to cure them, least of all we.")),
                        new Section(
                                SectionKind.CASE,
                                "Case report",
                                1,
                                List.of("A man came with stones in both hands and left with them¹,².")),
                        new Section(SectionKind.CASE, "Treatment", 2, List.of("He was given 5 mg/m² of something.")),
                        new Section(SectionKind.FIG, "Figure 1", 1, List.of("Hand.")),
                        new Section(SectionKind.TABLE, "Table 1", 1, List.of("Tests.")));
        assertThat(paper.tables.getFirst().rows()).containsExactly(List.of("a", "b"), List.of("1", "2"));
        assertThat(paper.references).extracting(reference -> reference.label()).containsExactly("1", "2");
        assertThat(paper.citations.getFirst().references()).containsExactly(0, 1);
    }

    @Test
    void namesInOtherLettersKeepTheirOwnAddresses() throws ReadingException {
        PaperDraft paper = new MarkupReader().read(Jsoup.parse("""
                <html><head><meta name="citation_title" content="Stones in the skin">
                <meta name="citation_author" content="Лидова, Анна"><meta name="citation_author" content="Белов, Иван">
                </head><body><article><h1>Stones in the skin</h1><p>Анна Лидова<sup>1</sup>, Иван Белов<sup>2</sup></p>
                <p><sup>1</sup>Department of Stones, Utopia</p><p><sup>2</sup>Sea College, Atlantis</p>
                <h2>Abstract</h2><p>Stones in the skin are rare, and nobody knows how to cure them, least of all we.</p>
                </article></body></html>"""));
        assertThat(paper.authors)
                .containsExactly(
                        new Author("Лидова", "Анна", null, List.of("Department of Stones, Utopia")),
                        new Author("Белов", "Иван", null, List.of("Sea College, Atlantis")));
    }

    @Test
    void anEmptyPageSaysSo() {
        assertThatThrownBy(() -> new MarkupReader().read(Jsoup.parse("<html><script>1</script></html>")))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining("no text");
    }

    @Test
    void anyMarkupIsAPaperOrAClearError() {
        AnyText.ofCharacters().keeps(200, (text, chance) -> {
            try {
                assertThat(new MarkupReader().read(Jsoup.parse("<h1>Title</h1><p>" + text)).sections)
                        .isNotNull();
            } catch (ReadingException e) {
                assertThat(e).hasMessageContaining("text");
            }
        });
    }
}
