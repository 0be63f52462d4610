package dev.apatite.reading.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Author;
import dev.apatite.paper.Citation;
import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The XML that BioMed Central published until 2016. */
class BmcArticleTest {
    private static final String ARTICLE = """
            <?xml version="1.0"?>
            <!DOCTYPE art SYSTEM "http://localhost:9/article.dtd">
            <art><ui>0000-0000-1-2</ui><ji>0000-0000</ji>
            <fm><dochead>Case report</dochead>
              <bibl>
                <title><p>Stones under the <it>skin</it></p></title>
                <aug>
                  <au id="A1" ca="yes"><snm>Hall</snm><mi>B</mi><fnm>Ada</fnm><insr iid="I1"/><insr iid="I2"/><email>a@example.org</email></au>
                  <au id="A2"><snm>Okri</snm><fnm>Ben</fnm><suf>Jr</suf><insr iid="I2"/></au>
                  <au id="A3" type="on_behalf"><cnm>Stone Group</cnm></au>
                </aug>
                <insg><ins id="I1"><p>Somewhere University, Utopia</p></ins><ins id="I2"><p>Elsewhere Hospital</p></ins></insg>
                <source>Journal of Small Examples</source><issn>0000-0000</issn><pubdate>2009</pubdate>
                <volume>1</volume><issue>1</issue><fpage>2</fpage>
                <xrefbib><pubidlist><pubid idtype="doi">10.1000/0000-0000-1-2</pubid><pubid idtype="pmpid">19000001</pubid><pubid idtype="pmcid">2600001</pubid></pubidlist></xrefbib>
              </bibl>
              <history><rec><date><day>1</day><month>1</month><year>2008</year></date></rec></history>
              <cpyrt><year>2009</year><collab>Hall et al.</collab><note>Free to copy.</note></cpyrt>
              <kwdg><kwd>stones</kwd><kwd>skin</kwd></kwdg>
              <abs><sec><st><p>Abstract</p></st>
                <sec><st><p>Background</p></st><p>Stones are rare.</p></sec>
                <sec><st><p>Case presentation</p></st><p>One man had two.</p></sec></sec></abs>
            </fm>
            <bdy>
              <sec><st><p>Background</p></st><p>Known for long <abbrgrp><abbr bid="B1">1</abbr><abbr bid="B2">2</abbr><abbr bid="B3">3</abbr></abbrgrp>, seldom shown (Figure <figr fid="F1">1</figr>).</p></sec>
              <sec><st><p>Case presentation</p></st>
                <sec><st><p>Treatment</p></st><p>He had 5 mg/m<sup>2</sup> of something <abbrgrp><abbr bid="B1">1</abbr><abbr bid="B3">3</abbr></abbrgrp>.</p>
                <fig id="F1"><title><p>Figure 1</p></title><caption><p>The hand</p></caption><text><p><b>The hand</b>. Left, before <abbrgrp><abbr bid="B2">2</abbr></abbrgrp>.</p></text><graphic file="0000-1"/></fig>
                <tbl id="T1"><title><p>Table 1</p></title><caption><p>Tests</p></caption><tblbdy cols="2">
                  <r><c cspan="2" ca="center"><p><b>Blood</b></p></c></r><r><c cspan="2"><hr/></c></r>
                  <r><c><p>urea</p></c><c><p>5</p><p>(high)</p></c></r></tblbdy><tblfn><p>All before noon.</p></tblfn></tbl>
                <suppl id="S1"><title><p>Additional file 1</p></title><text><p><b>All tests</b>. Those too that were normal.</p></text><file name="x.doc"><p>Click here for file</p></file></suppl></sec></sec>
            </bdy>
            <bm>
              <sec><st><p>Competing interests</p></st><p>None.</p></sec>
              <ack><sec><st><p>Acknowledgements</p></st><p>We thank him.</p></sec></ack>
              <refgrp>
                <bibl id="B1"><title><p>Old stones</p></title><aug><au><snm>Bell</snm><fnm>C</fnm><mi>D</mi></au><au><snm>Ray</snm><fnm>E</fnm></au><etal/></aug><source>J Small Ex</source><pubdate>2001</pubdate><volume>1</volume><issue>2</issue><fpage>3</fpage><lpage>4</lpage><xrefbib><pubidlist><pubid idtype="doi">10.1000/old</pubid><pubid idtype="pmpid" link="fulltext">11000001</pubid></pubidlist></xrefbib></bibl>
                <bibl id="B2"><aug><au><snm>Orr</snm><fnm>F</fnm></au></aug><source>The Book of Stones</source><publisher>London: Quarry Press</publisher><edition>2</edition><pubdate>1999</pubdate></bibl>
                <bibl id="B3"><title><p>The Stone Register</p></title><url>http://stones.example.org</url></bibl>
              </refgrp>
            </bm></art>
            """;

    private static PaperDraft paper = new PaperDraft();

    @BeforeAll
    static void read() throws ReadingException {
        paper = new XmlReader(new ReferenceParser()).read(ARTICLE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFrontMatterGivesTheMetadata() {
        assertThat(paper.title).isEqualTo("Stones under the skin");
        assertThat(paper.authors)
                .containsExactly(
                        new Author(
                                "Hall", "Ada B", null, List.of("Somewhere University, Utopia", "Elsewhere Hospital")),
                        new Author("Okri", "Ben, Jr", null, List.of("Elsewhere Hospital")),
                        Author.of("Stone Group", null));
        assertThat(paper.journal).isEqualTo("Journal of Small Examples");
        assertThat(paper.year).isEqualTo(2009);
        assertThat(List.of(String.valueOf(paper.volume), String.valueOf(paper.issue), String.valueOf(paper.firstPage)))
                .containsExactly("1", "1", "2");
        assertThat(paper.doi).isEqualTo("10.1000/0000-0000-1-2");
        assertThat(paper.pmid).isEqualTo("19000001");
        assertThat(paper.pmcid).isEqualTo("PMC2600001");
        assertThat(paper.keywords).containsExactly("stones", "skin");
    }

    @Test
    void sectionsHaveTheirKindsAndCaptionsStandBehind() {
        assertThat(paper.sections)
                .containsExactly(
                        new Section(SectionKind.ABSTRACT, "Abstract", 1, List.of()),
                        new Section(SectionKind.ABSTRACT, "Background", 2, List.of("Stones are rare.")),
                        new Section(SectionKind.ABSTRACT, "Case presentation", 2, List.of("One man had two.")),
                        new Section(
                                SectionKind.INTRO,
                                "Background",
                                1,
                                List.of("Known for long [1-3], seldom shown (Figure 1).")),
                        new Section(SectionKind.CASE, "Case presentation", 1, List.of()),
                        new Section(
                                SectionKind.CASE,
                                "Treatment",
                                2,
                                List.of(
                                        "He had 5 mg/m² of something [1,3].",
                                        "Additional file 1 All tests. Those too that were normal.")),
                        new Section(SectionKind.COMP_INT, "Competing interests", 1, List.of("None.")),
                        new Section(SectionKind.ACK_FUND, "Acknowledgements", 1, List.of("We thank him.")),
                        new Section(SectionKind.FIG, "Figure 1", 1, List.of("The hand The hand. Left, before [2].")),
                        new Section(SectionKind.TABLE, "Table 1", 1, List.of("Tests", "All before noon.")));
    }

    @Test
    void tablesKeepTheirColumnsAndLoseTheirRules() {
        assertThat(paper.tables.getFirst().rows()).containsExactly(List.of("Blood", ""), List.of("urea", "5 (high)"));
    }

    @Test
    void citationsPointToReferences() {
        assertThat(paper.citations)
                .containsExactly(
                        new Citation(3, 16, 19, List.of(0, 1, 2)),
                        new Citation(5, 29, 32, List.of(0, 2)),
                        new Citation(8, 33, 34, List.of(1)));
    }

    @Test
    void referencesAreTakenAsTagged() {
        Reference article = paper.references.get(0);
        assertThat(article.raw())
                .isEqualTo(
                        "Bell CD, Ray E, et al. Old stones. J Small Ex. 2001;1(2):3-4. doi: 10.1000/old. pmid: 11000001.");
        assertThat(article.authors()).containsExactly(new PersonName("Bell", "CD"), new PersonName("Ray", "E"));
        assertThat(article.pmid()).isEqualTo("11000001");
        assertThat(article.label()).isEqualTo("1");
        Reference book = paper.references.get(1);
        assertThat(book.title()).isEqualTo("The Book of Stones");
        assertThat(book.raw()).contains("London: Quarry Press");
        Reference site = paper.references.get(2);
        assertThat(site.url()).isEqualTo("http://stones.example.org");
        assertThat(paper.references).hasSize(3);
    }
}
