package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Words;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asserted stands in braces. */
class SentenceAssertionTest {
    private static final SentenceAssertion SENTENCES = new SentenceAssertion();

    private final AssertionTriggers triggers = new AssertionTriggers();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "There was no {fever}. | negated",
                "No rash, cough or {fever}. | negated",
                "No rash but {fever}. | affirmed",
                "{Arthritis} was not seen. | negated",
                "She denied {pain}. | negated",
                "{Infection} was ruled out. | negated",
                "Gram-negative {sepsis} followed. | affirmed",
                "No change in {calcinosis}. | affirmed",
                "Warfarin had not helped the {calcinosis}. | affirmed",
                "Colchicine did not prevent {ulcers}. | affirmed",
                "The {pain} had not been relieved. | affirmed",
                "The rash resolved without difficulty in {breathing}. | affirmed",
                "Possible {vasculitis} was discussed. | possible",
                "We suspected {myositis}. | possible",
                "{Myositis} could not be excluded. | possible",
                "She had a history of {asthma}. | historical",
                "She had a 10-year history of {calcinosis}. | affirmed",
                "Her mother had {lupus}. | other_person",
                "A family history of {psoriasis} was noted. | other_person",
                "There was no family history of {psoriasis}. | negated",
            })
    void conditions(String marked, String expected) {
        assertThat(assertion(marked, MentionType.CONDITION)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "She did not respond to {prednisone}. | affirmed",
                "There was no improvement with {prednisone}. | affirmed",
                "No recurrence was seen after {surgery}. | affirmed",
                "She had never received {prednisone}. | negated",
                "{Prednisone} was not given. | negated",
                "She refused {surgery}. | negated",
                "No {antibiotics} were given. | negated",
                "{Surgery} was recommended. | possible",
            })
    void treatments(String marked, String expected) {
        assertThat(assertion(marked, MentionType.TREATMENT)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/annotation/assertion-sentences.tsv", delimiter = '\t', quoteCharacter = '\0')
    void as_papers_say_it(String marked, String expected) {
        SentenceAssertion assertions = SENTENCES;
        String sentence = marked.replace("{", "").replace("}", "");
        int braces = 0;
        int start = marked.indexOf('{');
        while (start >= 0) {
            int end = marked.indexOf('}', start);
            assertThat(assertions.of(sentence, start - braces, end - braces - 1))
                    .as(marked.substring(start, end + 1))
                    .isEqualTo(Assertion.valueOf(expected.toUpperCase(Locale.ROOT)));
            braces += 2;
            start = marked.indexOf('{', end);
        }
    }

    private String assertion(String marked, MentionType type) {
        int start = marked.indexOf('{');
        int end = marked.indexOf('}') - 1;
        Words words = Words.of(marked.replace("{", "").replace("}", ""));
        Assertion assertion =
                new SentenceAssertions(triggers, words, 0, words.size()).of(type, words.from(start), words.from(end));
        return assertion.name().toLowerCase(Locale.ROOT);
    }
}
