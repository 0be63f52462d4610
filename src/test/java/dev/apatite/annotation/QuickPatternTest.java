package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\\b(?:refus|declin)(?:ed|es)\\b; \\b(?=[dr])(?:refus|declin)(?:ed|es)\\b",
                "\\b(?:a(?:b|c)|d[|x]e)$; \\b(?=[ad])(?:a(?:b|c)|d[|x]e)$",
                "\\b(?:not|never)?x; \\b(?:not|never)?x",
                "\\b(?:re?start|stop)|^y; \\b(?:re?start|stop)|^y",
                "\\b(?:\\d+|one) years; \\b(?:\\d+|one) years",
                "\\b(?:r?estart|stop); \\b(?:r?estart|stop)",
                "^(?:was); ^(?:was)",
            })
    void looks_ahead_only_where_that_changes_nothing(String regex, String expected) {
        assertThat(QuickPattern.compile(regex).pattern()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "he refused further chemotherapy with",
                "it was not restarted before",
                "levels of serum lithium and",
                "she was then treated with oral",
                "no history of previous",
            })
    void the_rules_of_use_match_as_before(String text) {
        for (String[] row : ResourceLines.cells("uses.tsv", 4)) {
            assertThat(QuickPattern.compile(row[2]).matcher(text).find())
                    .isEqualTo(Pattern.compile(row[2]).matcher(text).find());
        }
    }
}
