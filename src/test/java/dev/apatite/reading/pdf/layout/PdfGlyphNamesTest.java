package dev.apatite.reading.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfGlyphNamesTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"f_f_i, ffi", "f_i.alt, fi", "T_h, Th", "a.sc, a", "uni0041_B, AB", "nothing_known, ", "g123.x, "})
    void aNameIsTakenApartByAdobesRules(String name, String unicode) {
        assertThat(PdfGlyphNames.unicode(name)).isEqualTo(unicode);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'R 0 8, E 10 18, S 20 28, T 30 38', REST",
        "'C 0 8, A 10 18, S 20 28, E 30 38, O 48 56, N 58 66, E 68 76', CASE ONE",
        "'We 0 16, saw 20 38, a 42 46, man 50 66', We saw a man",
        "'A 0 8, 1 10 18, B 20 28, 2 30 38', A 1 B 2",
    })
    void lettersThatStandApartAreClosedUp(String printed, String read) {
        PdfFace face = new PdfFace("T", false, false);
        List<PdfWord> words = java.util.Arrays.stream(printed.split(", ", -1))
                .map(word -> word.split(" ", -1))
                .map(word -> new PdfWord(
                        word[0],
                        Float.parseFloat(word[1]),
                        Float.parseFloat(word[2]),
                        10,
                        face,
                        PdfWord.Script.NORMAL,
                        true))
                .toList();

        assertThat(PdfLetterSpacing.closed(words).stream().map(PdfWord::text).collect(Collectors.joining(" ")))
                .isEqualTo(read);
    }
}
