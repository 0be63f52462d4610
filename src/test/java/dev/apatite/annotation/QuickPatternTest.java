package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\\b(?:refus|declin|deni)(?:ed|es)\\b; \\b(?=[dr])(?:refus|declin|deni)(?:ed|es)\\b",
                "^.{0,9}?\\s(?:a(?:b|c)|d[|x]e|f)$; ^.{0,9}?\\s(?=[adf])(?:a(?:b|c)|d[|x]e|f)$",
                "x|(?:is|was|has); x|(?=[hiw])(?:is|was|has)",
                "\\b(?:not|never|no)?x; \\b(?:not|never|no)?x",
                "\\b(?:\\d+|one|two) years; \\b(?:\\d+|one|two) years",
                "\\b(?:r?estart|stop|go); \\b(?:r?estart|stop|go)",
                "[(?:a|b|c)]; [(?:a|b|c)]",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "he noted rash; 5",
                "he had fever; 6",
                "\u201cfever; 7",
                "a piano; 4",
                "a; 4",
            })
    void of_several_patterns_those_are_candidates_whose_beginnings_stand_in_the_text(String text, long expected) {
        List<QuickPattern> patterns = List.of(
                QuickPattern.compile("\\bno rash\\b"),
                QuickPattern.compile("\\bfever\\b"),
                QuickPattern.compile("(?<=for )\\d days"));
        assertThat(new QuickPattern.Several(patterns).candidates(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\\b(?:no|not|never)\\b; he noted no rash and was not, never, tired",
                "\\b(?:in|on) (?:the )?\\w+$; in pain on the ward",
                "\\b(?:an?|the) cat; a cat, an cat, a-cat, \u00e9a cat",
                "n't\\b|\\bwon\\b; he won, didn't and won",
                "^[^.]{0,9}?\\bwas\\b; it was and was",
                "(?<=for )\\d days; for 3 days, 4 days, for 5 days",
                "\\b(?<!was )started; was started and started",
                ", and |\\bbut\\b; a, and b but c",
            })
    void finds_every_match_of_the_plain_pattern(String regex, String text) {
        List<String> plain = new ArrayList<>();
        for (Matcher each = Pattern.compile(regex).matcher(text); each.find(); ) {
            plain.add(each.group());
        }
        List<String> quick = new ArrayList<>();
        for (QuickPattern.Search each = QuickPattern.compile(regex).matcher(text); each.find(); ) {
            quick.add(text.substring(each.start(), each.end()));
        }
        assertThat(quick).isNotEmpty().isEqualTo(plain);
    }
}
