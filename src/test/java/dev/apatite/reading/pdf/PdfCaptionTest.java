package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfCaptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Figure 1: The hand.             ; Figure 1   ; The hand.       ; false",
                "FIGURE 2 | The hand.            ; FIGURE 2   ; The hand.       ; false",
                "Fig. 3. The hand.               ; Fig. 3     ; The hand.       ; false",
                "Fig. 3A The hand.               ; Fig. 3A    ; The hand.       ; false",
                "Table 1 Doses given             ; Table 1    ; Doses given     ; true",
                "TABLE IV. Doses                 ; TABLE IV   ; Doses           ; true",
                "Table S2 – Doses                ; Table S2   ; Doses           ; true",
            })
    void aLabelIsTakenOffItsCaption(String text, String label, String rest, boolean table) {
        PdfCaption caption = Objects.requireNonNull(PdfCaption.of(text));
        assertThat(caption.label()).isEqualTo(label);
        assertThat(caption.rest()).isEqualTo(rest);
        assertThat(caption.table()).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tables were laid", "Figures of speech", "The table 1", "Boxing day 3", ""})
    void otherTextIsNoCaption(String text) {
        assertThat(PdfCaption.of(text)).isNull();
    }
}
