package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.AnyText;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbbreviationFinderTest {
    private final AbbreviationFinder finder = new AbbreviationFinder();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sodium thiosulfate (STS) was given | STS=sodium thiosulfate",
                "She had systemic sclerosis (SSc). | SSc=systemic sclerosis",
                "non-steroidal anti-inflammatory drugs (NSAIDs) | NSAIDs=non-steroidal anti-inflammatory drugs",
                "the erythrocyte sedimentation rate (ESR, 110 mm/h) | ESR=erythrocyte sedimentation rate",
                "STS (sodium thiosulfate) was given | STS=sodium thiosulfate",
                "calcium channel blockers [CCBs] | CCBs=calcium channel blockers",
                "extracorporeal shock wave lithotripsy (ESWL) | ESWL=extracorporeal shock wave lithotripsy",
                "interleukin-6 (IL-6) | IL-6=interleukin-6",
                "alpha-1-antitrypsin deficiency (ATD) | ATD=alpha-1-antitrypsin deficiency",
                "three-dimensional (3D) | 3D=three-dimensional",
                "after biopsy ( hTR) of human telomerase RNA (hTR) | hTR=human telomerase RNA",
                "all patients (n = 12) and controls (see Fig. 2) | ''",
                "it was low (left) and high (right) | ''",
                "improved (P < 0.05) | ''",
                "we saw calcium (calcinosis) in skin | ''",
                "Fasting was monitored (FM) | ''",
            })
    void finds_what_a_text_defines(String text, String expected) {
        String got = finder.find(text).stream()
                .map(each -> each.shortForm() + "=" + each.longForm())
                .collect(Collectors.joining(", "));

        assertThat(got).isEqualTo(expected);
    }

    @Test
    void both_forms_stand_where_they_are_said_to() {
        AnyText any = AnyText.ofCharacters();
        any.keeps(300, (left, chance) -> checkPlaces(left, any.next(chance)));
    }

    private void checkPlaces(String left, String right) {
        String text = left + " sodium thiosulfate (STS) [" + right + ") (" + left + "]";
        for (AbbreviationDefinition each : finder.find(text)) {
            assertThat(text.startsWith(each.shortForm(), each.shortStart())).isTrue();
            assertThat(text.startsWith(each.longForm(), each.longStart())).isTrue();
        }
    }
}
