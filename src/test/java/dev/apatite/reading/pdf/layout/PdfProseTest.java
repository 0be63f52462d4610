package dev.apatite.reading.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfProseTest {
    private static final PdfFace FACE = new PdfFace("Times", false, false);

    private static PdfLine line(String text) {
        List<PdfWord> words = List.of(text.split(" ")).stream()
                .map(word -> new PdfWord(word, 0, 10, 10, FACE, PdfWord.Script.NORMAL, true))
                .toList();
        return PdfLine.of(1, words, 10);
    }

    /** The first column is what the document says elsewhere. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the treatment helped     | a treat-           | ment that        | a treatment that",
                "with anti-Scl-70 and     | of anti-           | Scl-70 titres    | of anti-Scl-70 titres",
                "a tumour-like lump       | the tumour-        | like mass        | the tumour-like mass",
                "a tumour grew            | some tumour-       | like masses      | some tumour-like masses",
                "nothing here             | the Euro-          | pean way         | the European way",
                "nothing here             | of T-              | cells in         | of T-cells in",
                "nothing here             | 10–                | 20 mg            | 10–20 mg",
                "nothing here             | and/               | or both          | and/or both",
                "nothing here             | https://doi.org/   | 10.5555/x        | https://doi.org/10.5555/x",
                "nothing here             | one line           | and another      | one line and another",
            })
    void linesAreJoinedAsTheDocumentWritesItsWords(String elsewhere, String first, String second, String joined) {
        PdfProse prose = new PdfProse(List.of(List.of(line("So " + elsewhere + " then"))));
        assertThat(prose.of(List.of(line(first), line(second)))).isEqualTo(joined);
    }
}
