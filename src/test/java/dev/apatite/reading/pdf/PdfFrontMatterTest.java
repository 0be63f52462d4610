package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.apatite.paper.Author;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where on a page front matter may stand, and what of it is printed twice or on two pages. */
class PdfFrontMatterTest extends PrintedSheets {

    @Test
    void whatStandsAtTheFootOfThePageIsNoTitleHoweverLargeItIs() throws IOException, ReadingException {
        PdfPrinter paper = body(titled("Anna Example, Otto Muster"), 130)
                .text(PdfPrinter.BOLD, 24, LEFT, 700, "Read our journal every single week");

        assertThat(read(paper).title).isEqualTo(TITLE);
    }

    @Test
    void anAbstractGoesOnBehindThePageBreak() throws IOException, ReadingException {
        PdfPrinter paper = titled("Anna Example, Otto Muster")
                .text(PdfPrinter.BOLD, 11, LEFT, 700, "Abstract")
                .block(
                        10,
                        LEFT,
                        716,
                        WIDTH,
                        List.of(TEXT.getFirst(), "made up for this page, and the lumps of both hands"))
                .text(PdfPrinter.ROMAN, 8, 460, 760, "(continued on next page)")
                .nextPage()
                .block(
                        10,
                        LEFT,
                        60,
                        WIDTH,
                        List.of(
                                "grew softer within four weeks, which nobody had expected to see in a winter that was as long as",
                                "this one, and they stayed soft until spring."));

        PaperDraft draft = read(body(paper, 120));

        assertThat(draft.sections)
                .filteredOn(section -> section.kind() == SectionKind.ABSTRACT)
                .singleElement()
                .satisfies(section -> assertThat(section.text())
                        .contains("and the lumps of both hands grew softer within four weeks")
                        .endsWith("stayed soft until spring."));
    }

    @Test
    void lettersThatArePrintedTwiceToLookBoldAreReadOnce() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter().text(PdfPrinter.ROMAN, 11, LEFT, 82, "Anna Example, Otto Muster");
        float x = LEFT;
        for (String letter : TITLE.split("")) {
            paper.text(PdfPrinter.ROMAN, 18, x, 60, letter).text(PdfPrinter.ROMAN, 18, x + 0.3f, 60, letter);
            x += PdfPrinter.ROMAN.getStringWidth(letter) / 1000 * 18;
        }

        assertThat(read(body(paper, 130)).title).isEqualTo(TITLE);
    }

    @Test
    void anArticleNumberStandsWhereThereAreNoPages() throws IOException, ReadingException {
        PdfPrinter paper = titled("Anna Example, Otto Muster")
                .text(PdfPrinter.ROMAN, 8, LEFT, 40, "Imaginary Medicine, Volume 2015, Article ID 462145");

        assertThat(read(body(paper, 130)).firstPage).isEqualTo("462145");
    }

    @ParameterizedTest(name = "{0}; {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "unknown", textBlock = """
            Copyright 2014 The Authors      | Lumps were seen in a trial that was published in 1984 and never again.        | 2014
            Published 3 May 2016            | Lumps were seen in a trial that was published in 1984 and never again.        | 2016
            published online 3 May 2016     | Lumps were seen in a trial that was published in 1984 and never again.        | 2016
            A page of imaginary medicine    | Lumps were seen in a trial that was published in 1984 and never again.        | unknown
            A page of imaginary medicine    | Of these lumps the first were reported in winter (Example and Muster, 1984).  | unknown
            """)
    void theYearIsThatOfTheSmallPrintAndNotOneThatTheTextTellsOf(String small, String sentence, Integer year)
            throws IOException, ReadingException {
        PdfPrinter paper = titled("Anna Example, Otto Muster")
                .text(PdfPrinter.ROMAN, 8, LEFT, 40, small)
                .block(10, LEFT, 620, WIDTH, List.of(sentence, TEXT.getFirst()));

        assertThat(read(body(paper, 130)).year).isEqualTo(year);
    }

    /** A person's name above the lines of an address, all about one middle. */
    private static PdfPrinter person(PdfPrinter paper, float middle, float y, String... lines) throws IOException {
        for (String line : lines) {
            float width = PdfPrinter.ROMAN.getStringWidth(line) / 1000 * 9;
            paper.text(PdfPrinter.ROMAN, 9, middle - width / 2, y, line);
            y += 11;
        }
        return paper;
    }

    @Test
    void authorsInAGridEachHaveTheAddressBelow() throws IOException, ReadingException {
        PdfPrinter paper = new PdfPrinter().text(PdfPrinter.BOLD, 18, LEFT, 60, TITLE);
        person(paper, 130, 90, "Maria Example Muster", "Higher School of Moss, University", "of Nowhere, Nowhere");
        person(paper, 300, 90, "Pedro Miguel Dinis Stone", "Higher School of Lumps,", "Nowhere");
        person(paper, 460, 90, "Marta Lima Winter", "Higher School of Winter,", "Elsewhere");
        person(paper, 130, 130, "Lisete dos Santos Hall", "Institute of Snow and", "Summer, Nowhere");

        assertThat(read(body(paper, 190)).authors)
                .extracting(Author::family, Author::affiliations)
                .containsExactly(
                        tuple("Muster", List.of("Higher School of Moss, University of Nowhere, Nowhere")),
                        tuple("Stone", List.of("Higher School of Lumps, Nowhere")),
                        tuple("Winter", List.of("Higher School of Winter, Elsewhere")),
                        tuple("dos Santos Hall", List.of("Institute of Snow and Summer, Nowhere")));
    }

    private static final List<String> TRANSLATED = List.of(
            "Un paciente que nunca vivió tenía bultos bajo la piel de las dos manos y fue tratado con un medicamento",
            "que fue inventado para esta página, y los bultos se ablandaron en cuatro semanas de tratamiento.");

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"Resumen, Abstract", "Abstract, Resumen", "RESUMO, SUMMARY", "Summary, Zusammenfassung"})
    void anAbstractInAnotherLanguageIsASectionBesideTheEnglishOne(String one, String other)
            throws IOException, ReadingException {
        boolean english = one.equals("Abstract") || one.equals("Summary");
        PdfPrinter paper = titled("Anna Example, Otto Muster")
                .text(PdfPrinter.BOLD, 11, LEFT, 120, one)
                .block(9, LEFT, 136, WIDTH, english ? TEXT : TRANSLATED)
                .text(PdfPrinter.BOLD, 11, LEFT, 180, other)
                .block(9, LEFT, 196, WIDTH, english ? TRANSLATED : TEXT)
                .text(
                        PdfPrinter.ROMAN,
                        9,
                        LEFT,
                        225,
                        english ? "Palabras clave: bultos, manos" : "Keywords: lumps, hands");

        PaperDraft draft = read(body(paper, 260));

        assertThat(draft.sections)
                .filteredOn(section -> section.kind() == SectionKind.ABSTRACT)
                .singleElement()
                .satisfies(section -> assertThat(section.text()).startsWith("A patient who never lived"));
        assertThat(draft.sections)
                .filteredOn(section -> section.text().contains("Un paciente"))
                .singleElement()
                .satisfies(section -> {
                    assertThat(section.kind()).isEqualTo(SectionKind.OTHER);
                    assertThat(section.heading()).isEqualTo(english ? other : one);
                    assertThat(section.text()).contains("cuatro semanas");
                    assertThat(section.text().contains("Palabras clave: bultos, manos"))
                            .isEqualTo(english);
                });
    }

    @Test
    void theOnlyAbstractIsThePapersInWhateverLanguage() throws IOException, ReadingException {
        PdfPrinter paper = titled("Anna Example, Otto Muster")
                .text(PdfPrinter.BOLD, 11, LEFT, 120, "Resumen")
                .block(9, LEFT, 136, WIDTH, TRANSLATED);

        assertThat(read(body(paper, 190)).sections)
                .filteredOn(section -> section.kind() == SectionKind.ABSTRACT)
                .singleElement()
                .satisfies(section -> assertThat(section.text())
                        .startsWith("Un paciente que nunca")
                        .endsWith("semanas de tratamiento."));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Learning points", "What is known", "Lay summary", "Odd words here"})
    void smallTextUnderAHeadingOfItsOwnStaysThere(String heading) throws IOException, ReadingException {
        List<String> points = List.of(
                "Lumps of this kind are rare, and they were found in hands that had been in the snow for many a winter,",
                "which is told here so that nobody has to look for it in the library.");
        PdfPrinter paper = titled("Anna Example, Otto Muster")
                .text(PdfPrinter.BOLD, 11, LEFT, 120, "Abstract")
                .block(9, LEFT, 136, WIDTH, TEXT)
                .text(PdfPrinter.BOLD, 11, LEFT, 180, heading)
                .block(9, LEFT, 196, WIDTH, points);

        assertThat(read(body(paper, 260)).sections)
                .filteredOn(section -> heading.equals(section.heading()))
                .singleElement()
                .satisfies(section -> assertThat(section.text()).isEqualTo(String.join(" ", points)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            † The lumps were treated with a drug that was made up for this page. | † The lumps were treated with a drug that was made up for this page.
            Was a patient who never lived treated with a drug that was made up?  |
            """)
    void aFootnoteThatSaysWhatTheTextSaysStaysAndTheTitlePrintedAgainDoesNot(String small, @Nullable String kept)
            throws IOException, ReadingException {
        String question = "Was a patient who never lived treated with a drug that was made up?";
        PdfPrinter paper = new PdfPrinter()
                .text(PdfPrinter.BOLD, 14, LEFT, 60, question)
                .text(PdfPrinter.ROMAN, 11, LEFT, 82, "Anna Example, Otto Muster")
                .text(PdfPrinter.ROMAN, 7, LEFT, 700, small);

        PaperDraft draft = read(body(paper, 130));

        assertThat(draft.title).isEqualTo(question);
        assertThat(draft.notes).isEqualTo(kept == null ? List.of() : List.of(kept));
    }
}
