package dev.apatite.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {
    @ParameterizedTest
    @CsvSource({"zero, 0", "one, 1", "ten, 10", "twenty, 20", "first, 1", "tenth, 10", "none, -1", "Seven, -1", "'', -1"
    })
    void wordsHaveValues(String word, int value) {
        assertThat(NumberWords.valueOf(word)).isEqualTo(value);
    }

    @Test
    void aNumberHasItsWord() {
        assertThat(NumberWords.of(0)).isEqualTo("zero");
        assertThat(NumberWords.of(13)).isEqualTo("thirteen");
        assertThat(NumberWords.fromOneToTwenty())
                .hasSize(20)
                .startsWith("one", "two")
                .endsWith("twenty");
    }

    @ParameterizedTest
    @CsvSource({"α, alpha", "Α, alpha", "μ, mu", "ς, sigma", "σ, sigma", "Ω, omega", "ω, omega"})
    void greekLettersHaveNames(char letter, String name) {
        assertThat(GreekLetters.name(letter)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"a", "ΰ", "ώ", "µ", "я"})
    void whatIsNoGreekLetterHasNone(char letter) {
        assertThat(GreekLetters.name(letter)).isNull();
    }
}
