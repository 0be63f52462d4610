package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Vocabulary;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which antibodies a sentence says were found (+) and which not (-); the names as printed. */
class AntibodyMentionsTest {
    private final TextMentions mentions = new TextMentions(Vocabulary.builtIn());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "She had negative anti-Scl-70 antibody, anticentromere antibody +. | -anti-Scl-70 antibody, +anticentromere antibody",
                "Tests were positive for rheumatoid factor, antinuclear antibody (1/640) and anti-Scl-70 antibody. | +rheumatoid factor, +antinuclear antibody, +anti-Scl-70 antibody",
                "Anticentromere antibodies, ds-DNA (native DNA), Sm and ribonucleoprotein antibodies were negative. | -Anticentromere antibodies, -ds-DNA, -Sm, -ribonucleoprotein antibodies",
                "anti-Scl-70: negative | -anti-Scl-70",
                "ANA 1/320 (+) | +ANA",
                "ANA was positive (1:320), anti-Ro negative. | +ANA, -anti-Ro",
                "While anti-dsDNA, -Sm and -RNP were negative, ANA was positive. | -anti-dsDNA, -Sm, -RNP, +ANA",
                "ANA and anti-Ro were positive, but anti-dsDNA and anti-Sm were negative. | +ANA, +anti-Ro, -anti-dsDNA, -anti-Sm",
                "No anti-Jo-1 antibodies were detected. | -anti-Jo-1 antibodies",
                "Anti-CCP was 120 U/ml (normal < 20). | +Anti-CCP",
                "Anti-CCP was 12 U/ml (normal < 20). | -Anti-CCP",
                "Antinuclear antibodies were not detected. | -Antinuclear antibodies",
                "Serology was negative for ANA, ANCA and anti-Scl-70. | -ANA, -ANCA, -anti-Scl-70",
                "Positive ANA and negative anti-dsDNA were found. | +ANA, -anti-dsDNA",
                "negative anti-Scl-70, anticentromere +, antinuclear antibodies (ANA) = 1/240 | -anti-Scl-70, +anticentromere, +antinuclear antibodies, +ANA",
                "She has a history of scleroderma with anti-Scl-70 antibodies. | +anti-Scl-70 antibodies",
                "Anti-Scl-70 antibodies (-), ANA (+) | -Anti-Scl-70 antibodies, +ANA",
            })
    void reads_results_from_lists(String text, String expected) {
        String got = mentions.in(text).stream()
                .filter(each -> each.type() == MentionType.ANTIBODY)
                .map(AntibodyMentionsTest::signed)
                .collect(Collectors.joining(", "));

        assertThat(got).isEqualTo(expected);
    }

    private static String signed(Mention mention) {
        return (mention.assertion() == Assertion.NEGATED ? "-" : "+") + mention.text();
    }
}
