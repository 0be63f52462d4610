package dev.apatite.reading.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfCharactersTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            \ufb03,ffi,a ligature of three
            \ufb05,st,a long s and a t
            \uf001,fi,a private ligature
            \uf002,fl,another private ligature
            \uf735,5,an old-style figure
            \uf761,A,a small capital
            \uf0b3,≥,a sign of a symbol font
            \uf06d,μ,a Greek letter of a symbol font
            \u2010,-,a hyphen
            \u00a0,' ',a hard space
            \u200b,'',a space without width
            \ue123,'',a drawing that nobody knows
            """)
    void aGlyphIsReadAsWhatItMeans(String glyph, String read, String what) {
        assertThat(PdfCharacters.normalize(glyph)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"\ue123, true", "a\ufffd, true", "a, false", "\ufb03, false"})
    void whatHasNoCharacterIsTold(String glyph, boolean unreadable) {
        assertThat(PdfCharacters.isUnreadable(glyph)).isEqualTo(unreadable);
    }
}
