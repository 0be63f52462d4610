package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.AnyText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text marks with a bar where a sentence ends. */
class SentenceSplitterTest {
    private final SentenceSplitter splitter = new SentenceSplitter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She improved. | He did not.",
                "Pain was worse! | Why was that? | Nobody knows.",
                "Smith et al. reported two cases. | We add one.",
                "This was shown by Smith et al. | The dose was low.",
                "As in Fig. 2 the mass shrank (Figs. 2 and 3). | It did not return.",
                "Drugs, e.g. colchicine, i.e. Tablets, failed. | Surgery helped.",
                "Methylprednisolone i.v. was given. | Pain ceased.",
                "He took 0.5 mg i.v. | The pain ceased.",
                "Cultures grew S. aureus and E. coli. | Both were sensitive.",
                "She saw Dr. Miller on p. 5. | No. 7 was removed.",
                "Lesions resolved.^{1,2} | The rest stayed.",
                "Lesions resolved.[3] | The rest stayed.",
                "Lesions resolved. [3,4] | The rest stayed.",
                "Lesions resolved\u00b9\u207b\u2075. | The rest stayed.",
                "Lesions resolved.\u00b9\u207b\u2075 | The rest stayed.",
                "Lesions resolved.12,13 | The rest stayed.",
                "The level was 3.5 mg/dl vs. 2.8 mg/dl. | It fell.",
                "He has hepatitis C. | The load was high.",
                "She lacks vitamin D. | We gave it.",
                "1. The patient improved. | 2. She relapsed.",
                "Ulcers healed (Table 2. All cases). | None recurred.",
                "approx. 5 g were taken. | 5 days later he died.",
                "The rash improved.The fever stayed.",
                "mRNA was found. | mRNA rose. | pH fell.",
                "She said \u201cno more.\u201d | He agreed.",
                "It is given b.i.d. | When it fails, stop.",
                "One\nTwo. | Three",
                "He took aspirin, etc. | We stopped it.",
                "Treatment failed ... | Surgery followed.",
            })
    void splits_where_the_bars_stand(String marked) {
        String glued =
                marked.equals("The rash improved.The fever stayed.") ? "The rash improved.|The fever stayed." : marked;
        List<String> expected =
                Arrays.stream(glued.split("[|\n]")).map(String::strip).toList();
        String text = marked.replace(" | ", " ");

        assertThat(splitter.split(0, text)).extracting(Sentence::text).containsExactlyElementsOf(expected);
    }

    @Test
    void every_sentence_stands_where_it_says() {
        AnyText.ofCharacters().keeps(300, (text, chance) -> {
            int last = 0;
            for (Sentence sentence : splitter.split(0, text)) {
                assertThat(text.substring(sentence.start(), sentence.end()))
                        .isEqualTo(sentence.text())
                        .doesNotContain("\n");
                assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
                last = sentence.end();
            }
        });
    }
}
