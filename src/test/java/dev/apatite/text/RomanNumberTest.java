package dev.apatite.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RomanNumberTest {
    @ParameterizedTest
    @CsvSource({"1, I", "4, IV", "9, IX", "14, XIV", "40, XL", "49, XLIX", "88, LXXXVIII", "90, XC", "99, XCIX"})
    void isWrittenAndReadAsItIsPrinted(int number, String roman) {
        assertThat(RomanNumber.of(number)).isEqualTo(roman);
        assertThat(RomanNumber.valueOf(roman)).isEqualTo(number);
    }

    @Test
    void everyNumberComesBack() {
        for (int i = 1; i < 100; i++) {
            assertThat(RomanNumber.valueOf(RomanNumber.of(i))).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IIII", "VX", "IC", "iv", "M", "12"})
    void anythingElseIsNone(String text) {
        assertThat(RomanNumber.valueOf(text)).isZero();
    }
}
