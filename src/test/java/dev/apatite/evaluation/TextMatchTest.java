package dev.apatite.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Düzgün N.      | duzgun n",
                "anti-Scl-70    | ANTI SCL 70",
                "Łódź           | łódź",
            })
    void caseDiacriticsAndPunctuationDoNotCount(String a, String b) {
        assertThat(TextMatch.same(a, b)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kitten            | sitting          | 0.571",
                "calcinosis        | calcinosis       | 1",
                "abc               | xyz              | 0",
                "ab                | abab             | 0.5",
            })
    void theRatioIsOneMinusDistanceByLength(String a, String b, double ratio) {
        assertThat(TextMatch.ratio(a, b)).isCloseTo(ratio, within(0.001));
        assertThat(TextMatch.ratio(b, a)).isCloseTo(ratio, within(0.001));
    }

    @Test
    void alikeHoldsFromFourFifths() {
        assertThat(TextMatch.alike("abcdefghij", "abcdefghxy")).isTrue();
        assertThat(TextMatch.alike("abcdefghij", "abcdefgxyz")).isFalse();
        assertThat(TextMatch.alike(null, null)).isFalse();
    }
}
