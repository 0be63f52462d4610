package dev.apatite.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.MentionType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatcherTest {
    private final NameMatcher matcher = new NameMatcher(Stream.of(
                    "bisphosphonates",
                    "anti-centromere antibody",
                    "calcinosis",
                    "AIDS",
                    "Jo-1",
                    "arm",
                    "E. coli",
                    "interferon beta",
                    "Sj\u00f6gren's syndrome",
                    "oedema",
                    "x-ray",
                    "1,25-dihydroxyvitamin D",
                    "MATRix",
                    "interleukin 6",
                    "embolus")
            .map(name -> new Concept("c:" + name, name, MentionType.CONDITION, List.of(), List.of()))
            .toList());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a bisphosphonate | bisphosphonate",
                "anticentromere antibodies | anticentromere antibodies",
                "anti\u2013centromere antibody | anti\u2013centromere antibody",
                "two calcinoses | calcinoses",
                "calcinosis1,2 | calcinosis",
                "calcinosis\u00b9\u207b\u2075 | calcinosis",
                "AIDS and hearing aids | AIDS",
                "jo-1 or Jo1 | Jo1",
                "the arm, ARM trial | arm",
                "LEFT ARM PAIN | ARM",
                "E coli and E. coli | E coli, E. coli",
                "interferon-\u03b2 | interferon-\u03b2",
                "Sjogren syndrome | Sjogren syndrome",
                "edema | edema",
                "xrays | xrays",
                "1,25-dihydroxyvitamin D | 1,25-dihydroxyvitamin D",
                "a bone matrix | ''",
                "IL6, interleukin6 | interleukin6",
                "thromboemboli, emboli | emboli",
                "calci\u00adnosis | calci\u00adnosis",
                "forearms | ''",
            })
    void names_are_found_as_texts_print_them(String text, String expected) {
        Words words = Words.of(text);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            matcher.at(words, i).forEach(match -> found.add(words.printed(match.first(), match.end() - 1)));
        }

        assertThat(found)
                .isEqualTo(Arrays.stream(expected.split(", ", -1))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }
}
