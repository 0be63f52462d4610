package dev.apatite.reading.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.paper.Author;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class XmlReaderTest {
    private static final String ARTICLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "http://localhost:9/none.dtd" [<!ENTITY own "plain &#45; text">]>
            <article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="case-report" xml:lang="en">
            <front><journal-meta><journal-title-group><journal-title>J Small Ex</journal-title></journal-title-group></journal-meta>
            <article-meta>
              <article-id pub-id-type="doi">10.1000/x</article-id><article-id pub-id-type="pmc">123456</article-id>
              <title-group><article-title>Stones &amp; <italic>skin</italic><xref ref-type="fn" rid="n1">*</xref></article-title></title-group>
              <contrib-group>
                <contrib contrib-type="author"><contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>
                  <name><surname>Hall</surname><given-names>Ada</given-names></name><xref ref-type="aff" rid="a1">1</xref></contrib>
                <contrib contrib-type="author"><collab>Stone Group</collab></contrib>
                <contrib contrib-type="editor"><name><surname>Boss</surname></name></contrib>
              </contrib-group>
              <aff id="a1"><label>1</label>Somewhere University, Utopia</aff>
              <pub-date><year>2020</year></pub-date><volume>3</volume><fpage>4</fpage><lpage>5</lpage>
              <related-article ext-link-type="doi" xlink:href="10.1000/other"/>
              <abstract><sec><title>Background</title><p>Stones are rare.</p></sec><sec><title>Case</title><p>One man.</p></sec></abstract>
              <kwd-group><kwd>stones</kwd><kwd>skin</kwd></kwd-group>
            </article-meta></front>
            <body>
              <sec sec-type="intro"><label>1.</label><title>Introduction</title>
                <p>Known [<xref ref-type="bibr" rid="r1">1</xref>&#8211;<xref ref-type="bibr" rid="r3">3</xref>], &alpha; and &nosuch; &own;.</p>
                <list list-type="order"><list-item><label>1.</label><p>First.</p></list-item></list>
                <p>At 5 mg/m<sup>2</sup>.</p></sec>
              <sec><title>The patient</title><p>He came.</p><sec><title>Treatment</title><p>Nothing helped.<xref ref-type="bibr" rid="r2"><sup>2</sup></xref></p></sec>
                <fig id="f1"><label>Figure 1.</label><caption><title>Hand.</title><p>Left.</p></caption></fig>
                <table-wrap><label>Table 1</label><caption><p>Tests.</p></caption><table><tr><th colspan="2">A</th></tr><tr><td>b</td><td>c</td></tr></table></table-wrap></sec>
            </body>
            <back><ack><title>Thanks</title><p>To all.</p></ack>
              <ref-list><ref id="r1"><label>1.</label><element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Bell</surname><given-names>C</given-names></name></person-group><article-title>Old stones</article-title><source>J Small Ex</source><year>2001</year><volume>1</volume><fpage>3</fpage><lpage>4</lpage><pub-id pub-id-type="doi">10.1000/old</pub-id></element-citation></ref>
              <ref id="r2"><label>2</label><mixed-citation><string-name><surname>Ray</surname> <given-names>D</given-names></string-name>. <article-title>More</article-title>. <source>J Small Ex</source>. <year>2002</year>.</mixed-citation></ref>
              <ref id="r3"><mixed-citation>Orr E. Untagged stones. J Small Ex. 2003;3(1):7-8.</mixed-citation></ref></ref-list></back>
            <sub-article><body><p>Not of this paper.</p></body></sub-article>
            </article>
            """;

    private static PaperDraft read(String xml) throws ReadingException {
        return new XmlReader(new ReferenceParser()).read(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFrontGivesTheMetadata() throws ReadingException {
        PaperDraft paper = read(ARTICLE);
        assertThat(paper.title).isEqualTo("Stones & skin");
        assertThat(paper.authors)
                .containsExactly(
                        new Author("Hall", "Ada", "0000-0002-1825-0097", List.of("Somewhere University, Utopia")),
                        Author.of("Stone Group", null));
        assertThat(paper.doi).isEqualTo("10.1000/x");
        assertThat(paper.pmcid).isEqualTo("PMC123456");
        assertThat(paper.year).isEqualTo(2020);
        assertThat(paper.lastPage).isEqualTo("5");
        assertThat(paper.keywords).containsExactly("stones", "skin");
        assertThat(paper.relatedWorks).containsExactly("10.1000/other");
        assertThat(paper.language).isEqualTo("en");
    }

    @Test
    void everySectionIsThereWithItsKindAndLevel() throws ReadingException {
        assertThat(read(ARTICLE).sections)
                .containsExactly(
                        new Section(SectionKind.ABSTRACT, "Background", 2, List.of("Stones are rare.")),
                        new Section(SectionKind.ABSTRACT, "Case", 2, List.of("One man.")),
                        new Section(
                                SectionKind.INTRO,
                                "1 Introduction",
                                1,
                                List.of("Known [1–3], α and &nosuch; &own;.", "1. First.", "At 5 mg/m².")),
                        new Section(SectionKind.CASE, "The patient", 1, List.of("He came.")),
                        new Section(SectionKind.CASE, "Treatment", 2, List.of("Nothing helped.²")),
                        new Section(SectionKind.ACK_FUND, "Thanks", 1, List.of("To all.")),
                        new Section(SectionKind.FIG, "Figure 1", 1, List.of("Hand. Left.")),
                        new Section(SectionKind.TABLE, "Table 1", 1, List.of("Tests.")));
    }

    @Test
    void citationsPointToReferencesRangesSpelledOut() throws ReadingException {
        assertThat(read(ARTICLE).citations)
                .containsExactly(new Citation(2, 7, 10, List.of(0, 1, 2)), new Citation(4, 15, 16, List.of(1)));
    }

    @Test
    void tablesKeepTheirColumns() throws ReadingException {
        assertThat(read(ARTICLE).tables.getFirst().rows()).containsExactly(List.of("A", ""), List.of("b", "c"));
    }

    @Test
    void referencesAreTakenAsTaggedElseParsed() throws ReadingException {
        List<Reference> references = read(ARTICLE).references;
        assertThat(references).hasSize(3);
        assertThat(references.get(0).raw()).isEqualTo("Bell C. Old stones. J Small Ex. 2001;1:3-4. doi: 10.1000/old.");
        assertThat(references.get(0).firstPage()).isEqualTo("3");
        assertThat(references.get(0).label()).isEqualTo("1");
        assertThat(references.get(1).raw()).isEqualTo("Ray D. More. J Small Ex. 2002.");
        assertThat(references.get(1).authors().getFirst().family()).isEqualTo("Ray");
        assertThat(references.get(2).year()).isEqualTo(2003);
    }

    @Test
    void entitiesNeitherGrowNorReachOutside() throws ReadingException {
        String bomb = """
                <!DOCTYPE article [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
                <article><front><article-meta><title-group><article-title>T &a; &b; &c;</article-title></title-group></article-meta></front></article>
                """;
        assertThat(read(bomb).title).isEqualTo("T ha &b; &c;");
    }

    @Test
    void aRangeIsSpelledOutAsFarAsListsGo() throws ReadingException {
        StringBuilder list = new StringBuilder();
        for (int i = 1; i <= 99; i++) {
            list.append(
                    "<ref id='r%d'><mixed-citation>Bell C. Stones %d. 2001.</mixed-citation></ref>".formatted(i, i));
        }
        PaperDraft paper = read("<article><body><p>All <xref rid='r1'>1-99</xref> and some <xref rid='r1'>1-50</xref>"
                + " of <xref rid='r1'>1</xref>-<xref rid='r99'>99</xref> say so.</p></body><back><ref-list>" + list
                + "</ref-list></back></article>");
        assertThat(paper.citations)
                .extracting(citation -> citation.references().size())
                .containsExactly(1, 50, 2);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aRunOfSignsCostsWhatItIsLong() throws ReadingException {
        String run = "Utopia" + " ,".repeat(150_000) + "x";
        PaperDraft paper = read("<article><front><article-meta><contrib-group><contrib contrib-type='author'>"
                + "<name><surname>Hall</surname></name><aff>" + run + "</aff></contrib></contrib-group></article-meta>"
                + "</front><body><p>Text.</p></body><back><ref-list><ref><element-citation><collab>" + run
                + "</collab><article-title>" + run + "</article-title></element-citation></ref></ref-list></back>"
                + "</article>");
        assertThat(paper.authors.getFirst().family()).isEqualTo("Hall");
        assertThat(paper.references).hasSize(1);
    }

    @Test
    void whatIsNoArticleSaysSo() {
        assertThatThrownBy(() -> read("<recipe><p>Flour</p></recipe>"))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining("<recipe>");
        assertThatThrownBy(() -> read("<article><front>")).hasMessageContaining("broken");
        assertThatThrownBy(() -> read("<a>".repeat(5000))).isInstanceOf(ReadingException.class);
    }

    @Test
    void aSubtitleBelongsToTheTitle() throws ReadingException {
        PaperDraft paper = read("""
                <article><front><article-meta><title-group><article-title>Stones</article-title>
                <subtitle>What we know</subtitle></title-group></article-meta></front>
                <body><p>Little.</p></body></article>""");
        assertThat(paper.title).isEqualTo("Stones: What we know");
        assertThat(paper.sections.stream().map(Section::text)).containsExactly("Little.");
    }
}
