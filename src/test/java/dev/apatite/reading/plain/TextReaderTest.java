package dev.apatite.reading.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.AnyText;
import dev.apatite.paper.Author;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReaderTest {
    private static final String PAPER = """
            Journal of Small Examples

            ISSN: 1234-5678

            Volume 07 Issue 2 March 2022

            DOI: https://doi.org/10.1000/example.7, Impact Factor: 1

            Stones in the Skin of a Baker: A Case Report and a Look at

            the Literature

            Ada Hall^{1, 2}, Ben Okri^{2, *}

            ¹Department of Medicine, Somewhere University, Utopia

            *Corresponding Author: Ada Hall, Department of Medicine, Somewhere University, Utopia

            ABSTRACT We saw a baker with stones in his skin. They grew for ten years and nothing that was tried took them away.

            Keywords: *calcinosis, bakers, flour.*

            Calcium may settle in the skin^{1,2}. This is rare, and the litera-

            ture knows only a few bakers⁠ with it.

            CASE REPORT

            A 50-year-old man came with hard lumps. He took diltiazem ($\\leq 240 \\text{ mg/day}$) without any

            Citation: Hall A, Okri B (2022) Stones in the Skin of a Baker. J Small Ex 7(2): https://doi.org/10.1000/example.7

            FIGURE 1. Both hands.

            effect on the lumps (**Figure 1**).

            DISCUSSION

            Nobody knows why the stones form, but it is plain that flour has nothing to do with it.

            Diltiazem

            Diltiazem has been tried in several patients before, and the results were not the same everywhere [3].

            Conflict of Interest: Nil

            Source of Funding: None

            REFERENCES

            1. Bell C. Stones. *J Small Ex*. 2001;1(2):3-4. [[PubMed](#)]
            2. Ray D. More stones. *J Small Ex*. 2002;2(1):5-6.

            Citation: Hall A, Okri B (2022) Stones in the Skin of a Baker. J Small Ex 7(2): https://doi.org/10.1000/example.7

            3. Orr E. Diltiazem and stones. *J Small Ex*. 2003;3(1):7-8.
            """;

    @Test
    void theTitlePageGivesTheMetadata() throws ReadingException {
        PaperDraft paper = new TextReader().read(PAPER);
        assertThat(paper.title).isEqualTo("Stones in the Skin of a Baker: A Case Report and a Look at the Literature");
        assertThat(paper.authors)
                .containsExactly(
                        new Author(
                                "Hall", "Ada", null, List.of("Department of Medicine, Somewhere University, Utopia")),
                        Author.of("Okri", "Ben"));
        assertThat(paper.journal).isEqualTo("Journal of Small Examples");
        assertThat(paper.year).isEqualTo(2022);
        assertThat(paper.volume).isEqualTo("7");
        assertThat(paper.doi).isEqualTo("10.1000/example.7");
        assertThat(paper.keywords).containsExactly("calcinosis", "bakers", "flour");
        assertThat(paper.language).isEqualTo("en");
    }

    @Test
    void sectionsStandInPrintedOrderAndCaptionsBehind() throws ReadingException {
        PaperDraft paper = new TextReader().read(PAPER);
        assertThat(paper.sections)
                .extracting(Section::kind)
                .containsExactly(
                        SectionKind.ABSTRACT,
                        SectionKind.INTRO,
                        SectionKind.CASE,
                        SectionKind.DISCUSS,
                        SectionKind.DISCUSS,
                        SectionKind.COMP_INT,
                        SectionKind.ACK_FUND,
                        SectionKind.FIG);
        assertThat(paper.sections)
                .extracting(Section::heading)
                .containsExactly(
                        "ABSTRACT",
                        null,
                        "CASE REPORT",
                        "DISCUSSION",
                        "Diltiazem",
                        "Conflict of Interest",
                        "Source of Funding",
                        "FIGURE 1");
    }

    @Test
    void paragraphsThatABreakToreApartAreWholeAgain() throws ReadingException {
        PaperDraft paper = new TextReader().read(PAPER);
        assertThat(paper.sections.get(1).paragraphs())
                .containsExactly("Calcium may settle in the skin¹,². This is rare, and the literature knows only a few"
                        + " bakers with it.");
        assertThat(paper.sections.get(2).paragraphs())
                .containsExactly("A 50-year-old man came with hard lumps. He took diltiazem (≤ 240 mg/day) without any"
                        + " effect on the lumps (Figure 1).");
    }

    @Test
    void theReferenceListIsSplitAroundARunningHead() throws ReadingException {
        PaperDraft paper = new TextReader().read(PAPER);
        assertThat(paper.references).extracting(reference -> reference.label()).containsExactly("1", "2", "3");
        assertThat(paper.references.getFirst().raw()).isEqualTo("Bell C. Stones. J Small Ex. 2001;1(2):3-4.");
        assertThat(paper.citations)
                .extracting(citation -> citation.references())
                .contains(List.of(0, 1));
    }

    @Test
    void aTextThatAColumnBreakInterleavesIsPutBackUnderItsHeading() throws ReadingException {
        String text = """
                Stones and Their Cures

                Ada Hall^{1}, Ben Okri^{2}

                Discussion

                There are many cures, and for none of them is there much more than a handful of patients.

                Warfarin

                Warfarin has been given for months to some patients, in small doses at first and in large ones when these
                did not help, and after all this time and effort it was of no use to the

                Colchicine

                Colchicine was given to many more patients than warfarin, and most of them felt better soon.

                ones who had had stones for many years before they came to us.
                """;
        PaperDraft paper = new TextReader().read(text);
        assertThat(paper.sections.get(1).paragraphs().getFirst()).endsWith("for many years before they came to us.");
        assertThat(paper.sections.get(2).paragraphs()).hasSize(1);
    }

    @Test
    void aBareDescriptionIsACaseWithoutTitle() throws ReadingException {
        String text = """
                A 40-year-old woman presented with pain.
                She was given colchicine\u00a00.5\u2009mg daily.
                Pain persisted.
                """;
        PaperDraft paper = new TextReader().read(text);
        assertThat(paper.title).isNull();
        assertThat(paper.authors).isEmpty();
        assertThat(paper.references).isEmpty();
        assertThat(paper.sections).hasSize(1);
        assertThat(paper.sections.getFirst().kind()).isEqualTo(SectionKind.CASE);
        assertThat(paper.sections.getFirst().paragraphs())
                .containsExactly(
                        "A 40-year-old woman presented with pain.",
                        "She was given colchicine 0.5 mg daily.",
                        "Pain persisted.");
    }

    @Test
    void markdownHeadingsAndTablesAreRead() throws ReadingException {
        String text = """
                # A Small Study of Stones

                Ada Hall, Ben Okri

                ## Abstract

                **Background:** Stones are rare. **Methods:** We counted them. **Results:** There were two.

                ## Results

                Two stones were found in one hundred patients, and both were on the left hand of a baker.

                Table 1. Stones by hand.

                | hand | stones |
                |------|--------|
                | left | 2 |
                """;
        PaperDraft paper = new TextReader().read(text);
        assertThat(paper.title).isEqualTo("A Small Study of Stones");
        assertThat(paper.sections)
                .extracting(Section::heading)
                .containsExactly("Abstract", "Background", "Methods", "Results", "Results", "Table 1");
        assertThat(paper.tables.getFirst().section()).isEqualTo(5);
        assertThat(paper.tables.getFirst().rows()).containsExactly(List.of("hand", "stones"), List.of("left", "2"));
    }

    @Test
    void anyTextIsAPaperOrAClearError() {
        AnyText.ofCharacters().keeps(200, (text, chance) -> {
            try {
                assertThat(new TextReader().read(text).sections).isNotNull();
            } catch (ReadingException e) {
                assertThat(e).hasMessageContaining("text");
            }
        });
    }
}
