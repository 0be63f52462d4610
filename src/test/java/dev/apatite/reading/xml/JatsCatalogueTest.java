package dev.apatite.reading.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Author;
import dev.apatite.paper.Funding;
import dev.apatite.paper.Section;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a JATS paper says of itself beside its text, and files that hold several. */
class JatsCatalogueTest {
    private static List<PaperDraft> all(String xml) throws ReadingException {
        return new XmlReader(new ReferenceParser())
                .readAll(xml.replaceFirst(
                                "<article>",
                                "<article article-type='case-report' xml:lang='en'"
                                        + " xmlns:xlink='http://www.w3.org/1999/xlink'>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static PaperDraft of(String journal, String meta, String body) throws ReadingException {
        return all("<article><front><journal-meta>" + journal + "</journal-meta><article-meta>" + meta
                        + "<title-group><article-title>Stones</article-title></title-group></article-meta></front><body>"
                        + body + "</body></article>")
                .getFirst();
    }

    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nihms-submitted:2017 epub:2018-3-7 ppub:2018-05 pmc-release:2019 | 2018 | 2018-03-07
            received:2015-01-02 collection:2016                             | 2016 | 2016
            ppub:2014-Nov epub:2013-12-31                                   | 2013 | 2013-12-31
            pmc-release:2020-2-3                                            | 2020 | 2020-02-03
            preprint:2019-01-01 pub:2020-06                                 | 2020 | 2020-06
            epub:2011-2-30                                                  | 2011 | 2011-02
            """)
    void aPaperIsOfTheYearInWhichItWasPublished(String dates, int year, String iso) throws ReadingException {
        StringBuilder meta = new StringBuilder();
        for (String date : dates.split(" ")) {
            String[] parts = date.split("[:-](?=\\d|Nov)");
            meta.append("<pub-date pub-type='").append(parts[0]).append("'>");
            meta.append(parts.length > 3 ? "<day>" + parts[3] + "</day>" : "");
            meta.append(parts.length > 2 ? "<month>" + parts[2] + "</month>" : "");
            meta.append("<year>").append(parts[1]).append("</year></pub-date>");
        }
        PaperDraft paper = of("", meta.toString(), "<p>Text.</p>");
        assertThat(paper.year).isEqualTo(year);
        assertThat(paper.publicationDate).isEqualTo(iso);
    }

    @Test
    void issnLicenceFundingTypesAndVersionsAreKept() throws ReadingException {
        PaperDraft paper =
                of("<issn pub-type='ppub'>1111-2222</issn><issn pub-type='epub'>1234567x</issn>", """
                <article-id pub-id-type='doi'>10.1002/(SICI)1097-0142(19970801)80:3&lt;1::AID-CNCR1&gt;3.0.CO;2-X</article-id>
                <article-categories><subj-group subj-group-type='heading'><subject>Case Report</subject></subj-group>
                </article-categories>
                <permissions><license xlink:href='https://creativecommons.org/licenses/by/4.0/'><license-p>Open.</license-p>
                </license></permissions>
                <related-article related-article-type='preprint' xlink:href='10.1101/2020.01.01.20000001'/>
                <related-article related-article-type='commentary-article' xlink:href='10.1000/other'/>
                <kwd-group xml:lang='es'><kwd>piedras</kwd></kwd-group><kwd-group xml:lang='en'><kwd>stones</kwd></kwd-group>
                <funding-group><award-group><funding-source>Stone Fund</funding-source><award-id>7</award-id></award-group>
                </funding-group>""", "<p>Text.</p>");
        assertThat(paper.issn).isEqualTo("1234-567X");
        assertThat(paper.doi).isEqualTo("10.1002/(SICI)1097-0142(19970801)80:3<1::AID-CNCR1>3.0.CO;2-X");
        assertThat(paper.license).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(paper.publicationTypes).containsExactly("Case Report");
        assertThat(paper.articleType).isEqualTo(ArticleType.CASE_REPORT);
        assertThat(paper.relatedVersions).containsExactly("10.1101_2020.01.01.20000001");
        assertThat(paper.relatedWorks).containsExactly("10.1000/other");
        assertThat(paper.keywords).containsExactly("stones", "piedras");
        assertThat(paper.funding).containsExactly(new Funding("Stone Fund", "7"));
    }

    @Test
    void membersOfAGroupAreNoAuthorsOfTheByline() throws ReadingException {
        PaperDraft paper = of("", """
                <contrib-group><contrib contrib-type='author'><name><surname>Firstly</surname><given-names>Fay</given-names>
                <suffix>Jr</suffix></name><on-behalf-of>The Other Group</on-behalf-of></contrib>
                <contrib contrib-type='author'><collab>The Knot Group<contrib-group><contrib><name><surname>Member</surname>
                </name></contrib></contrib-group></collab></contrib></contrib-group>""", "<p>Text.</p>");
        assertThat(paper.authors).containsExactly(Author.of("Firstly", "Fay, Jr"), Author.of("The Knot Group", null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Rituximab<sup>a</sup> helped                               | Rituximab \u1d43 helped
            Infliximab<xref ref-type='table-fn' rid='n'><sup>b</sup></xref> | Infliximab \u1d47
            Diltiazem<xref ref-type='table-fn' rid='n'>c</xref>        | Diltiazem \u1d9c
            Rituximab<sup>a,b</sup>                                    | Rituximab \u1d43,\u1d47
            Xience<sup>TM</sup> stent                                  | Xience\u2122 stent
            the 5<sup>th</sup> day                                     | the 5th day
            10<sup>n</sup> cells                                       | 10\u207f cells
            Ca<sup>2+</sup> ions                                       | Ca\u00b2\u207a ions
            """)
    void aRaisedLetterStandsApartFromTheWordThatItMarks(String printed, String read) throws ReadingException {
        assertThat(of("", "", "<p>" + printed + "</p>").sections.stream().map(Section::text))
                .containsExactly(read);
    }

    @Test
    void subArticlesAndResponsesArePapersOfTheirOwn() throws ReadingException {
        List<PaperDraft> papers = all("""
                <article><front><journal-meta><journal-title>J Ex</journal-title></journal-meta><article-meta>
                <article-id pub-id-type='doi'>10.1000/whole</article-id><title-group><article-title>Meeting</article-title>
                </title-group><pub-date><year>2019</year></pub-date></article-meta></front><body/>
                <sub-article><front-stub><title-group><article-title>First case</article-title></title-group></front-stub>
                <body><p>He took colchicine.</p></body><response><front-stub><title-group>
                <article-title>An answer</article-title></title-group></front-stub><body><p>Yes.</p></body></response>
                </sub-article></article>""");
        assertThat(papers).extracting(paper -> paper.title).containsExactly("Meeting", "First case", "An answer");
        assertThat(papers.get(1).journal).isEqualTo("J Ex");
        assertThat(papers.get(1).year).isEqualTo(2019);
        assertThat(papers.get(1).doi).isNull();
        assertThat(papers.get(1).relatedWorks).containsExactly("10.1000/whole");
    }

    @ParameterizedTest
    @CsvSource({"pmc-articleset", "OAI-PMH"})
    void eachArticleOfASetIsAPaper(String root) throws ReadingException {
        String article =
                "<record><metadata><article><front><article-meta><title-group><article-title>%s</article-title>"
                        + "</title-group></article-meta></front><body><p>Text.</p></body></article></metadata></record>";
        assertThat(all("<" + root + ">" + article.formatted("One") + article.formatted("Two") + "</" + root + ">"))
                .extracting(paper -> paper.title)
                .containsExactly("One", "Two");
    }
}
