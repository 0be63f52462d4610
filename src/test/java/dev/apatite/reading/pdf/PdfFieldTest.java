package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.SharedFolder;
import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.PaperReader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Small PDFs made after reports about other readers: each was read with a loss in silence once. */
class PdfFieldTest {
    @Test
    void aParagraphThatBeginsWithLaboratoryIsNoAddress() throws Exception {
        Section report = read("K01-give.pdf").sections().stream()
                .filter(section -> section.kind() == SectionKind.CASE)
                .findFirst()
                .orElseThrow();

        assertThat(report.paragraphs()).hasSize(3);
        assertThat(report.paragraphs().get(1)).startsWith("Laboratory tests").contains("Diltiazem 240 mg");
    }

    @Test
    void referencesInSmallPrintOnTheFirstPageAreRead() throws Exception {
        assertThat(read("K03-give.pdf").references())
                .extracting(reference -> reference.year())
                .containsExactly(1999, 2004, 2010);
    }

    @Test
    void aSecondLetterInTheFileIsAPaperOfItsOwn() throws Exception {
        List<Paper> letters = new PaperReader().readAll(SharedFolder.require("data/field"), "K04-give.pdf");

        assertThat(letters).extracting(Paper::sourceFile).containsExactly("K04-give.pdf", "K04-give.pdf#2");
        assertThat(letters)
                .extracting(Paper::title)
                .containsExactly("First letter lumps of the elbow in a gardener", "Second letter on the knees of nuns");
        assertThat(letters.getLast().authors()).extracting(Author::family).containsExactly("Nettle", "Oak");
        assertThat(text(letters.getLast())).contains("Diltiazem 240 mg daily was started, and the nun");
        assertThat(letters).allSatisfy(letter -> assertThat(letter.references()).hasSize(1));
    }

    @Test
    void aDoiThatASentenceNamesIsNotThePapers() throws Exception {
        assertThat(read("K05-give.pdf").doi()).isNull();
    }

    @Test
    void headingsWithASpaceBetweenTheirLettersAreHeadings() throws Exception {
        Paper paper = read("K06-give.pdf");

        assertThat(paper.sections())
                .extracting(Section::kind)
                .containsExactly(SectionKind.INTRO, SectionKind.CASE, SectionKind.DISCUSS);
        assertThat(paper.references()).hasSize(3);
    }

    @Test
    void ligaturesThatTheFontOnlyNamesAreRead() throws Exception {
        assertThat(text(read("K07-give.pdf"))).contains("efficacy", "no effect and the final level");
    }

    @Test
    void wordsDrawnNarrowerThanDeclaredStayWhole() throws Exception {
        Paper paper = read("K20-give.pdf");

        assertThat(paper.authors())
                .extracting(Author::family)
                .containsExactly("Matthiesen", "Humphreys", "Vamivakas", "Atatüre");
        assertThat(text(paper))
                .contains("has proven to be a useful technique for studying self-assembled quantum dot spin dynamics");
    }

    private static Paper read(String file) throws Exception {
        return new PaperReader().read(SharedFolder.require("data/field"), file);
    }

    private static String text(Paper paper) {
        return paper.sections().stream()
                .map(section -> section.heading() + "\n" + section.text())
                .collect(Collectors.joining("\n"));
    }
}
