package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.apatite.paper.Author;
import dev.apatite.reading.draft.PaperDraft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Title pages as publishers set them, and whose addresses are read from them. */
class PdfAffiliationsTest {
    private static final String STONES = "Department of Stones, Utopia University, Utopia";
    private static final String SEA = "Sea College, 12 Harbour Street, Atlantis";

    @TempDir
    Path folder;

    private final PdfPrinter paper = new PdfPrinter();

    @Test
    void raisedMarksUnderTheNames() throws Exception {
        title();
        paper.raised(11, 60, 120, "Ada Hall,", "1", " Ben Okri,", "1,2,*", " and Cleo Ray", "2");
        paper.raised(9, 60, 140, "", "1", STONES);
        paper.raised(9, 60, 151, "", "2", SEA);
        paper.text(PdfPrinter.ROMAN, 9, 60, 171, "Correspondence should be addressed to Ben Okri; okri@sea.example");
        text(200);
        assertThat(read())
                .containsExactly(
                        new Author("Hall", "Ada", null, List.of(STONES)),
                        new Author("Okri", "Ben", null, List.of(STONES, SEA)),
                        new Author("Ray", "Cleo", null, List.of(SEA)));
    }

    @Test
    void plainNumbersInOneParagraph() throws Exception {
        title();
        paper.raised(11, 60, 120, "Ada Hall", "1", ", Ben Okri", "2", ", Cleo Ray", "1");
        paper.text(PdfPrinter.ROMAN, 9, 60, 140, "1 " + STONES + ", 2 Sea College,");
        paper.text(PdfPrinter.ROMAN, 9, 60, 151, "12 Harbour Street, Atlantis");
        text(200);
        assertThat(read())
                .extracting(Author::affiliations)
                .containsExactly(List.of(STONES), List.of(SEA), List.of(STONES));
    }

    @Test
    void oneAddressIsEverybodys() throws Exception {
        title();
        paper.text(PdfPrinter.ROMAN, 11, 60, 120, "Ada Hall, Ben Okri, and Cleo Ray");
        paper.text(PdfPrinter.ROMAN, 9, 60, 140, STONES);
        text(200);
        assertThat(read())
                .extracting(Author::affiliations)
                .containsOnly(List.of(STONES))
                .hasSize(3);
    }

    @Test
    void notesAtThePagesFoot() throws Exception {
        title();
        paper.raised(11, 60, 120, "Ada Hall", "a", ", Ben Okri", "b,*");
        text(160);
        paper.raised(7, 60, 700, "", "a", STONES + ", ", "b", "Sea College, 12 Harbour");
        paper.text(PdfPrinter.ROMAN, 7, 60, 709, "Street, Atlantis.");
        paper.text(PdfPrinter.ROMAN, 7, 60, 718, "* Correspondence: Ben Okri (e-mail: okri@sea.example).");
        assertThat(read()).extracting(Author::affiliations).containsExactly(List.of(STONES), List.of(SEA));
    }

    @Test
    void aBlockOfAuthorDetailsAtTheEnd() throws Exception {
        title();
        paper.raised(11, 60, 120, "Ada Hall", "1", ", Ben Okri", "2*");
        text(160);
        paper.raised(7, 60, 700, "", "2", "Sea College, 12 Harbour Street, Atlantis");
        paper.text(
                PdfPrinter.ROMAN, 7, 60, 709, "Full list of author information is available at the end of the article");
        paper.nextPage();
        text(60);
        paper.text(PdfPrinter.BOLD, 8, 60, 400, "Author details");
        paper.raised(8, 60, 410, "", "1", STONES + ". ", "2", "Sea College, 12 Harbour");
        paper.text(PdfPrinter.ROMAN, 8, 60, 419.6f, "Street, Atlantis.");
        paper.text(PdfPrinter.ROMAN, 8, 60, 440, "Received: 1 May 2020 Accepted: 2 June 2020");
        PaperDraft draft = draft();
        assertThat(draft.authors).extracting(Author::affiliations).containsExactly(List.of(STONES), List.of(SEA));
        assertThat(draft.sections).noneMatch(section -> section.text().contains("Utopia University"));
    }

    @Test
    void anAddressUnderEachName() throws Exception {
        title();
        paper.text(PdfPrinter.ROMAN, 11, 60, 120, "Ada Hall, MD");
        paper.text(PdfPrinter.ITALIC, 9, 60, 132, STONES);
        paper.text(PdfPrinter.ROMAN, 11, 60, 152, "Ben Okri, PhD");
        paper.text(PdfPrinter.ITALIC, 9, 60, 164, SEA);
        text(200);
        assertThat(read())
                .containsExactly(
                        new Author("Hall", "Ada", null, List.of(STONES)),
                        new Author("Okri", "Ben", null, List.of(SEA)));
    }

    @Test
    void marksBeforeTheNames() throws Exception {
        title();
        paper.raised(11, 60, 120, "", "1", "Ada Hall, MD, ", "1,2", "Ben Okri, MD and ", "2", "Cleo Ray, MD");
        paper.raised(9, 60, 140, "", "1", STONES + " and ", "2", SEA);
        text(200);
        assertThat(read())
                .extracting(Author::family, Author::affiliations)
                .containsExactly(
                        tuple("Hall", List.of(STONES)),
                        tuple("Okri", List.of(STONES, SEA)),
                        tuple("Ray", List.of(SEA)));
    }

    @Test
    void namesThatOnlyTheirMarksDivide() throws Exception {
        title();
        paper.raised(11, 60, 120, "Ada Hall", "a", "  Ben Okri", "b", "  Cleo Ray", "a");
        paper.raised(9, 60, 140, "", "a", STONES + "; ", "b", SEA);
        text(200);
        assertThat(read())
                .extracting(Author::family, Author::affiliations)
                .containsExactly(
                        tuple("Hall", List.of(STONES)), tuple("Okri", List.of(SEA)), tuple("Ray", List.of(STONES)));
    }

    @Test
    void anAddressInTheMargin() throws Exception {
        paper.text(PdfPrinter.BOLD, 18, 180, 90, "Stones in the skin of a baker");
        paper.text(PdfPrinter.ROMAN, 11, 180, 120, "Ada Hall, Ben Okri");
        paper.text(PdfPrinter.ROMAN, 7, 40, 160, "Department of Stones,");
        paper.text(PdfPrinter.ROMAN, 7, 40, 168.4f, "Utopia University, Utopia");
        paper.text(PdfPrinter.ROMAN, 7, 40, 190, "Correspondence to");
        paper.text(PdfPrinter.ROMAN, 7, 40, 198.4f, "Dr Ada Hall;");
        paper.text(PdfPrinter.ROMAN, 7, 40, 206.8f, "hall@stones.example");
        text(180, 160);
        assertThat(read()).extracting(Author::affiliations).containsExactly(List.of(STONES), List.of(STONES));
    }

    @Test
    void anAddressWhoseMarkNobodyBearsIsLeftOut() throws Exception {
        title();
        paper.raised(11, 60, 120, "Ada Hall", "1", ", Ben Okri", "1");
        paper.raised(9, 60, 140, "", "1", STONES);
        paper.raised(9, 60, 151, "", "2", SEA);
        text(200);
        assertThat(read()).extracting(Author::affiliations).containsOnly(List.of(STONES));
    }

    @Test
    void aLinkBehindANameIsItsOrcid() throws Exception {
        title();
        paper.raised(11, 60, 120, "Ada Hall", "1", ", Ben Okri", "1");
        paper.raised(9, 60, 140, "", "1", STONES);
        link(62, 120, 30, "https://orcid.org/0000-0002-1825-0097");
        link(170, 120, 8, "https://orcid.org/0000-0001-5109-3700");
        link(62, 140, 30, "https://orcid.org/0000-0001-2345-6789");
        text(200);
        assertThat(read()).extracting(Author::orcid).containsExactly("0000-0002-1825-0097", "0000-0001-5109-3700");
    }

    private void title() {
        paper.text(PdfPrinter.BOLD, 18, 60, 90, "Stones in the skin of a baker from Utopia");
    }

    private void text(float y) {
        text(60, y);
    }

    private void text(float x, float y) {
        paper.text(PdfPrinter.BOLD, 11, x, y, "Abstract");
        paper.block(
                x > 60 ? 7 : 10,
                x,
                y + 14,
                530 - x,
                List.of(
                        "A baker had stones in his skin, and they grew for many years although he was given all that the",
                        "books advise. They were cut out in the end, and none of them came back while we followed him up.",
                        "We tell what was tried and what it did to him."));
        paper.text(PdfPrinter.BOLD, 11, x, y + 70, "Introduction");
        paper.block(
                x > 60 ? 7 : 10,
                x,
                y + 84,
                530 - x,
                List.of(
                        "Stones in the skin are rare among bakers, and nobody knows why they form where flour is thrown.",
                        "The first of them were described in a mill, but the miller was a baker too, as it turned out later",
                        "when his books were found in the cellar of the house."));
    }

    private void link(float x, float y, float width, String uri) throws IOException {
        PDAnnotationLink link = new PDAnnotationLink();
        PDActionURI action = new PDActionURI();
        action.setURI(uri);
        link.setAction(action);
        link.setRectangle(new PDRectangle(x, PDRectangle.A4.getHeight() - y - 1, width, 9));
        paper.document().getPage(0).getAnnotations().add(link);
    }

    private List<Author> read() throws Exception {
        return draft().authors;
    }

    private PaperDraft draft() throws Exception {
        return new PdfReader().read(paper.save(folder.resolve("paper.pdf")));
    }
}
