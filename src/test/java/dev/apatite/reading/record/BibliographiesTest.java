package dev.apatite.reading.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.paper.Author;
import dev.apatite.paper.Section;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One paper, as each program says it. */
class BibliographiesTest {
    private final RecordReader reader = new RecordReader();

    static List<Arguments> onePaper() {
        return List.of(
                Arguments.of("BibTeX", """
                        % Encoding: UTF-8

                        @string{jx = "Journal of Pretend"}
                        @comment{jabref-meta: databaseType:bibtex;}
                        @Article{marsh2014,
                          author   = {Marsh, Mel and de la Fen, Zo{\\"e}},
                          title    = {Teasel for {Stones} \\& gravel},
                          journal  = jx,
                          year     = 2014,
                          month    = mar,
                          volume   = {3},
                          number   = {2},
                          pages    = {101--109},
                          doi      = {10.5555/pretend.21},
                          pmid     = {30000021},
                          pmcid    = {PMC7000021},
                          issn     = {1234-567X},
                          keywords = {teasel, stones},
                          abstract = {It did nothing.},
                        }
                        """),
                Arguments.of("BibLaTeX of Zotero", """
                        @article{marsh_teasel_2014,
                        \ttitle = {Teasel for {Stones} \\& gravel},
                        \tvolume = {3},
                        \tissn = {1234-567X},
                        \turl = {https://example.org/21},
                        \tdoi = {10.5555/pretend.21},
                        \tabstract = {It did nothing.},
                        \tlanguage = {en-US},
                        \tpages = {101--109},
                        \tnumber = {2},
                        \tjournaltitle = {Journal of Pretend},
                        \tauthor = {Mel Marsh and Zoë de la Fen},
                        \tdate = {2014-03},
                        \teprint = {30000021},
                        \teprinttype = {pubmed},
                        \tpmcid = {PMC7000021},
                        \tkeywords = {teasel, stones},
                        \tfile = {Full Text:files/12/marsh.pdf:application/pdf},
                        }
                        """),
                Arguments.of("PubMed's XML", """
                        <?xml version="1.0" ?>
                        <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "x.dtd">
                        <PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE">
                        <PMID Version="1">30000021</PMID>
                        <Article><Journal><ISSN IssnType="Electronic">1234-567X</ISSN>
                        <JournalIssue><Volume>3</Volume><Issue>2</Issue>
                        <PubDate><Year>2014</Year><Month>Mar</Month></PubDate></JournalIssue>
                        <Title>Journal of Pretend</Title></Journal>
                        <ArticleTitle>Teasel for <i>Stones</i> &amp; gravel.</ArticleTitle>
                        <Pagination><MedlinePgn>101-9</MedlinePgn></Pagination>
                        <Abstract><AbstractText>It did nothing.</AbstractText></Abstract>
                        <AuthorList><Author><LastName>Marsh</LastName><ForeName>Mel</ForeName></Author>
                        <Author><LastName>de la Fen</LastName><ForeName>Zoë</ForeName></Author></AuthorList>
                        <Language>eng</Language></Article>
                        <KeywordList><Keyword>teasel</Keyword><Keyword>stones</Keyword></KeywordList>
                        </MedlineCitation><PubmedData><ArticleIdList>
                        <ArticleId IdType="pubmed">30000021</ArticleId><ArticleId IdType="pmc">PMC7000021</ArticleId>
                        <ArticleId IdType="doi">10.5555/pretend.21</ArticleId></ArticleIdList>
                        <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/cited.1</ArticleId>
                        </ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>
                        """),
                Arguments.of("CSL-JSON", """
                        [{"id": "marsh", "type": "article-journal", "title": "Teasel for <i>Stones</i> & gravel",
                          "container-title": "Journal of Pretend", "volume": "3", "issue": 2, "page": "101-109",
                          "DOI": "10.5555/pretend.21", "PMID": "30000021", "PMCID": "PMC7000021", "ISSN": "1234-567X",
                          "abstract": "It did nothing.", "language": "en-GB", "keyword": "teasel, stones",
                          "author": [{"family": "Marsh", "given": "Mel"},
                                     {"family": "Fen", "non-dropping-particle": "de la", "given": "Zoë"}],
                          "issued": {"date-parts": [["2014", 3]]}}]
                        """),
                Arguments.of("EndNote's XML", """
                        <?xml version="1.0" encoding="UTF-8" ?><xml><records><record><ref-type name="Journal Article">17</ref-type>
                        <contributors><authors><author><style face="normal" font="default">Marsh, Mel</style></author>
                        <author><style face="normal">de la Fen, Zoë</style></author></authors></contributors>
                        <titles><title><style>Teasel for </style><style face="italic">Stones</style><style> &amp; gravel</style></title>
                        <secondary-title><style>Journal of Pretend</style></secondary-title></titles>
                        <pages>101-109</pages><volume>3</volume><number>2</number>
                        <keywords><keyword>teasel</keyword><keyword>stones</keyword></keywords>
                        <dates><year>2014</year><pub-dates><date>Mar</date></pub-dates></dates><isbn>1234-567X</isbn>
                        <accession-num>30000021</accession-num><custom2>PMC7000021</custom2>
                        <electronic-resource-num>10.5555/pretend.21</electronic-resource-num>
                        <abstract>It did nothing.</abstract></record></records></xml>
                        """),
                Arguments.of("Zotero's RDF", """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                         xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#">
                        <bib:Article rdf:about="#item_1"><z:itemType>journalArticle</z:itemType>
                        <dcterms:isPartOf rdf:resource="urn:issn:1234-567X"/>
                        <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Marsh</foaf:surname>
                        <foaf:givenName>Mel</foaf:givenName></foaf:Person></rdf:li><rdf:li><foaf:Person>
                        <foaf:surname>de la Fen</foaf:surname><foaf:givenName>Zoë</foaf:givenName></foaf:Person></rdf:li>
                        </rdf:Seq></bib:authors><dc:subject>teasel</dc:subject><dc:subject>stones</dc:subject>
                        <dc:title>Teasel for Stones &amp; gravel</dc:title><dcterms:abstract>It did nothing.</dcterms:abstract>
                        <dc:date>2014-03</dc:date><bib:pages>101-109</bib:pages>
                        <dc:description>PMID: 30000021
                        PMCID: PMC7000021</dc:description></bib:Article>
                        <bib:Journal rdf:about="urn:issn:1234-567X"><dc:title>Journal of Pretend</dc:title>
                        <prism:volume>3</prism:volume><prism:number>2</prism:number>
                        <dc:identifier>DOI 10.5555/pretend.21</dc:identifier><dc:identifier>ISSN 1234-567X</dc:identifier>
                        </bib:Journal></rdf:RDF>
                        """),
                Arguments.of("Web of Science", """
                        FN Clarivate Analytics Web of Science
                        VR 1.0
                        PT J
                        AU Marsh, M
                           Fen, ZD
                        AF Marsh, Mel
                           de la Fen, Zoë
                        TI Teasel for Stones
                           & gravel
                        SO Journal of Pretend
                        LA English
                        DE teasel; stones
                        AB It did nothing.
                        SN 1234-567X
                        PD MAR
                        PY 2014
                        VL 3
                        IS 2
                        BP 101
                        EP 109
                        DI 10.5555/pretend.21
                        PM 30000021
                        C2 PMC7000021
                        ER

                        EF
                        """),
                Arguments.of("Zotero's JSON", """
                        {"items": [
                          {"itemType": "journalArticle", "title": "Teasel for Stones & gravel",
                           "publicationTitle": "Journal of Pretend", "volume": "3", "issue": "2", "pages": "101-109",
                           "DOI": "10.5555/pretend.21", "ISSN": "1234-567X", "abstractNote": "It did nothing.",
                           "date": "2014-03", "extra": "PMID: 30000021\\nPMCID: PMC7000021",
                           "tags": [{"tag": "teasel"}, {"tag": "stones"}],
                           "creators": [{"creatorType": "author", "lastName": "Marsh", "firstName": "Mel"},
                                        {"creatorType": "author", "lastName": "de la Fen", "firstName": "Zoë"},
                                        {"creatorType": "editor", "lastName": "Nobody", "firstName": "Ned"}]},
                          {"itemType": "attachment", "title": "Full text"}]}
                        """));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onePaper")
    void everyProgramsRecordSaysTheSame(String program, String text) throws ReadingException {
        List<PaperDraft> papers = reader.readAll(text);
        assertThat(papers).as(program).hasSize(1);
        PaperDraft paper = papers.getFirst();
        assertThat(paper.title).isEqualTo("Teasel for Stones & gravel");
        assertThat(paper.authors).containsExactly(Author.of("Marsh", "Mel"), Author.of("de la Fen", "Zoë"));
        assertThat(paper.journal).isEqualTo("Journal of Pretend");
        assertThat(paper.publicationDate).isEqualTo("2014-03");
        assertThat(List.of(paper.volume + "", paper.issue + "", paper.firstPage + "", paper.lastPage + ""))
                .containsExactly("3", "2", "101", "109");
        assertThat(List.of(paper.doi + "", paper.pmid + "", paper.pmcid + "", paper.issn + ""))
                .containsExactly("10.5555/pretend.21", "30000021", "PMC7000021", "1234-567X");
        assertThat(paper.keywords).containsExactly("teasel", "stones");
        assertThat(text(paper)).isEqualTo("It did nothing.");
    }

    @Test
    void aBrokenEntryOfBibtexCostsNoOtherAndIsCounted() throws ReadingException {
        List<PaperDraft> papers = reader.readAll("""
                @article{a, title = {First of all}, journal = unexplained, year = {2014}}
                @article{b, title = {Broken, year = {2014}
                @article{c, title = "Last of all", year = 2015, author = {{Group of Pretenders} and others}}
                @article{c, title = "The same key again", year = 2016}
                """);
        assertThat(papers)
                .extracting(paper -> paper.title)
                .containsExactly("First of all", "Last of all", "The same key again");
        assertThat(papers.getFirst().warnings)
                .anyMatch(warning -> warning.startsWith("1 entries of the file are broken"));
        assertThat(papers.get(1).authors).containsExactly(Author.of("Group of Pretenders", null));
    }

    @Test
    void partsOfAnAbstractKeepTheirLabels() throws ReadingException {
        PaperDraft paper = reader.readAll("""
                <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>
                <ArticleTitle>[Teasel].</ArticleTitle>
                <Abstract><AbstractText Label="BACKGROUND">It grows.</AbstractText>
                <AbstractText Label="RESULTS">It did nothing.</AbstractText></Abstract>
                <AuthorList><Author><CollectiveName>Teasel Group</CollectiveName></Author></AuthorList>
                </Article></MedlineCitation></PubmedArticle></PubmedArticleSet>
                """).getFirst();
        assertThat(paper.title).isEqualTo("Teasel");
        assertThat(paper.sections).extracting(Section::heading).contains("BACKGROUND", "RESULTS");
        assertThat(paper.authors).containsExactly(Author.of("Teasel Group", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"apatite\", \"version\": \"1\"}",
                "[1, 2, 3]",
                "[{\"type\": \"case\", \"title\": \"A row of something\"}]",
                "{\"id\": 1}\n{\"id\": 2}\n",
                "[{\"type\": \"article\", \"title\": ",
            })
    void otherJsonIsRefusedAsJson(String text) {
        assertThatThrownBy(() -> reader.readAll(text))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining("JSON");
    }

    @Test
    void remarksBeforeTheFirstEntryAreNoneOfIt() throws ReadingException {
        assertThat(reader.readAll("My library, exported today.\n\n@misc{a, title={Teasel}, year={2014}}\n"))
                .extracting(paper -> paper.title)
                .containsExactly("Teasel");
        assertThatThrownBy(() -> reader.readAll("Nothing of the kind."))
                .hasMessage("the file is named as a bibliography or as JSON, and is neither");
    }

    @Test
    void xmlOfPubmedThatBreaksOffIsRefused() {
        assertThatThrownBy(() -> reader.readAll("<PubmedArticleSet><PubmedArticle><MedlineCitation>"))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining("breaks off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@patient: a letter",
                "[Case report] Teasel for stones",
                "{Teasel} for stones",
                "<article>PubmedArticleSet</article>",
            })
    void proseAndArticlesAreNoBibliographies(String text) {
        assertThat(BibtexRecords.begins(text) || PubmedRecords.begins(text) || JsonRecords.begins(text))
                .isFalse();
    }

    private static String text(PaperDraft paper) {
        return paper.sections.stream().map(Section::text).collect(Collectors.joining(" "));
    }
}
