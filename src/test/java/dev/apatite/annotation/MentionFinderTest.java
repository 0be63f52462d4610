package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.AnyText;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Vocabulary;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionFinderTest {
    private static final AnyText TEXTS = AnyText.of(
                    "prednisone",
                    "anti-dsDNA",
                    "-Sm",
                    "and",
                    ",",
                    "(",
                    ")",
                    "STS",
                    "sodium thiosulfate",
                    "\u00adcal",
                    "\n",
                    "calcinosis",
                    "\u03b2-blocker",
                    "were negative",
                    "12",
                    "mg",
                    ".",
                    "\ud83d\ude00",
                    "\u0130",
                    "fizzumab",
                    "E. coli",
                    "no",
                    "+",
                    "1/320",
                    "ANA",
                    "\u200b",
                    "\ufb01brosis",
                    "[3]",
                    "^{1,2}",
                    "anti")
            .joinedBy(" ");

    private final TextMentions mentions = new TextMentions(Vocabulary.builtIn());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "She took diltiazem and colchicine. | diltiazem, colchicine",
                "Pamidronate, alendronate and risedronate failed. | pamidronate, alendronate, risedronate",
                "Biphosphonates were tried. | bisphosphonates",
                "D - penicillamine was stopped. | penicillamine",
                "He got a \u03b2-blocker. | beta blockers",
                "Sodium sulphate... no, sodium thiosulphate was used. | sodium thiosulfate",
                "Sodium thiosulfate (STS) helped. STS was continued. | sodium thiosulfate, sodium thiosulfate, sodium thiosulfate",
                "The Society of Thoracic Surgeons (STS) score was low. | ''",
                "Zoledro\u00adnic acid was given. | zoledronic acid",
                "Colchicine2,3 did not help. | colchicine",
                "PREDNISONE 5 MG WAS GIVEN. | prednisone",
                "A calcium channel blocker was started. | calcium channel blockers",
                "Serum calcium was normal. | ''",
                "Oral calcium was given. | calcium",
                "Estrogen receptor was negative. | ''",
                "The isolate was resistant to vancomycin and sensitive to linezolid. | ''",
                "He is allergic to penicillin. | ''",
                "Methyprednisolone and azitromycin were given. | methylprednisolone, azithromycin",
                "Fizzumab was given. | new: fizzumab",
                "He was treated with fizzocillin in April. | new: fizzocillin",
                "She underwent fizzectomy. | new: fizzectomy",
                "The fizzarine dose was unknown. | ''",
                "Fizzarine 500 mg twice daily was given. | new: fizzarine",
                "500 mg of fizzarine was given. | new: fizzarine",
                "Routine 500 mg was given. | ''",
                "The luminal surface was smooth. | ''",
                "The resected specimen was sent. | ''",
            })
    void treatments(String text, String names) {
        assertThat(names(text, MentionType.TREATMENT)).isEqualTo(names);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "She has Raynaud\u2019s phenomenon. | Raynaud phenomenon",
                "Oesophageal dysmotility and anaemia were seen. | oesophageal dysmotility, anaemia",
                "The calcinoses were painful. | calcinosis",
            })
    void conditions(String text, String names) {
        assertThat(names(text, MentionType.CONDITION)).contains(names);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Staphylococcus aureus infection was found., ORGANISM",
        "An anti-centromere antibody was found., SITE",
        "A kidney transplantation was done., SITE",
    })
    void nothing_is_named_within_a_longer_name(String text, MentionType hidden) {
        assertThat(names(text, hidden)).isEmpty();
    }

    @Test
    void every_mention_is_the_text_at_its_place() {
        TEXTS.keeps(500, (text, chance) -> {
            int last = 0;
            for (Mention mention : mentions.in(text)) {
                assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.text());
                assertThat(mention.start()).isGreaterThanOrEqualTo(last);
                last = mention.end();
            }
        });
    }

    private String names(String text, MentionType type) {
        return mentions.in(text).stream()
                .filter(each -> each.type() == type)
                .map(MentionFinderTest::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(Mention mention) {
        boolean unlisted = mention.concept().startsWith("new:");
        return unlisted ? "new: " + mention.name().toLowerCase(Locale.ROOT) : mention.name();
    }
}
