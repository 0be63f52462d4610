package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Author;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** First pages as houses set them: what stands beside, over and below the abstract. */
class PdfFirstPageTest extends PrintedSheets {
    private static final List<String> BESIDE = List.of(
            "Lumps of the hand have been made up before, and a drug that softens them",
            "was looked for in many books that nobody wrote; here it was given twice a",
            "day to a patient who never lived, and the lumps grew softer in four weeks",
            "or in six where the winter had been long, which nobody expected to see by",
            "spring, and it was written down that a glass of milk had done it no harm.");

    private static PdfPrinter addressed(String authors) {
        return titled(authors)
                .text(PdfPrinter.ROMAN, 8, LEFT, 100, "Department of Fiction, University of Nowhere, Nowhere");
    }

    private static String abstractOf(PaperDraft draft) {
        return String.join(
                " ",
                draft.sections.stream()
                        .filter(section -> section.kind() == SectionKind.ABSTRACT)
                        .map(Section::text)
                        .toList());
    }

    @Test
    void keywordsInASideColumnDoNotCutTheAbstractBesideThem() throws IOException, ReadingException {
        PdfPrinter paper = addressed("Anna Example, Otto Muster").text(PdfPrinter.BOLD, 11, LEFT, 130, "Abstract");
        paper.block(10, 180, 133, 365, BESIDE).block(10, 180, 193, 365, BESIDE);
        List<String> side = List.of("Keywords", "lumps", "winter", "milk", "hands");
        for (int i = 0; i < side.size(); i++) {
            paper.text(PdfPrinter.ROMAN, 7.5f, LEFT, 150 + 9 * i, side.get(i));
        }

        PaperDraft draft = read(body(paper, 290));

        assertThat(abstractOf(draft)).startsWith("Lumps of the hand").endsWith("had done it no harm.");
        assertThat(draft.keywords).containsExactly("lumps", "winter", "milk", "hands");
    }

    @Test
    void keywordsInASideColumnDoNotCutAStructuredAbstractBesideThem() throws IOException, ReadingException {
        PdfPrinter paper = addressed("Anna Example, Otto Muster").text(PdfPrinter.BOLD, 11, LEFT, 130, "Abstract");
        paper.block(10, 180, 142, 365, part("Background"))
                .block(10, 180, 182, 365, part("Methods"))
                .block(10, 180, 222, 365, part("Results"));
        List<String> side = List.of("Keywords", "lumps", "winter", "milk", "hands");
        for (int i = 0; i < side.size(); i++) {
            paper.text(PdfPrinter.ROMAN, 7.5f, LEFT, 150 + 9 * i, side.get(i));
        }

        assertThat(read(body(paper, 290)).sections)
                .filteredOn(section -> section.kind() == SectionKind.ABSTRACT)
                .extracting(Section::heading)
                .containsExactly("Abstract", "Background", "Methods", "Results");
    }

    private static List<String> part(String name) {
        return List.of(
                name + ": Lumps of the hand have been made up before, and a drug that softens",
                "them was looked for in many books that nobody wrote; it was given for " + name.length() + " days.");
    }

    @ParameterizedTest
    @ValueSource(ints = {140, 190})
    void partsOfAnAbstractMayStandBesideTheirHeadings(int x) throws IOException, ReadingException {
        PdfPrinter paper = addressed("Anna Example, Otto Muster").text(PdfPrinter.BOLD, 11, LEFT, 130, "Abstract");
        List<String> parts = List.of("Background", "Methods", "Results", "Conclusions");
        for (int i = 0; i < parts.size(); i++) {
            paper.text(PdfPrinter.BOLD, 10, LEFT, 150 + 40 * i, parts.get(i))
                    .block(10, x, 150 + 40 * i, 355, BESIDE.subList(i / 2, i / 2 + 3));
        }

        assertThat(read(body(paper, 340)).sections)
                .filteredOn(section -> section.kind() == SectionKind.ABSTRACT && section.level() == 2)
                .extracting(section -> section.heading() + ": " + section.text().substring(0, 5))
                .containsExactly("Background: Lumps", "Methods: Lumps", "Results: was l", "Conclusions: was l");
    }

    @Test
    void anAbstractMayBeSetInTwoColumnsUnderItsHeading() throws IOException, ReadingException {
        PdfPrinter paper = addressed("Anna Example, Otto Muster").text(PdfPrinter.BOLD, 11, 270, 130, "Abstract");
        List<String> left = List.of(
                "Lumps of the hand have been made up before, and a",
                "drug that softens them was looked for in many books",
                "that nobody wrote; here it was given twice a day.");
        List<String> right = List.of(
                "The lumps grew softer in four weeks or in six where",
                "the winter had been long, which nobody expected to",
                "see by spring, and a glass of milk did it no harm.");
        paper.block(9, LEFT, 150, 235, left)
                .text(PdfPrinter.ROMAN, 9, LEFT, 195, "Keywords: lumps, winter")
                .block(9, 310, 150, 235, right);

        PaperDraft draft = read(body(paper, 250));

        assertThat(abstractOf(draft)).startsWith("Lumps of the hand").endsWith("did it no harm.");
        assertThat(draft.keywords).containsExactly("lumps", "winter");
    }

    @Test
    void aBoxBesideTheAbstractMayBeginOnTheLineOfItsHeading() throws IOException, ReadingException {
        PdfPrinter paper = addressed("Anna Example, Otto Muster")
                .text(PdfPrinter.BOLD, 11, LEFT, 130, "Abstract")
                .text(PdfPrinter.BOLD, 10, 430, 132, "What is known")
                .text(PdfPrinter.ROMAN, 10, 430, 145, "Lumps are hard.")
                .text(PdfPrinter.BOLD, 10, 430, 158, "What is new")
                .text(PdfPrinter.ROMAN, 10, 430, 171, "They went soft.");
        for (int i = 0; i < BESIDE.size(); i++) {
            paper.text(PdfPrinter.ROMAN, 10, LEFT, 146 + 12 * i, BESIDE.get(i));
        }

        assertThat(abstractOf(read(body(paper, 240))))
                .startsWith("Lumps of the hand")
                .endsWith("had done it no harm.");
    }

    @Test
    void anAddressWithMailAddressesIsNoAbstract() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter()
                .text(PdfPrinter.BOLD, 18, LEFT, 60, TITLE)
                .text(PdfPrinter.ROMAN, 11, LEFT, 82, "Anna Example, Otto Muster")
                .block(
                        8,
                        LEFT,
                        100,
                        WIDTH,
                        List.of(
                                "Key Laboratory of Made-up Signals and Disease Control, College of Fiction, University of Nowhere; anna.example@example.org (A.E.);",
                                "otto.muster@example.org (O.M.); ida.fern@example.org (I.F.); karl.braun@example.org (K.B.); olga.holm@example.org (O.H.)"));
        for (int i = 0; i < BESIDE.size(); i++) {
            paper.text(PdfPrinter.BOLD, 9, LEFT, 136 + 11 * i, BESIDE.get(i));
        }

        assertThat(abstractOf(read(body(paper, 260)))).startsWith("Lumps of the hand");
    }

    @Test
    void namesMayBeginTheLinesOfTheirAddresses() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter()
                .text(PdfPrinter.BOLD, 18, LEFT, 60, TITLE)
                .block(
                        10,
                        LEFT,
                        82,
                        WIDTH,
                        List.of(
                                "Anna Example, MD, Department of Fiction, University of Nowhere, Nowhere",
                                "Otto Muster, Institute of Lumps, College of Winter, Nowhere",
                                "Robert Beispiel, Clinic of Hands, Hospital of Milk, Elsewhere"))
                .text(PdfPrinter.BOLD, 11, LEFT, 130, "Abstract")
                .block(10, LEFT, 144, WIDTH, TEXT);

        assertThat(read(body(paper, 200)).authors)
                .extracting(author -> author.family() + " " + author.affiliations())
                .containsExactly(
                        "Example [Department of Fiction, University of Nowhere, Nowhere]",
                        "Muster [Institute of Lumps, College of Winter, Nowhere]",
                        "Beispiel [Clinic of Hands, Hospital of Milk, Elsewhere]");
    }

    @Test
    void aNameThatACentredLineBreaksGoesOnInTheNext() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter()
                .text(PdfPrinter.BOLD, 18, LEFT, 60, TITLE)
                .text(PdfPrinter.ITALIC, 11, 90, 82, "Anna Example, Otto Muster, Robert Beispiel, Arlette A.")
                .text(PdfPrinter.ITALIC, 11, 130, 95, "Santiago and Jesper Alberto Sommerfeld-Winter")
                .text(PdfPrinter.ROMAN, 8, LEFT, 112, "Department of Fiction, University of Nowhere, Nowhere")
                .text(PdfPrinter.BOLD, 11, LEFT, 130, "Abstract")
                .block(10, LEFT, 144, WIDTH, TEXT);

        assertThat(read(body(paper, 200)).authors)
                .extracting(Author::family)
                .containsExactly("Example", "Muster", "Beispiel", "Santiago", "Sommerfeld-Winter");
    }

    @Test
    void anAbstractGoesOnInLongerLinesBelowASideBar() throws IOException, ReadingException {
        PdfPrinter paper = addressed("Anna Example, Otto Muster")
                .text(PdfPrinter.BOLD, 11, 190, 130, "Abstract")
                .block(10, 190, 144, 355, part("Background"))
                .block(10, LEFT, 172, WIDTH, part("Methods"))
                .block(10, LEFT, 200, WIDTH, part("Results"));

        assertThat(read(body(paper, 260)).sections)
                .filteredOn(section -> section.kind() == SectionKind.ABSTRACT)
                .extracting(Section::heading)
                .containsExactly("Abstract", "Background", "Methods", "Results");
    }

    @Test
    void namesMayBePartedByWideSpacesOnly() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter()
                .text(PdfPrinter.BOLD, 18, LEFT, 60, TITLE)
                .text(PdfPrinter.ROMAN, 11, LEFT, 82, "Anna Example")
                .text(PdfPrinter.ROMAN, 11, 135, 82, "Otto Muster")
                .text(PdfPrinter.ROMAN, 11, 212, 82, "Robert Beispiel III")
                .text(PdfPrinter.ROMAN, 8, LEFT, 100, "Department of Fiction, University of Nowhere, Nowhere")
                .text(PdfPrinter.BOLD, 11, LEFT, 130, "Abstract")
                .block(10, LEFT, 144, WIDTH, TEXT);

        assertThat(read(body(paper, 200)).authors)
                .extracting(Author::family)
                .containsExactly("Example", "Muster", "Beispiel");
    }

    @Test
    void anAbstractUnderOneOfTwoHeadingsInARowIsRead() throws IOException, ReadingException {
        PdfPrinter paper = addressed("Anna Example, Otto Muster")
                .text(PdfPrinter.ROMAN, 9, LEFT, 130, "ARTICLE INFO")
                .text(PdfPrinter.ROMAN, 9, 190, 130, "ABSTRACT");
        List<String> side =
                List.of("Article history:", "Received 12 March 2018", "Accepted 4 May 2018", "Keywords:", "lumps");
        for (int i = 0; i < side.size(); i++) {
            paper.text(PdfPrinter.ROMAN, 7, LEFT, 146 + 9 * i, side.get(i));
        }
        paper.block(10, 190, 148, 355, BESIDE).block(10, 190, 212, 355, BESIDE);

        PaperDraft draft = read(body(paper, 300));

        assertThat(abstractOf(draft)).startsWith("Lumps of the hand").endsWith("had done it no harm.");
    }

    @Test
    void aBoldHeadingEndsAnAbstractWithoutParts() throws IOException, ReadingException {
        PdfPrinter paper = addressed("Anna Example, Otto Muster")
                .text(PdfPrinter.BOLD, 11, LEFT, 130, "Abstract")
                .block(10, LEFT, 144, WIDTH, TEXT)
                .block(10, LEFT, 168, WIDTH, TEXT)
                .text(PdfPrinter.BOLD, 10, LEFT, 210, "Announcement")
                .block(10, LEFT, 226, WIDTH, BESIDE);

        PaperDraft draft = read(body(paper, 320));

        assertThat(abstractOf(draft)).doesNotContain("looked for in many books");
        assertThat(draft.sections).extracting(Section::heading).contains("Announcement");
    }

    @Test
    void aNoticeBesideAnAbstractWithoutHeadingDoesNotEndTheSearchForIt() throws IOException, ReadingException {
        PdfPrinter paper = addressed("Anna Example, Otto Muster");
        List<String> side =
                List.of("Edited by:", "Jane Roe,", "Reviewed by:", "John Doe,", "Citation:", "Example A (2018)");
        for (int i = 0; i < side.size(); i++) {
            paper.text(PdfPrinter.ROMAN, 7.5f, LEFT, 136 + 9 * i, side.get(i));
        }
        for (int i = 0; i < BESIDE.size(); i++) {
            paper.text(PdfPrinter.BOLD, 9, 190, 136 + 11 * i, BESIDE.get(i));
        }
        paper.text(PdfPrinter.ROMAN, 10, 190, 210, "Keywords: lumps, winter");

        assertThat(abstractOf(read(body(paper, 260)))).startsWith("Lumps of the hand");
    }

    @Test
    void anOnlyAuthorAboveAnAddressIsOne() throws IOException, ReadingException {
        PdfPrinter paper = addressed("Anna Example")
                .text(PdfPrinter.BOLD, 11, LEFT, 130, "Abstract")
                .block(10, LEFT, 144, WIDTH, TEXT);

        assertThat(read(body(paper, 200)).authors).extracting(Author::family).containsExactly("Example");
    }

    @Test
    void theReferenceListTellsHowManyWordsAFamilyNameHas() throws IOException, ReadingException {
        PdfPrinter paper = addressed("Ricardo J. Soares Magalhães, Otto Muster")
                .text(PdfPrinter.BOLD, 11, LEFT, 130, "Abstract")
                .block(10, LEFT, 144, WIDTH, TEXT);
        body(paper, 200)
                .text(PdfPrinter.BOLD, 12, LEFT, 480, "References")
                .text(PdfPrinter.ROMAN, 9, LEFT, 496, "1. Roe J. Lumps of winter. J Imaginary Med. 2011;3:4-9.")
                .text(
                        PdfPrinter.ROMAN,
                        9,
                        LEFT,
                        510,
                        "2. Soares Magalhães RJ, Doe A. Lumps of spring. J Imaginary Med. 2012;4:5-8.");

        assertThat(read(paper).authors).extracting(Author::family).containsExactly("Soares Magalhães", "Muster");
    }
}
