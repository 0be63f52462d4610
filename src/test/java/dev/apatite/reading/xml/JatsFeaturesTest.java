package dev.apatite.reading.xml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Author;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.citation.CitedNumbers;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tag libraries of JATS 1.0 to 1.3 and NLM 2 and 3 allow beside plain sections: nothing of it is lost. */
class JatsFeaturesTest {
    private static PaperDraft read(String article) throws ReadingException {
        return new XmlReader(new ReferenceParser())
                .read(("<?xml version='1.0'?><article xmlns:xlink='http://www.w3.org/1999/xlink'>" + article
                                + "</article>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static PaperDraft ofBody(String body) throws ReadingException {
        return read("<front><article-meta><title-group><article-title>T</article-title></title-group></article-meta>"
                + "</front><body>" + body + "</body><back><ref-list>"
                + "<ref id='r1'><mixed-citation>One A. First things. J Ex. 2001;1:1.</mixed-citation></ref>"
                + "<ref id='r2'><mixed-citation>Two B. Second things. J Ex. 2002;1:1.</mixed-citation></ref>"
                + "<ref id='r3'><mixed-citation>Three C. Third things. J Ex. 2003;1:1.</mixed-citation></ref>"
                + "<ref id='r4'><label>4</label><mixed-citation>Four D. Fourth things. J Ex. 2004;1:1.</mixed-citation>"
                + "<mixed-citation>Five E. Fifth things. J Ex. 2005;1:1.</mixed-citation></ref>"
                + "</ref-list></back>");
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                Arguments.of(
                        "<list><title>Steps</title><list-item><label>a)</label><p>Wash.</p><p>Dry.</p></list-item>"
                                + "<list-item><p>Rest<list><list-item><p>an hour</p></list-item></list></p></list-item></list>",
                        List.of("Steps", "a) Wash.", "Dry.", "Rest", "an hour")),
                Arguments.of(
                        "<def-list><title>Terms</title><def-item><term>CT</term><def><p>tomography</p></def></def-item>"
                                + "<def-item><term>MR</term><def><p>resonance</p></def></def-item></def-list>",
                        List.of("Terms", "CT: tomography", "MR: resonance")),
                Arguments.of(
                        "<disp-quote><p>Know thyself.</p><attrib>Delphi</attrib></disp-quote>",
                        List.of("Know thyself.", "Delphi")),
                Arguments.of(
                        "<speech><speaker>Ann:</speaker><p>Yes.</p></speech><speech><speaker>Bob</speaker><p>No.</p></speech>",
                        List.of("Ann: Yes.", "Bob: No.")),
                Arguments.of(
                        "<verse-group><title>Ode</title><verse-line>To a</verse-line><verse-line>stone</verse-line></verse-group>",
                        List.of("Ode", "To a", "stone")),
                Arguments.of(
                        "<boxed-text><label>Box 1</label><caption><title>Key points</title><p>Two.</p></caption><p>Stones hurt.</p></boxed-text>",
                        List.of("Box 1 Key points", "Two.", "Stones hurt.")),
                Arguments.of(
                        "<statement><label>Theorem 1.</label><p>Stones fall.</p></statement>",
                        List.of("Theorem 1.", "Stones fall.")),
                Arguments.of(
                        "<p>Before<fn><label>1</label><p>A note.</p></fn> and after.</p>",
                        List.of("Before (1 A note.) and after.")),
                Arguments.of(
                        "<p>As <inline-graphic/>seen<graphic/> here, <related-article>that one</related-article> too.</p>",
                        List.of("As seen here, that one too.")),
                Arguments.of(
                        "<p>See <fig><label>Fig. 1</label><caption><p>Hand.</p></caption></fig>the hand.</p>",
                        List.of("See the hand.")),
                Arguments.of(
                        "<p>In <alternatives><inline-graphic/><textual-form>x squared</textual-form></alternatives> we trust.</p>",
                        List.of("In x squared we trust.")),
                Arguments.of(
                        "<p>At <ext-link xlink:href='http://a.example'/> and <uri>http://b.example</uri>.</p>",
                        List.of("At http://a.example and http://b.example.")),
                Arguments.of("<p>Stones<index-term><term>lapis</term></index-term> roll.</p>", List.of("Stones roll.")),
                Arguments.of(
                        "<media><label>Video 1</label><caption><p>It rolls.</p></caption></media>",
                        List.of("Video 1 It rolls.")),
                Arguments.of(
                        "<supplementary-material><label>File 1</label><caption><title>Raw data.</title></caption>"
                                + "<media><caption><p>As a table.</p></caption></media></supplementary-material>",
                        List.of("File 1 Raw data. As a table.")),
                Arguments.of(
                        "<p>Area <inline-formula><math><mi>a</mi><mo>=</mo><mn>2</mn></math></inline-formula> then"
                                + "<disp-formula><label>(1)</label><tex-math>$b = 3$</tex-math></disp-formula>done.</p>",
                        List.of("Area a=2 then b = 3 (1) done.")),
                Arguments.of(
                        "<question-wrap><question><p>Which?</p></question><answer><p>That.</p></answer></question-wrap>",
                        List.of("Which?", "That.")));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyBlockIsText(String xml, List<String> paragraphs) throws ReadingException {
        assertThat(ofBody("<sec><title>Text</title>" + xml + "</sec>")
                        .sections
                        .getFirst()
                        .paragraphs())
                .isEqualTo(paragraphs);
    }

    static Stream<Arguments> marks() {
        return Stream.of(
                Arguments.of("[<xref rid='r1'>1</xref>-<xref rid='r3'>3</xref>]", List.of(List.of(0, 1, 2))),
                Arguments.of("<xref rid='r1'>[1]</xref>–<xref rid='r3'>[3]</xref>", List.of(List.of(0, 1, 2))),
                Arguments.of("<sup><xref rid='r1'>1</xref>–<xref rid='r3'>3</xref></sup>", List.of(List.of(0, 1, 2))),
                Arguments.of(
                        "<xref rid='r1'><sup>1</sup></xref><sup>,</sup><xref rid='r3'><sup>3</sup></xref>",
                        List.of(List.of(0, 2))),
                Arguments.of("<xref rid='r1'>1</xref> to <xref rid='r3'>3</xref>", List.of(List.of(0, 1, 2))),
                Arguments.of("[<xref rid='r1 r2 r3'>1-3</xref>]", List.of(List.of(0, 1, 2))),
                Arguments.of("[<xref rid='r1'>1–3</xref>]", List.of(List.of(0, 1, 2))),
                Arguments.of("[<xref rid='r1 r3'>1–3</xref>]", List.of(List.of(0, 1, 2))),
                Arguments.of(
                        "[<xref rid='r1'>1</xref><xref rid='r2'/>–<xref rid='r3'>3</xref>]", List.of(List.of(0, 1, 2))),
                Arguments.of(
                        "(<xref rid='r1'>One 2001</xref>; <xref rid='r3'>Three 2003</xref>)", List.of(List.of(0, 2))),
                Arguments.of(
                        "<xref rid='r1'>One</xref> to <xref rid='r3'>Three</xref>", List.of(List.of(0), List.of(2))),
                Arguments.of("[<xref rid='r4'>4</xref>]", List.of(List.of(3, 4))),
                Arguments.of(
                        "<xref rid='r1'>1<fn><p>see <xref rid='r2'>2</xref></p></fn></xref>", List.of(List.of(0, 1))),
                Arguments.of(
                        "<xref rid='none'>1<fn><p>see <xref rid='r2'>2</xref></p></fn></xref>", List.of(List.of(1))),
                Arguments.of(
                        "<list><list-item><label>1.</label><p>a <xref rid='r2'>2</xref> <list><list-item><p>b</p></list-item></list></p></list-item></list>",
                        List.of(List.of(1))));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void everyMarkCitesAllThatItNames(String xml, List<List<Integer>> cited) throws ReadingException {
        PaperDraft paper = ofBody("<sec><title>Text</title><p>Known " + xml + ".</p></sec>");
        assertThat(paper.citations)
                .extracting(citation -> citation.references())
                .isEqualTo(cited);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            [<xref rid='r1'>1</xref><xref rid='r3'>3</xref>]                              | [1 3]
            [<xref rid='r1'>1</xref>,<xref rid='r3'>3</xref>]                             | [1,3]
            <sup><xref rid='r1'>1</xref><xref rid='r3'>3</xref></sup>                     | ¹ ³
            <xref rid='r1'><sup>1</sup></xref><xref rid='r3'><sup>3</sup></xref>          | ¹ ³
            <xref rid='r1'>[1]</xref><xref rid='r3'>[3]</xref>                            | [1][3]
            [<xref rid='r1'>1</xref><xref rid='f3' ref-type='fig'>3</xref>]               | [13]
            <xref rid='r1'>One</xref><xref rid='r3'>3</xref>                              | One3
            """)
    void twoCitationsWithoutACommaAreNotOneNumber(String xml, String printed) throws ReadingException {
        PaperDraft paper = ofBody("<sec><title>Text</title><p>Known " + xml + "</p></sec>");
        assertThat(paper.sections.getFirst().text()).isEqualTo("Known " + printed);
    }

    @Test
    void twoCitationsWithoutACommaAreNoSignOfAListThatBreaksOff() throws ReadingException {
        PaperDraft paper = ofBody("<sec><title>Text</title><p>Known [<xref rid='r1'>1</xref><xref rid='r2'>2</xref>]"
                + " and [<xref rid='r1'>1</xref>], [<xref rid='r2'>2</xref>], [<xref rid='r1'>1</xref>"
                + "<xref rid='r3'>3</xref>], [<xref rid='r3'>3</xref>].</p></sec>");
        assertThat(CitedNumbers.in(paper.sections)).containsExactly(1, 2, 3);
    }

    @Test
    void groupsOfFiguresAndTablesComeOnceEach() throws ReadingException {
        PaperDraft paper = ofBody("""
                <sec><title>Text</title><p>See them.</p>
                <fig-group><label>Figure 1</label><caption><p>Hands.</p></caption>
                  <fig><label>A</label><caption><p>Left.</p></caption></fig><fig><label>B</label><caption><p>Right.</p></caption></fig></fig-group>
                <table-wrap-group><label>Table 1</label><caption><p>Tests.</p></caption>
                  <table-wrap><label>A</label><alternatives><graphic/><table><tr><td>a</td></tr></table></alternatives>
                    <table-wrap-foot><title>Notes</title><fn><label>*</label><p>Fasting.</p></fn></table-wrap-foot></table-wrap></table-wrap-group>
                </sec>""");
        assertThat(paper.sections.subList(1, paper.sections.size()))
                .containsExactly(
                        new Section(SectionKind.FIG, "Figure 1", 1, List.of("Hands.")),
                        new Section(SectionKind.FIG, "A", 1, List.of("Left.")),
                        new Section(SectionKind.FIG, "B", 1, List.of("Right.")),
                        new Section(SectionKind.TABLE, "Table 1", 1, List.of("Tests.")),
                        new Section(SectionKind.TABLE, "A", 1, List.of("Notes", "* Fasting.")));
        assertThat(paper.tables).hasSize(1);
    }

    @Test
    void aTableInOasisModelKeepsItsColumns() throws ReadingException {
        PaperDraft paper = ofBody("""
                <table-wrap><label>Table 1</label><table><tgroup cols="3"><colspec colname="c1"/><colspec colname="c2"/><colspec colname="c3"/>
                <thead><row><entry morerows="1">a</entry><entry namest="c2" nameend="c3">b</entry></row><row><entry>c</entry><entry>d</entry></row></thead>
                <tbody><row><entry>1</entry><entry>2</entry><entry>3</entry></row></tbody></tgroup></table></table-wrap>""");
        assertThat(paper.tables.getFirst().rows())
                .containsExactly(List.of("a", "b", ""), List.of("", "c", "d"), List.of("1", "2", "3"));
    }

    @Test
    void whatFloatsAtTheEndIsText() throws ReadingException {
        PaperDraft paper = read("""
                <body><p>Text.</p></body><floats-group><fig><label>Fig. 1</label><caption><p>Hand.</p></caption></fig>
                <boxed-text><title>Box</title><p>Loose words.</p></boxed-text></floats-group>""");
        assertThat(paper.sections.stream().map(Section::text)).containsExactly("Text.", "Box\nLoose words.", "Hand.");
    }

    @Test
    void backMatterKeepsItsWords() throws ReadingException {
        PaperDraft paper = read("""
                <body><p>Text.</p></body><back>
                <app-group><title>More</title><p>Loose.</p><app><title>Appendix A</title><p>Forms.</p></app></app-group>
                <glossary><title>Abbreviations</title><def-list><def-item><term>CT</term><def><p>tomography</p></def></def-item></def-list></glossary>
                <fn-group><fn fn-type="conflict"><p>None.</p></fn><fn fn-type="con"><p>All wrote.</p></fn></fn-group>
                <notes notes-type="data-availability"><title>Data</title><p>On request.</p></notes>
                <ref-list><title>References</title><p>Papers of interest are marked.</p>
                  <ref id="r1"><mixed-citation>One A. First. J Ex. 2001;1:1.</mixed-citation><note><p>Read this.</p></note></ref></ref-list></back>""");
        assertThat(paper.sections)
                .contains(
                        new Section(SectionKind.APPENDIX, null, 1, List.of("Loose.")),
                        new Section(SectionKind.APPENDIX, "Appendix A", 1, List.of("Forms.")),
                        new Section(SectionKind.ABBR, "Abbreviations", 1, List.of("CT: tomography")),
                        new Section(SectionKind.COMP_INT, null, 1, List.of("None.")),
                        new Section(SectionKind.AUTH_CON, null, 1, List.of("All wrote.")),
                        new Section(SectionKind.OTHER, null, 1, List.of("Papers of interest are marked.")));
        assertThat(paper.references.getFirst().raw()).isEqualTo("One A. First. J Ex. 2001;1:1. Read this.");
    }

    @Test
    void contributorsHaveOneNameEachAndTheirAddresses() throws ReadingException {
        PaperDraft paper = read("""
                <front><article-meta>
                <title-group><article-title>T</article-title><trans-title-group><trans-title>Titel</trans-title></trans-title-group></title-group>
                <contrib-group>
                  <contrib contrib-type="author" rid="a1"><name-alternatives><name><surname>王</surname><given-names>芳</given-names></name>
                    <name><surname>Wang</surname><given-names>Fang</given-names></name></name-alternatives></contrib>
                  <contrib contrib-type="author"><contrib-id contrib-id-type="orcid" authenticated="true">https://orcid.org/0000-0002-1825-0097</contrib-id>
                    <string-name><given-names>Eva</given-names> <surname>Lind</surname></string-name><sup><xref ref-type="aff" rid="a2">2</xref></sup></contrib>
                  <contrib contrib-type="author"><collab-alternatives><collab>Steingruppe</collab><collab>Stone Group</collab></collab-alternatives></contrib>
                </contrib-group>
                <aff id="a1"><label>1</label><institution-wrap><institution-id>https://ror.example/1</institution-id><institution>Peking Hospital</institution></institution-wrap>, <country>China</country></aff>
                <aff-alternatives id="a2"><aff>Lund University</aff><aff>Lunds universitet</aff></aff-alternatives>
                <kwd-group><unstructured-kwd-group>stones; skin</unstructured-kwd-group></kwd-group>
                <funding-group><award-group><funding-source>Stone Fund</funding-source><award-id>S-1</award-id>
                  <principal-award-recipient><name><surname>Lind</surname><given-names>Eva</given-names></name></principal-award-recipient></award-group></funding-group>
                <custom-meta-group><custom-meta><meta-name>Data Availability</meta-name><meta-value>All data are in the paper.</meta-value></custom-meta></custom-meta-group>
                </article-meta></front><body><p>Text.</p></body>""");
        assertThat(paper.authors)
                .containsExactly(
                        new Author("Wang", "Fang", null, List.of("Peking Hospital, China")),
                        new Author("Lind", "Eva", "0000-0002-1825-0097", List.of("Lund University")),
                        Author.of("Steingruppe", null));
        assertThat(paper.keywords).containsExactly("stones", "skin");
        assertThat(paper.sections.stream().map(Section::text))
                .containsExactly("Titel", "Text.", "Stone Fund S-1 Lind Eva", "All data are in the paper.");
    }

    @Test
    void tagsWithoutPunctuationArePrintedAndTheYearIsThatOfTheWork() throws ReadingException {
        PaperDraft paper = read("""
                <body><p>Text.</p></body><back><ref-list>
                <ref id="r1"><nlm-citation citation-type="web"><date-in-citation>cited <year>2020</year></date-in-citation><article-title>Stones</article-title><year>2001</year></nlm-citation></ref>
                <ref id="r2"><citation-alternatives><mixed-citation>Bell C. <article-title>Old stones</article-title>. 1999.</mixed-citation><element-citation><article-title>Alte Steine</article-title></element-citation></citation-alternatives></ref>
                <ref id="r3"><element-citation publication-type="book"><collab>Stone Group</collab><source>Stones</source><year>2000</year><isbn>978-0-00-000000-0</isbn></element-citation></ref>
                </ref-list></back>""");
        assertThat(paper.references).extracting(reference -> reference.year()).containsExactly(2001, 1999, 2000);
        assertThat(paper.references.get(1).title()).isEqualTo("Old stones");
        assertThat(paper.references.get(2).raw()).contains("978-0-00-000000-0");
        assertThat(paper.references.get(2).authors().getFirst().family()).isEqualTo("Stone Group");
    }
}
