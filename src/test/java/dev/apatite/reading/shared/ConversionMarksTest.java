package dev.apatite.reading.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.AnyText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionMarksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            seen (**Figure 1 A**) here **[1,2]**.        | seen (Figure 1 A) here [1,2].
            disability [**19**]                          | disability [19]
            phosphate)^{1,3}.                            | phosphate)¹,³.
            levels^{1-4}                                 | levels¹⁻⁴
            ($\\leq 480 \\text{ mg/day}$) had            | (≤ 480 mg/day) had
            at $37^{\\circ}\\mathrm{C}$                  | at 37°C
            paid $5 and $6 more                          | paid $5 and $6 more
            (1 ml/cm^2) can act                          | (1 ml/cm²) can act
            the 5^{th} day                               | the 5th day
            fingers ([Figure 1a](#)), muscle             | fingers (Figure 1a), muscle
            1988;15(2):202-5. [[PubMed](#)] [[PMC](#)]   | 1988;15(2):202-5.
            *J Rheumatol*. 1988                          | J Rheumatol. 1988
            from 1*1cm to 5*5 cm                         | from 1*1cm to 5*5 cm
            ^{1}Ward, *Corresponding author              | ¹Ward, *Corresponding author
            license (<http://example.org/by/4.0/>).      | license (http://example.org/by/4.0/).
            mg/m<sup>2</sup> &amp; IL&#45;6              | mg/m² & IL-6
            p <0.05 and >3                               | p <0.05 and >3
            snake_case_name and _stress_                 | snake_case_name and stress
            thin\u2009space\u00a0and\u200bnone           | thin space andnone
            1\\. escaped \\*star                         | 1. escaped *star
            ![](image.png) text                          | text
            """)
    void marksComeOffAndThePrintStays(String line, String printed) {
        assertThat(ConversionMarks.strip(line)).isEqualTo(printed);
    }

    @Test
    void anyLineIsTaken() {
        AnyText.ofCharacters().keeps(300, (line, chance) -> {
            assertThat(ConversionMarks.strip(line)).isNotNull();
        });
    }
}
