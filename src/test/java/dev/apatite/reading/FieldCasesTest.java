package dev.apatite.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Small inputs of our own after what users of other readers reported as lost, cut or mixed up. Each row says what is right;
 * a fact that begins with "no" must not be in the text.
 */
class FieldCasesTest {
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            author-alone.txt     | title      | A case of knee moss after rowing
            author-alone.txt     | authors    | Fern, Ida
            authors-and.md       | authors    | Fern, Ida; Reed, Otto
            authors-and.md       | text       | ABSTRACT Abstract: Two rowers had moss on their knees
            dates.nxml           | year       | 2016
            lettered-notes.nxml  | cells      | `Vinegar ᵃ | Diltiazem ᵇ`
            lettered-notes.nxml  | text       | Given with honey.
            meeting.nxml         | titles     | Abstracts of the moss meeting; Moss in a monk; Moss in a nun
            meeting.nxml         | text       | The nun took vinegar.
            response.nxml        | titles     | A letter on moss; Reply on moss
            response.nxml        | text       | We thank the rower
            subtitle.nxml        | title      | Moss of the elbow: two rowers and a monk
            study-group.nxml     | authors    | Fern, Ida; Moss Study Group
            suffix.nxml          | authors    | King, Leo, Jr; Wang, Li
            articleset.xml       | titles     | First of two; Second of two
            graphical-first.nxml | text       | ABSTRACT Background: Moss on elbows is seldom seen.
            graphical-first.nxml | text       | A picture of moss.
            figure-within.nxml   | text       | The elbow was green and itched at night.
            figure-within.nxml   | text       | FIG Figure 1: The elbow before vinegar.
            alternatives.nxml    | references | Moss on bark 2001; Moss on stone 2002
            nested-list.nxml     | text       | green / grey / smell
            boxed.nxml           | text       | Moss may itch.
            formula.nxml         | text       | The dose was x=2 spoons of vinegar.
            formula.nxml         | no text    | documentclass
            sici.nxml            | doi        | 10.1002/(SICI)1097-0339(199601)14:1<9::AID-DC3>3.0.CO;2-O
            pubmed.xml           | title      | Moss in vivo: a report
            pubmed.xml           | authors    | Fern, Ida; Investigators of the Moss Group
            pubmed.xml           | year       | 2017
            pubmed.xml           | text       | Final Diagnosis: Moss
            keywords.nbib        | title      | Moss of the shoulder in a rower whose title runs on in a second line
            keywords.nbib        | authors    | Fern, Ida; de la Heide, Ana; Moss Study Group
            keywords.nbib        | keywords   | moss; vinegar
            keywords.nbib        | year       | 2019
            keywords.nbib        | doi        | 10.5555/moss.2
            season.ris           | authors    | Fern, Ida; King, Leo, Jr
            season.ris           | year       | 2018
            season.ris           | doi        | 10.5555/MOSS.3
            season.ris           | pages      | 11-13
            season.ris           | text       | ABSTRACT Abstract: A hip was green.
            braces.bib           | title      | Moss of the RNA: a study
            braces.bib           | authors    | von der Heide, Ada; The Moss Group; Éclair, Ida
            braces.bib           | journal    | Journal of Invented Cases
            braces.bib           | pages      | 1-9
            braces.bib           | text       | Moss was found in 5% of ölives.
            items.csl.json       | authors    | Fern, Ida; The Moss Group
            items.csl.json       | year       | 2013
            old-page.html        | title      | Naïve moss: the patient’s café
            old-page.html        | text       | The patient’s elbow was “green” – 37 °C in the façade.
            struck.html          | text       | He took vinegar daily.
            struck.html          | no text    | honeydew
            struck.html          | no text    | secretword
            struck.html          | no text    | hiddenword
            struck.html          | no text    | coveredword
            struck.html          | no text    | scriptword
            meta-tags.html       | authors    | Fern, Ida; Reed, Otto
            meta-tags.html       | year       | 2017
            meta-tags.html       | doi        | 10.5555/moss.6
            meta-tags.html       | no text    | Cookies
            breaks-off.txt       | references | Moss on bark 2001; Moss on stone 2002; Moss on oak 2003; Moss on elm 2004; Moss on ash 2006
            breaks-off.txt       | warnings   | the text cites references up to 22, but the list that was read ends at 6; the list of references lacks number 5
            bold-lines.html      | text       | `INTRO Introduction: Two monks`
            bold-lines.html      | text       | `Follow-up of the [first] monk: He rowed again`
            bold-lines.html      | text       | `Vinegar of pears was used`
            twice-said.txt       | text       | `It had itched since June. / He was given vinegar twice daily`
            aside-notes.html     | text       | Moss may itch at night
            aside-notes.html     | text       | The vinegar was made of pears.
            aside-notes.html     | no text    | Read other papers
            first-section.html   | authors    | Fern, Ida; Reed, Otto
            first-section.html   | text       | CASE Case report: A 44-year-old rower had a green lip.
            first-section.html   | references | Moss on bark 2001; Moss on stone 2002
            """)
    void whatAFileSays(String name, String fact, String right) throws Exception {
        Path folder = Path.of(Objects.requireNonNull(FieldCasesTest.class.getResource("field/" + name))
                        .toURI())
                .resolveSibling("");
        String read = FieldFacts.of(new PaperReader().readAll(folder, name), fact.replaceFirst("^no ", ""));

        if (fact.startsWith("no ")) {
            assertThat(read).doesNotContain(right);
        } else if (fact.equals("text")) {
            assertThat(read).contains(right);
        } else {
            assertThat(read).isEqualTo(right);
        }
    }
}
