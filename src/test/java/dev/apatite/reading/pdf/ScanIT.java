package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.pdf.layout.PdfOcr;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans are read with Tesseract where it is installed, and reported where it is not. */
class ScanIT {
    private static final String TITLE = "Hard stones under the skin of an old sailor";
    private static final String ABSTRACT =
            "Stones under the skin are rare and seldom cured. We report on an old sailor who "
                    + "had them on both hands for nineteen years, and on what became of them when he was treated.";
    private static final List<String> INTRODUCTION = List.of(
            "Hard lumps of chalk below the skin have been known since sailors went to sea [1]. They hurt, they break "
                    + "through, and they come back after they have been cut out. Nobody knows where they come from.",
            "Many remedies were tried and few of them helped [2, 3]. Most of what is known was learnt from single "
                    + "patients, and most of these were seen by one doctor only, who wrote down what he remembered.",
            "We add one more patient, because he was followed for longer than any other and because two remedies that "
                    + "had failed when they were given alone were given to him together.");
    private static final List<String> CASE = List.of(
            "A sailor of seventy years came to us with stones on the backs of both hands. The first of them had come "
                    + "when he was fifty, and five had been cut out since then, each of which had come back within a year.",
            "Blood and urine were as they should be. A picture of the hands showed eleven shadows, the largest as wide "
                    + "as a thumb nail. He took diltiazem at 180 mg daily for six months, and nothing changed.",
            "Then warfarin was given at a low dose together with it. After four months the smaller stones were gone, and "
                    + "after a year only the largest was left, which no longer hurt and was half as wide as before.");
    private static final List<String> DISCUSSION = List.of(
            "That two remedies work together though neither works alone has been seen in other diseases [2]. Whether it "
                    + "was the remedies that helped cannot be told from one patient, since stones sometimes go away.",
            "What we saw should be tried in more patients before anybody believes in it [4]. Until then it may be worth "
                    + "a trial in those whose stones have come back after they were cut out.");
    private static final List<String> REFERENCES = List.of(
            "1. Bell C, Ray D. Old stones and older sailors. Journal of Small Examples. 2001;12:34-39.",
            "2. Orr E. Two remedies are better than one. Annals of Trials. 2007;3:101-108.",
            "3. Hall A, Okri B, Lind E. Remedies that failed against stones. Journal of Small Examples. 2011;22:5-9.",
            "4. Stone F. What one patient can teach. Letters on Method. 2015;8:77-80.");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {1, 2})
    void aScanIsReadColumnByColumn(int columns) throws Exception {
        assumeTrue(new TesseractOCRParser().hasTesseract(), "Tesseract is not installed: reading scans was not tested");
        assumeTrue(
                FontMappers.instance()
                        .getFontBoxFont(FontName.TIMES_ROMAN.getName(), null)
                        .getFont()
                        .getName()
                        .matches("(?i).*(times|liberation|nimbus).*"),
                "No font like Times is installed (fonts-liberation): reading scans was not tested");
        print(columns);

        Paper paper = new PaperReader().read(folder, "scan.pdf");

        assertThat(paper.title()).isEqualTo(TITLE);
        assertThat(paper.sections().stream().map(Section::heading))
                .containsExactly("Abstract", "Introduction", "Case report", "Discussion");
        assertThat(paper.sections().stream().map(Section::kind))
                .containsExactly(SectionKind.ABSTRACT, SectionKind.INTRO, SectionKind.CASE, SectionKind.DISCUSS);
        assertThat(paper.references()).extracting(Reference::year).containsExactly(2001, 2007, 2011, 2015);
        assertThat(paper.references().get(1).title()).isEqualTo("Two remedies are better than one");
        assertThat(paper.citations()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(paper.warnings()).anyMatch(warning -> warning.contains("Tesseract"));
        assertThat(recovered(paper))
                .as("share of the printed words read in order")
                .isGreaterThan(0.98);
    }

    @Test
    void withoutTesseractAScanIsReportedAndNotReadAsEmpty() throws IOException {
        print(1);
        PdfReader reader = new PdfReader(() -> {
            TesseractOCRParser absent = new TesseractOCRParser();
            absent.setTesseractPath(folder.toString());
            return new PdfOcr(absent);
        });
        assertThatThrownBy(() -> reader.read(folder.resolve("scan.pdf")))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining("no text layer")
                .hasMessageContaining("install tesseract");
    }

    private void print(int columns) throws IOException {
        try (ScanPrinter printer = new ScanPrinter(columns)) {
            printer.title(PdfPrinter.BOLD, 18, TITLE).title(PdfPrinter.ROMAN, 11, "Ada Hall, Ben Okri");
            printer.heading("Abstract").paragraph(ABSTRACT);
            section(printer, "Introduction", INTRODUCTION);
            section(printer, "Case report", CASE);
            section(printer, "Discussion", DISCUSSION);
            printer.heading("References");
            for (String reference : REFERENCES) {
                printer.entry(reference);
            }
            printer.scan(folder.resolve("scan.pdf"));
        }
    }

    private static void section(ScanPrinter printer, String heading, List<String> paragraphs) throws IOException {
        printer.heading(heading);
        for (String paragraph : paragraphs) {
            printer.paragraph(paragraph);
        }
    }

    /** The longest common subsequence of printed and read words, as a share of the printed ones. */
    private static double recovered(Paper paper) {
        List<String> printed = new ArrayList<>(List.of(ABSTRACT.split(" ", -1)));
        for (List<String> paragraphs : List.of(INTRODUCTION, CASE, DISCUSSION)) {
            paragraphs.forEach(paragraph -> printed.addAll(List.of(paragraph.split(" ", -1))));
        }
        String text = paper.sections().stream()
                .flatMap(section -> section.paragraphs().stream())
                .collect(Collectors.joining(" "));
        String[] read = text.split("\\s+", -1);
        int[][] common = new int[printed.size() + 1][read.length + 1];
        for (int i = 1; i <= printed.size(); i++) {
            for (int j = 1; j <= read.length; j++) {
                common[i][j] = printed.get(i - 1).equals(read[j - 1])
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        return (double) common[printed.size()][read.length] / printed.size();
    }
}
