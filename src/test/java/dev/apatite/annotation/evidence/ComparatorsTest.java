package dev.apatite.annotation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which treatments are only compared with. */
class ComparatorsTest {
    private final Comparators comparators = new Comparators();

    static List<String[]> rows() {
        return Comparators.rows();
    }

    private boolean isCompared(String text) {
        return comparators.isCompared(text, text.indexOf('X'));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rows")
    void each_row_finds_in_its_example_and_not_in_its_counter_example(String pattern, String example, String counter) {
        assertThat(isCompared(example)).isTrue();
        assertThat(isCompared(counter)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it helped more than oral X",
                "rituximab was better than placebo or X",
                "compared with patients receiving the standard X, they improved"
            })
    void small_words_may_stand_between(String text) {
        assertThat(isCompared(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compared with placebo, X reduced the pain",
                "no more than 5 mg of X",
                "the pain was less than it was before X",
                "she was treated with X"
            })
    void what_is_compared_with_something_else_is_not(String text) {
        assertThat(isCompared(text)).isFalse();
    }
}
