package dev.apatite.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalysisTest {
    private final TextAnalysis analysis = new TextAnalysis();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "anti-Scl-70          | anti scl 70 =antiscl70",
                "anti-Scl70           | anti scl 70 =antiscl70",
                "antiscl70            | antiscl 70 =antiscl70",
                "IL-1b                | il 1 b =il1b",
                "IL-1β                | il 1 beta =il1beta =il1b",
                "IL1β                 | il 1 beta =il1beta =il1b",
                "TNF-α                | tnf alpha =tnfalpha =tnfa",
                "D-penicillamine      | d penicillamine =dpenicillamine",
                "99mTc                | 99 mtc =99mtc",
                "Düzgün               | duzgun",
                "Sjögren's syndrome   | sjogren, syndrome",
                "sulphate             | sulfate",
                "lymphoedema          | lymphedema",
                "aluminium            | aluminum",
                "tumours              | tumor",
                "hypercalcaemia       | hypercalcemia",
                "1,000 mg             | 1000, mg",
                "1.5 mg/day           | 1.5, mg, day",
                "µg                   | ug",
                "i.v.                 | i v =iv",
                "end.Next             | end, next",
                "''                   | ''",
                "𝕒𝕓                   | ab",
                "骨折                  | 骨, 折",
            })
    void aWordIsItsPartsAndTheWhole(String typed, String expected) {
        String words = analysis.words(typed).stream()
                .map(word -> String.join(" ", word.parts())
                        + word.joined().stream().map(each -> " =" + each).collect(Collectors.joining()))
                .collect(Collectors.joining(", "));
        assertThat(words).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0} is found as {1}")
    @CsvSource({
        "thiosulphate, thiosulfate",
        "oedematous, edematous",
        "oesophagus, esophagus",
        "haemoglobin, hemoglobin",
        "paediatric, pediatric",
        "randomised, randomized",
        "hospitalisation, hospitalization",
        "analyse, analyze",
        "fibres, fiber",
        "labelled, labeled",
        "leucocytes, leukocyte",
        "anaesthetised, anesthetized",
        "diarrhoea, diarrhea",
        "patients, patient",
        "diagnoses, diagnosis",
        "biphosphonates, bisphosphonate",
        "bisphosphonates, bisphosphonate",
        "ulcers, ulcer",
        "lesions, lesion",
    })
    void twoSpellingsAreOneTerm(String one, String other) {
        assertThat(analysis.words(one).getFirst().parts())
                .isEqualTo(analysis.words(other).getFirst().parts());
    }

    @ParameterizedTest
    @CsvSource({"exercise, exercize", "disease, diseaze", "hour, hor", "dose, dosis", "aerobic, erobic"})
    void whatOnlyLooksBritishStays(String word, String other) {
        assertThat(analysis.words(word).getFirst().parts())
                .isNotEqualTo(analysis.words(other).getFirst().parts());
    }
}
