package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfHeadingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1. Introduction        ; 1",
                "2.1. Patients          ; 2",
                "3.2.1 Doses            ; 3",
                "1 | INTRODUCTION       ; 1",
                "IV. Results            ; 1",
                "Introduction           ; 0",
                "20 mg were given       ; 1",
                "2019                   ; 0",
            })
    void aNumberSaysHowDeepAHeadingIs(String text, int depth) {
        assertThat(PdfHeadings.depth(text)).isEqualTo(depth);
    }
}
