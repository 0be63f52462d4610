package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.apatite.paper.Author;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReaderTest {
    private static final float LEFT = 50;
    private static final float RIGHT = 310;
    private static final float WIDTH = 235;

    @TempDir
    Path folder;

    private PdfPrinter paper = new PdfPrinter();

    /** Each byte of the content stands in a row of its own, behind the kind of its prediction (none). */
    @Test
    void contentThatIsPackedWithAPredictorIsUnpackedWithIt() throws Exception {
        Path file = paper.save(folder.resolve("plain.pdf"));
        List<String> plain =
                new PdfReader().read(file).sections.stream().map(Section::text).toList();
        Path predicted = folder.resolve("predicted.pdf");
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (PDPage page : document.getPages()) {
                byte[] content = page.getContents().readAllBytes();
                COSDictionary prediction = new COSDictionary();
                prediction.setInt(COSName.PREDICTOR, 12);
                prediction.setInt(COSName.COLUMNS, 1);
                COSStream packed = document.getDocument().createCOSStream();
                try (OutputStream out = new DeflaterOutputStream(packed.createRawOutputStream())) {
                    for (byte each : content) {
                        out.write(0);
                        out.write(each);
                    }
                }
                packed.setItem(COSName.FILTER, COSName.FLATE_DECODE);
                packed.setItem(COSName.DECODE_PARMS, prediction);
                page.setContents(new PDStream(packed));
            }
            document.save(predicted.toFile(), CompressParameters.NO_COMPRESSION);
        }

        assertThat(new PdfReader().read(predicted).sections)
                .extracting(Section::text)
                .isNotEmpty()
                .isEqualTo(plain);
    }

    /** A paper in two columns on two pages, as journals print them. */
    @BeforeEach
    void print() {
        paper.text(PdfPrinter.ROMAN, 8, LEFT, 30, "Journal of Imaginary Medicine 2021;12(3):45-47")
                .text(PdfPrinter.ROMAN, 8, LEFT, 42, "https://doi.org/10.5555/jim.2021.0045")
                .text(PdfPrinter.BOLD, 18, LEFT, 80, "Hard lumps that went soft: a report")
                .text(PdfPrinter.BOLD, 18, LEFT, 102, "of one invented patient")
                .raised(11, LEFT, 130, "Anna Maria Example", "1", ", Jan van der Muster", "2,*")
                .text(PdfPrinter.ROMAN, 8, LEFT, 148, "1 Department of Fiction, University of Nowhere, Nowhere")
                .text(PdfPrinter.BOLD, 10, LEFT, 180, "Abstract")
                .block(
                        9,
                        LEFT,
                        194,
                        495,
                        List.of(
                                "A patient who never lived had lumps under the skin of both hands. They were treated with a drug that was",
                                "made up for this page, and the lumps grew softer within four weeks of treatment, which nobody had expected."))
                .text(PdfPrinter.ROMAN, 9, LEFT, 232, "Keywords: lumps; softness; invention")
                .text(PdfPrinter.BOLD, 11, LEFT, 270, "1. Introduction")
                .block(
                        10,
                        LEFT,
                        286,
                        WIDTH,
                        List.of(
                                "Lumps of this kind are rare, and few writers have",
                                "thought of a treatment for them. We looked for re-",
                                "ports in all the libraries that we could imagine and",
                                "found that anti-Scl-70 antibodies were hardly ever",
                                "mentioned beside them [1,2]."))
                .text(PdfPrinter.BOLD, 11, RIGHT, 270, "2. Case Report")
                .block(
                        10,
                        RIGHT,
                        286,
                        WIDTH,
                        List.of(
                                "A woman of 50 years came to us in winter. She had",
                                "tumour-like swellings over both elbows, and anti-",
                                "Scl-70 antibodies were found in her blood when we",
                                "looked a second time, which reports rarely tell."));
        paper.nextPage()
                .text(PdfPrinter.ROMAN, 8, LEFT, 30, "Example et al. Journal of Imaginary Medicine 2021;12(3):45-47")
                .text(PdfPrinter.BOLD, 11, LEFT, 70, "3. Discussion")
                .block(
                        10,
                        LEFT,
                        86,
                        WIDTH,
                        List.of(
                                "Softening was seen before, though never in so few",
                                "weeks, and the dose was the same in all of them."))
                .text(PdfPrinter.ROMAN, 8, LEFT, 300, "Table 1. Doses that were given.")
                .rule(LEFT, 306, WIDTH)
                .text(PdfPrinter.ROMAN, 8, LEFT, 316, "Week")
                .text(PdfPrinter.ROMAN, 8, LEFT + 120, 316, "Dose")
                .rule(LEFT, 320, WIDTH)
                .text(PdfPrinter.ROMAN, 8, LEFT, 330, "First")
                .text(PdfPrinter.ROMAN, 8, LEFT + 120, 330, "20 mg")
                .rule(LEFT, 336, WIDTH)
                .text(PdfPrinter.ROMAN, 8, RIGHT, 70, "Figure 1. The hand before and after.")
                .text(PdfPrinter.BOLD, 11, RIGHT, 110, "References")
                .block(8, RIGHT, 124, WIDTH, List.of("1. Muster J, Example A. Lumps in literature. J Imag"))
                .block(8, RIGHT + 14, 134, WIDTH, List.of("Med. 2010;3(2):11-15."))
                .block(8, RIGHT, 144, WIDTH, List.of("2. Writer B. A treatment that nobody tried in any-"))
                .block(8, RIGHT + 14, 154, WIDTH, List.of("body. Ann Fict. 2015;7:101-9."))
                .text(PdfPrinter.ROMAN, 8, 290, 820, "46");
    }

    private PaperDraft read() throws IOException, ReadingException {
        return new PdfReader().read(paper.save(folder.resolve("paper.pdf")));
    }

    private static String text(PaperDraft draft, String heading) {
        return draft.sections.stream()
                .filter(section -> heading.equals(section.heading()))
                .map(Section::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstPageGivesTheMetadata() throws Exception {
        PaperDraft draft = read();
        assertThat(draft.title).isEqualTo("Hard lumps that went soft: a report of one invented patient");
        assertThat(draft.authors)
                .extracting(Author::given, Author::family)
                .containsExactly(tuple("Anna Maria", "Example"), tuple("Jan", "van der Muster"));
        assertThat(draft.doi).isEqualTo("10.5555/jim.2021.0045");
        assertThat(draft.journal).isEqualTo("Journal of Imaginary Medicine");
        assertThat(draft)
                .extracting(d -> d.year, d -> d.volume, d -> d.issue, d -> d.firstPage, d -> d.lastPage)
                .containsExactly(2021, "12", "3", "45", "47");
        assertThat(draft.keywords).containsExactly("lumps", "softness", "invention");
    }

    @Test
    void sectionsStandInReadingOrderAndCaptionsAtTheEnd() throws Exception {
        assertThat(read().sections)
                .extracting(Section::kind, Section::heading)
                .containsExactly(
                        tuple(SectionKind.ABSTRACT, "Abstract"),
                        tuple(SectionKind.INTRO, "1. Introduction"),
                        tuple(SectionKind.CASE, "2. Case Report"),
                        tuple(SectionKind.DISCUSS, "3. Discussion"),
                        tuple(SectionKind.TABLE, "Table 1"),
                        tuple(SectionKind.FIG, "Figure 1"));
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws Exception {
        PaperDraft draft = read();
        assertThat(text(draft, "1. Introduction"))
                .startsWith("Lumps of this kind are rare")
                .contains("[1,2].");
        assertThat(text(draft, "2. Case Report"))
                .startsWith("A woman of 50 years")
                .endsWith("rarely tell.");
    }

    @Test
    void hyphensAtLineEndsAreMendedAndRealOnesKept() throws Exception {
        PaperDraft draft = read();
        assertThat(text(draft, "1. Introduction")).contains("looked for reports in all");
        assertThat(text(draft, "2. Case Report")).contains("tumour-like").contains("and anti-Scl-70 antibodies");
    }

    @Test
    void runningHeadsAndPageNumbersAreNoText() throws Exception {
        assertThat(read().sections)
                .extracting(Section::text)
                .noneMatch(text -> text.contains("Imaginary Medicine") || text.contains("46"));
    }

    @Test
    void captionsAndTableCellsAreKeptOutOfTheText() throws Exception {
        PaperDraft draft = read();
        assertThat(text(draft, "3. Discussion"))
                .isEqualTo(
                        "Softening was seen before, though never in so few weeks, and the dose was the same in all of"
                                + " them.");
        assertThat(text(draft, "Table 1")).isEqualTo("Doses that were given.");
        assertThat(draft.tables)
                .singleElement()
                .satisfies(table ->
                        assertThat(table.rows()).containsExactly(List.of("Week", "Dose"), List.of("First", "20 mg")));
        assertThat(draft.sections.get(draft.tables.getFirst().section()).heading())
                .isEqualTo("Table 1");
    }

    @Test
    void referencesAreSplitAndCited() throws Exception {
        PaperDraft draft = read();
        assertThat(draft.references)
                .extracting(Reference::label, Reference::raw)
                .containsExactly(
                        tuple("1", "Muster J, Example A. Lumps in literature. J Imag Med. 2010;3(2):11-15."),
                        tuple("2", "Writer B. A treatment that nobody tried in anybody. Ann Fict. 2015;7:101-9."));
        assertThat(draft.citations).extracting(Citation::references).containsExactly(List.of(0, 1));
    }

    @Test
    void raisedNumbersAreNoPartOfTheWordBefore() throws Exception {
        paper.raised(10, LEFT, 140, "Platelets were 150 x 10", "9", "/L in a later case.", "2");
        assertThat(text(read(), "3. Discussion")).contains("150 x 10⁹/L in a later case.²");
    }

    @Test
    void anEncryptedFileIsNamed() throws Exception {
        Path file = paper.saveEncrypted(folder.resolve("secret.pdf"));
        assertThatThrownBy(() -> new PdfReader().read(file))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining("encrypted");
    }

    @Test
    void aFileThatIsNoPdfIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7\nnothing else");
        assertThatThrownBy(() -> new PdfReader().read(file))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aPaperWithoutTextIsNamed() throws Exception {
        Path file = folder.resolve("empty.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(file.toFile());
        }
        assertThatThrownBy(() -> new PdfReader().read(file))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining("text");
    }

    @Test
    void aPageThatFailsIsAWarningAndTheOthersAreKept() throws Exception {
        paper.nextPage();
        PDDocument document = paper.document();
        PDStream content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 80; i++) {
                out.write(blanks);
            }
        }
        document.getPage(2).setContents(content);
        PaperDraft draft = read();
        assertThat(draft.warnings).singleElement().asString().contains("page 3");
        assertThat(draft.references).hasSize(2);
    }

    @Test
    void aFileCutShortIsReadOrRefusedButNeverCrashes() throws Exception {
        byte[] whole = Files.readAllBytes(paper.save(folder.resolve("whole.pdf")));
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 40)) {
            Path file = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, length));
            try {
                assertThat(new PdfReader().read(file)).isNotNull();
            } catch (ReadingException e) {
                assertThat(e).hasMessageMatching("(?s).*(?:damaged|text|pages).*");
            }
        }
    }
}
