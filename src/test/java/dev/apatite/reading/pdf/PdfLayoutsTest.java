package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Author;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways to lay out a page that differ from journal to journal, one at a time. */
class PdfLayoutsTest extends PrintedSheets {
    private static final String MANY = "Anna Example, Otto Muster, Carla Modello, Bela Sample, Dora Specimen";

    private static PdfPrinter withAbstract(PdfPrinter paper, float y) {
        return paper.text(PdfPrinter.BOLD, 10, LEFT, y, "Abstract")
                .block(10, LEFT, y + 14, WIDTH, TEXT)
                .text(PdfPrinter.BOLD, 12, LEFT, y + 60, "Introduction")
                .block(10, LEFT, y + 76, WIDTH, TEXT)
                .text(PdfPrinter.BOLD, 12, LEFT, y + 120, "Methods")
                .block(10, LEFT, y + 136, WIDTH, TEXT);
    }

    static Stream<Arguments> authorLines() {
        return Stream.of(
                Arguments.of(
                        "one name a line",
                        new PdfPrinter()
                                .text(PdfPrinter.BOLD, 11, LEFT, 110, "Anna Example")
                                .text(PdfPrinter.BOLD, 11, LEFT, 123, "Otto Muster")
                                .text(PdfPrinter.BOLD, 11, LEFT, 136, "Carla Modello"),
                        List.of("Example", "Muster", "Modello")),
                Arguments.of(
                        "names one under the other, each above an address or above the next name",
                        new PdfPrinter()
                                .text(PdfPrinter.BOLD, 9, LEFT, 104, "Anna Example")
                                .text(PdfPrinter.ROMAN, 9, LEFT, 115, "Institute of Fiction, Nowhere")
                                .text(PdfPrinter.BOLD, 9, LEFT, 126, "Otto Muster")
                                .text(PdfPrinter.BOLD, 9, LEFT, 137, "Carla Modello")
                                .text(PdfPrinter.ROMAN, 9, LEFT, 148, "Hospital of Anywhere, Addis Ababa"),
                        List.of("Example", "Muster", "Modello")),
                Arguments.of(
                        "one name and its marks a line",
                        new PdfPrinter()
                                .raised(11, LEFT, 110, "Anna Example", "1,*")
                                .raised(11, LEFT, 123, "Otto Muster", "1,2")
                                .raised(11, LEFT, 136, "Carla Modello", "2"),
                        List.of("Example", "Muster", "Modello")),
                Arguments.of(
                        "a last line with more marks than name",
                        new PdfPrinter()
                                .raised(
                                        11,
                                        LEFT,
                                        110,
                                        MANY,
                                        "a",
                                        ", Emil Fiction",
                                        "b",
                                        ", Flora Legend,",
                                        "b",
                                        " Carla Maria")
                                .raised(11, LEFT, 123, "Roe", "a,b,c,d,*"),
                        List.of("Example", "Muster", "Modello", "Sample", "Specimen", "Fiction", "Legend", "Roe")),
                Arguments.of(
                        "an icon behind each name",
                        new PdfPrinter()
                                .text(PdfPrinter.ROMAN, 11, LEFT, 110, "Anna Example")
                                .text(PdfPrinter.ROMAN, 5, LEFT + 64, 110, "iD")
                                .text(PdfPrinter.ROMAN, 11, LEFT + 70, 110, ", Otto Muster")
                                .text(PdfPrinter.ROMAN, 5, LEFT + 133.5f, 110, "iD"),
                        List.of("Example", "Muster")));
    }

    @Test
    void aKnownHeadingWithinAParagraphBehindTheReferencesOpensASection() throws Exception {
        PdfPrinter paper = withAbstract(new PdfPrinter().text(PdfPrinter.BOLD, 18, LEFT, 80, TITLE), 150)
                .text(PdfPrinter.BOLD, 12, LEFT, 330, "References")
                .text(PdfPrinter.ROMAN, 10, LEFT, 346, "1. Roe J. Lumps of winter. J Imaginary Med. 2011;3:4-9.")
                .text(PdfPrinter.ROMAN, 10, LEFT, 360, "2. Doe A. Lumps of spring. J Imaginary Med. 2012;4:5-8.")
                .text(PdfPrinter.ROMAN, 10, LEFT, 374, "3. Poe E. Lumps of autumn. J Imaginary Med. 2013;5:6-7.")
                .text(PdfPrinter.BOLD, 10, LEFT, 410, "Acknowledgements.")
                .text(
                        PdfPrinter.ROMAN,
                        10,
                        LEFT + 108,
                        410,
                        "The authors of this invented page have none to tell about.");

        PaperDraft draft = read(paper);

        assertThat(draft.references).hasSize(3);
        assertThat(draft.sections)
                .filteredOn(section -> section.kind() == SectionKind.ACK_FUND)
                .extracting(Section::text)
                .containsExactly("The authors of this invented page have none to tell about.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("authorLines")
    void authorsAreReadHoweverTheirNamesAreSet(String how, PdfPrinter paper, List<String> families)
            throws IOException, ReadingException {
        paper.text(PdfPrinter.BOLD, 18, LEFT, 80, TITLE)
                .text(PdfPrinter.ROMAN, 8, LEFT, 160, "Department of Fiction, University of Nowhere, Nowhere");
        PaperDraft draft = read(withAbstract(paper, 200));
        assertThat(draft.title).isEqualTo(TITLE);
        assertThat(draft.authors).extracting(Author::family).isEqualTo(families);
    }

    @Test
    void aNarrowSideColumnDoesNotRunIntoTheTitleBesideIt() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter();
        List<String> side = List.of(
                "Citation: Example A, Muster O. Journal",
                "of Imaginary Medicine 2021;12:45-47.",
                "Editor: Jane Roe, University of Nowhere",
                "Received: 3 January 2021. Accepted: 5",
                "March 2021. Published: 9 April 2021.",
                "Copyright: 2021 Example and Muster. An",
                "open access article, free to be copied.");
        for (int i = 0; i < side.size(); i++) {
            paper.text(PdfPrinter.ROMAN, 7.5f, LEFT, 70 + 9 * i, side.get(i));
        }
        paper.text(PdfPrinter.BOLD, 20, 190, 88, "Hard lumps that went soft")
                .text(PdfPrinter.BOLD, 20, 190, 112, "in winter: a long report")
                .text(PdfPrinter.ROMAN, 11, 190, 140, "Anna Example, Otto Muster");
        PaperDraft draft = read(withAbstract(paper, 200));
        assertThat(draft.title).isEqualTo("Hard lumps that went soft in winter: a long report");
    }

    @Test
    void aHeadingBelowASideColumnIsReadBehindTheAbstractBesideThat() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter()
                .text(PdfPrinter.BOLD, 18, LEFT, 60, TITLE + " and did so again in spring")
                .text(PdfPrinter.ROMAN, 11, 300, 100, "Anna Example, Otto Muster");
        List<String> side = List.of("Received 3 May 2021", "Accepted 9 June 2021", "Copyright: Example", "and Muster");
        for (int i = 0; i < side.size(); i++) {
            paper.text(PdfPrinter.ROMAN, 7.5f, LEFT, 130 + 9 * i, side.get(i));
        }
        paper.text(PdfPrinter.BOLD, 10, 190, 130, "Abstract");
        for (int i = 0; i < 5; i++) {
            paper.block(
                    10,
                    190,
                    144 + 24 * i,
                    355,
                    List.of(
                            "Patients who never lived had lumps under the skin of both hands, and a",
                            "drug that was made up for this page softened the lumps in four weeks."));
        }
        paper.text(PdfPrinter.BOLD, 12, LEFT, 300, "Introduction")
                .block(10, LEFT, 316, WIDTH, TEXT)
                .text(PdfPrinter.BOLD, 12, LEFT, 360, "Methods")
                .block(10, LEFT, 376, WIDTH, TEXT);

        PaperDraft draft = read(paper);

        assertThat(draft.sections).extracting(Section::heading).containsExactly("Abstract", "Introduction", "Methods");
        assertThat(draft.authors).extracting(Author::family).containsExactly("Example", "Muster");
    }

    @Test
    void theDoiOfAnEntryAtTheTopOfAPageIsNotThePapers() throws IOException, ReadingException {
        PdfPrinter paper = withAbstract(new PdfPrinter().text(PdfPrinter.BOLD, 18, LEFT, 80, TITLE), 150)
                .text(PdfPrinter.ROMAN, 8, LEFT, 50, "https://doi.org/10.1000/own.1")
                .text(PdfPrinter.BOLD, 12, LEFT, 700, "References")
                .text(PdfPrinter.ROMAN, 8, LEFT, 716, "1. Roe J. Lumps of winter. J Imaginary Med. 2011;3:4-9.")
                .text(PdfPrinter.ROMAN, 8, LEFT, 730, "2. Doe A. Lumps of spring. J Imaginary Med. 2012;4:5-8.")
                .nextPage()
                .text(PdfPrinter.ROMAN, 8, LEFT, 60, "https://doi.org/10.1000/other.2")
                .text(PdfPrinter.ROMAN, 8, LEFT, 76, "3. Poe E. Lumps of autumn. J Imaginary Med. 2013;5:6-7.");

        PaperDraft draft = read(paper);

        assertThat(draft.doi).isEqualTo("10.1000/own.1");
        assertThat(draft.references).extracting(Reference::doi).containsExactly(null, "10.1000/other.2", null);
    }

    @Test
    void anAbstractGoesOnInLongerLinesBelowABoxBesideIt() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter().text(PdfPrinter.BOLD, 18, LEFT, 60, TITLE);
        for (int i = 0; i < 6; i++) {
            paper.text(PdfPrinter.ROMAN, 7.5f, LEFT, 106 + 9 * i, "Received in the May of 202" + i);
        }
        paper.text(PdfPrinter.BOLD, 10, 190, 103.5f, "Abstract")
                .block(
                        10,
                        190,
                        112,
                        355,
                        List.of(
                                "Patients who never lived had lumps under the skin of both hands, and a",
                                "drug that was made up for this page softened the lumps in four weeks or",
                                "in six where the lumps were hard; it was given twice a day, and patients",
                                "took it with a glass of milk and with a slice of bread that was old, and"))
                .block(
                        10,
                        LEFT,
                        160,
                        WIDTH,
                        List.of(
                                "in five where the winter had been long and cold, which nobody among those who had made up the",
                                "patients had expected to see before the spring."))
                .text(PdfPrinter.BOLD, 12, LEFT, 200, "Introduction")
                .block(10, LEFT, 216, WIDTH, TEXT)
                .text(PdfPrinter.BOLD, 12, LEFT, 260, "Methods")
                .block(10, LEFT, 276, WIDTH, TEXT);

        assertThat(read(paper).sections)
                .filteredOn(section -> section.kind() == SectionKind.ABSTRACT)
                .extracting(Section::text)
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("Patients who").endsWith("before the spring."));
    }

    @Test
    void aShortTextIsNoScan() throws IOException, ReadingException {
        String line = "Lumps were soft by spring, and nobody had asked why so.";
        PaperDraft draft = read(new PdfPrinter().text(PdfPrinter.ROMAN, 10, LEFT, 80, line));

        assertThat(line).hasSize(55);
        assertThat(draft.sections).extracting(Section::text).contains(line);
        assertThat(draft.warnings).noneMatch(warning -> warning.contains("scan"));
    }

    @Test
    void anEntryAtTheTopOfAPageIsNoRunningHead() throws IOException, ReadingException {
        PdfPrinter paper = withAbstract(new PdfPrinter().text(PdfPrinter.BOLD, 18, LEFT, 80, TITLE), 150)
                .text(PdfPrinter.BOLD, 12, LEFT, 700, "References")
                .text(PdfPrinter.ROMAN, 8, LEFT, 716, "(1) Roe J. Lumps of winter. J Imaginary Med. 2011;3:4-9.")
                .nextPage()
                .text(PdfPrinter.ROMAN, 8, LEFT, 60, "(2) Doe A, Poe E. Lumps of spring. J Imaginary Med. 2012;4:5-8.")
                .text(PdfPrinter.ROMAN, 8, LEFT, 78, "(3) Poe E. Lumps of autumn. J Imaginary Med. 2013;5:6-7.");

        assertThat(read(paper).references).extracting(Reference::label).containsExactly("1", "2", "3");
    }

    @Test
    void anAbstractMayHaveAPageOfItsOwn() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter()
                .text(PdfPrinter.ROMAN, 9, LEFT, 50, "Study Protocol")
                .text(PdfPrinter.BOLD, 18, LEFT, 80, TITLE)
                .text(PdfPrinter.ROMAN, 11, LEFT, 110, "Anna Example, Otto Muster")
                .nextPage()
                .text(PdfPrinter.BOLD, 10, LEFT, 60, "Abstract")
                .block(10, LEFT, 74, WIDTH, TEXT)
                .nextPage()
                .text(PdfPrinter.BOLD, 10, LEFT, 60, "Keywords:")
                .text(PdfPrinter.ROMAN, 10, LEFT + 60, 60, "lumps; winter; hands")
                .text(PdfPrinter.BOLD, 12, LEFT, 90, "Introduction")
                .block(10, LEFT, 106, WIDTH, TEXT)
                .text(PdfPrinter.BOLD, 12, LEFT, 150, "Methods")
                .block(10, LEFT, 166, WIDTH, TEXT);

        PaperDraft draft = read(paper);

        assertThat(draft.keywords).containsExactly("lumps", "winter", "hands");
        assertThat(draft.sections).extracting(Section::heading).containsExactly("Abstract", "Introduction", "Methods");
    }

    @Test
    void textInNarrowColumnsBelowATableIsNotOfTheTable() throws IOException, ReadingException {
        PdfPrinter paper = withAbstract(new PdfPrinter().text(PdfPrinter.BOLD, 18, LEFT, 50, TITLE), 90)
                .nextPage()
                .text(PdfPrinter.BOLD, 8, LEFT, 60, "Table 1. Lumps by winter")
                .rule(LEFT, 66, WIDTH)
                .rule(LEFT, 100, WIDTH);
        for (int column = 0; column < 4; column++) {
            paper.text(PdfPrinter.ROMAN, 8, LEFT + 130 * column, 78, "Winter " + column)
                    .text(PdfPrinter.ROMAN, 8, LEFT + 130 * column, 92, "1" + column + ".5");
        }
        List<String> lines = List.of(
                "All lumps grew softer in the",
                "winter that followed, and no",
                "lump that had gone came back",
                "in any of the patients whom",
                "we had made up for the page",
                "that nobody is going to read,");
        for (int column = 0; column < 3; column++) {
            for (int row = 0; row < 6; row++) {
                paper.block(10, LEFT + 170 * column, 130 + 72 * row, 140, lines.subList(0, 5))
                        .text(PdfPrinter.ROMAN, 10, LEFT + 170 * column, 190 + 72 * row, lines.getLast());
            }
        }
        assertThat(read(paper).sections)
                .filteredOn(section -> "Methods".equals(section.heading()))
                .singleElement()
                .satisfies(methods -> assertThat(methods.text()).contains("winter that followed", "going to read"));
    }

    @Test
    void aLongAddressThatRunsOutOfItsColumnDoesNotCutThePage() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter()
                .text(PdfPrinter.BOLD, 18, LEFT, 60, TITLE)
                .text(PdfPrinter.BOLD, 12, LEFT, 100, "References");
        for (int i = 0; i < 12; i++) {
            boolean runsOut = i == 5;
            float y = 120 + 24 * i;
            paper.text(PdfPrinter.ROMAN, 9, LEFT, y, (i + 1) + ". Roe J. Lumps of many winters. J Imag Med.")
                    .text(
                            PdfPrinter.ROMAN,
                            9,
                            LEFT,
                            y + 11,
                            runsOut ? "2011;10.2134/agronj1998.0002196200900005000200190001x" : "2011;3:4-9.")
                    .text(
                            PdfPrinter.ROMAN,
                            9,
                            310,
                            y + (runsOut ? 0 : 5),
                            (i + 13) + ". Doe A. Lumps of some springs. J Imag Med.");
        }
        assertThat(read(paper).references).hasSize(24);
    }

    @Test
    void aCoverSheetBeforeThePaperIsNotItsFirstPage() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter()
                .text(
                        PdfPrinter.ROMAN,
                        8,
                        LEFT,
                        50,
                        "This paper is kept in the repository of the University of Nowhere")
                .text(PdfPrinter.ROMAN, 16, LEFT, 90, TITLE)
                .text(PdfPrinter.ROMAN, 10, LEFT, 120, "3 authors, including:")
                .text(PdfPrinter.ROMAN, 10, LEFT, 140, "Anna Example, Otto Muster")
                .nextPage()
                .text(PdfPrinter.BOLD, 18, LEFT, 80, TITLE)
                .text(PdfPrinter.ROMAN, 11, LEFT, 110, "Anna Example, Otto Muster, Carla Modello");
        PaperDraft draft = read(withAbstract(paper, 150));
        assertThat(draft.authors).extracting(Author::family).containsExactly("Example", "Muster", "Modello");
        assertThat(draft.sections).extracting(Section::heading).containsExactly("Abstract", "Introduction", "Methods");
    }

    @Test
    void bareNumbersBesideReferencesAreNoLineNumbers() throws IOException, ReadingException {
        PdfPrinter paper = withAbstract(
                new PdfPrinter()
                        .text(PdfPrinter.BOLD, 18, LEFT, 50, TITLE)
                        .text(PdfPrinter.ROMAN, 11, LEFT, 80, "Anna Example, Otto Muster"),
                110);
        paper.nextPage().text(PdfPrinter.BOLD, 12, LEFT, 60, "References");
        float y = 80;
        for (int i = 1; i <= 9; i++) {
            paper.text(PdfPrinter.ROMAN, 8, LEFT, y, String.valueOf(i))
                    .text(PdfPrinter.ROMAN, 8, LEFT + 22, y, "Muster J, Example A. A treatment that nobody tried in")
                    .text(PdfPrinter.ROMAN, 8, LEFT + 22, y + 10, "any patient. Ann Fict. 20" + (10 + i) + ";7:101-9.");
            y += i % 2 == 0 ? 20 : 30;
            if (i % 2 == 0) {
                continue;
            }
            paper.text(PdfPrinter.ROMAN, 8, LEFT + 22, y - 10, "Printed in Nowhere.");
        }
        PaperDraft draft = read(paper);
        assertThat(draft.references).hasSize(9);
        assertThat(draft.references).extracting(Reference::label).contains("1", "5", "9");
    }

    @Test
    void manyBoldFirstWordsSetAlikeAreHeadings() throws IOException, ReadingException {
        List<String> names = List.of("Mice and cages.", "Lumps made.", "Drug given.", "Softness felt.", "Sums done.");
        PdfPrinter paper = withAbstract(new PdfPrinter().text(PdfPrinter.BOLD, 18, LEFT, 50, TITLE), 90);
        float y = 260;
        for (String name : names) {
            paper.text(PdfPrinter.BOLD, 10, LEFT, y, name)
                    .text(
                            PdfPrinter.ROMAN,
                            10,
                            LEFT + PdfPrinter.BOLD.getStringWidth(name) / 100 + 3,
                            y,
                            "We did as others had done before us, and wrote down what came of")
                    .text(
                            PdfPrinter.ROMAN,
                            10,
                            LEFT,
                            y + 12,
                            "it in a book that is kept in the library, where nobody reads it.");
            y += 30;
        }
        assertThat(read(paper).sections)
                .extracting(Section::heading)
                .contains("Mice and cages", "Lumps made", "Drug given", "Softness felt", "Sums done");
    }

    @Test
    void aNumberedHeadingAtTheTopOfAPageIsNoRunningHead() throws IOException, ReadingException {
        PdfPrinter paper = withAbstract(new PdfPrinter().text(PdfPrinter.BOLD, 18, LEFT, 50, TITLE), 90)
                .nextPage()
                .text(PdfPrinter.BOLD, 12, LEFT, 60, "3 | RESULTS")
                .block(10, LEFT, 90, WIDTH, TEXT)
                .text(PdfPrinter.ROMAN, 10, LEFT, 130, "3.1. Case 1")
                .block(10, LEFT, 146, WIDTH, TEXT);
        assertThat(read(paper).sections)
                .extracting(Section::heading)
                .containsExactly("Abstract", "Introduction", "Methods", "3 RESULTS", "3.1. Case 1");
    }

    @Test
    void aParagraphThatBeginsWithALargeInitialIsNoHeading() throws IOException, ReadingException {
        PdfPrinter paper = withAbstract(new PdfPrinter().text(PdfPrinter.BOLD, 18, LEFT, 50, TITLE), 90)
                .text(PdfPrinter.BOLD, 12, LEFT, 260, "Results")
                .text(PdfPrinter.ROMAN, 33, LEFT, 290, "L")
                .text(
                        PdfPrinter.ROMAN,
                        10,
                        LEFT + 20.2f,
                        278,
                        "umps of this kind are rare, and few writers have thought of a cure;")
                .text(
                        PdfPrinter.ROMAN,
                        10,
                        LEFT + 20.2f,
                        290,
                        "we found hardly any in the libraries that we could imagine.")
                .text(PdfPrinter.BOLD, 12, LEFT, 330, "Discussion")
                .block(10, LEFT, 346, WIDTH, TEXT);
        assertThat(read(paper).sections)
                .extracting(Section::heading)
                .containsExactly("Abstract", "Introduction", "Methods", "Results", "Discussion");
    }

    @Test
    void anAbstractWithoutAHeadingIsKnownByItsParts() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter()
                .text(PdfPrinter.BOLD, 18, LEFT, 60, TITLE)
                .text(PdfPrinter.ROMAN, 11, LEFT, 90, "Anna Example, Otto Muster")
                .text(
                        PdfPrinter.ROMAN,
                        8,
                        LEFT,
                        110,
                        "Received: 3 January 2021. Accepted: 5 March 2021. Published: 9 April 2021.")
                .text(
                        PdfPrinter.ROMAN,
                        10,
                        LEFT,
                        130,
                        "Background: Lumps of this kind are rare, and few writers have thought of a cure.")
                .text(
                        PdfPrinter.ROMAN,
                        10,
                        LEFT,
                        142,
                        "Methods: We looked in all the libraries that we could imagine, winter and summer.")
                .text(
                        PdfPrinter.ROMAN,
                        10,
                        LEFT,
                        154,
                        "Results: Hardly any were found, and those that were had been written by one hand.")
                .text(PdfPrinter.BOLD, 12, LEFT, 190, "A patient and her winter")
                .block(10, LEFT, 206, WIDTH, TEXT)
                .text(PdfPrinter.BOLD, 12, LEFT, 250, "Discussion")
                .block(10, LEFT, 266, WIDTH, TEXT);
        assertThat(read(paper).sections)
                .filteredOn(section -> section.kind() == SectionKind.ABSTRACT)
                .extracting(Section::heading)
                .containsExactly("Abstract", "Background", "Methods", "Results");
    }
}
