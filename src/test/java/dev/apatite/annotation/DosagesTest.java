package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Paper;
import dev.apatite.vocabulary.Vocabulary;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.fhir.ucum.UcumEssenceService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DosagesTest {
    private final Dosages dosages = new Dosages();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            She took diltiazem 60 mg three times daily.                    | AMOUNT 60 mg; FREQUENCY three times daily
            Rituximab 375 mg/m2 weekly x 4 was given.                      | AMOUNT 375 mg/m2; FREQUENCY weekly; DURATION x 4
            a dose of ≤ 480 mg/day                                         | AMOUNT ≤ 480 mg/day
            minocycline 50 to 100 mg per day for 4-8 months                | AMOUNT 50 to 100 mg per day; DURATION 4-8 months
            a single 4 mg infusion                                         | AMOUNT 4 mg
            30 Gy in five fractions                                        | AMOUNT 30 Gy; FREQUENCY five fractions
            intravenous doxycycline 100 mg every 12 h                      | ROUTE intravenous; AMOUNT 100 mg; FREQUENCY every 12 h
            400 mg i.v. bid was initiated                                  | AMOUNT 400 mg; ROUTE intravenous; FREQUENCY bid
            prednisolone 1 mg/kg/day orally for two weeks                  | AMOUNT 1 mg/kg/day; ROUTE oral; DURATION two weeks
            ibuprofen (1,200 mg/d)                                         | AMOUNT 1,200 mg/d
            The infection improved within 72 hours of doxycycline.         | ''
            Pain resolved over the following two weeks.                    | ''
            The rash cleared after 3 days, with doxycycline for 10 days.   | DURATION 10 days
            calcium was 8.3 mg/dl and ESR 110 mm/h                         | ''
            350 mL of serous fluid was drained                             | ''
            a 63-year-old man                                              | ''
            5 mg/kg increased to 10 mg/kg                                  | AMOUNT 5 mg/kg; AMOUNT 10 mg/kg
            """)
    void finds_the_pieces_of_a_dosage(String sentence, String expected) {
        List<String> found = dosages.parts(sentence).stream()
                .map(part -> part.kind() + " " + part.text())
                .toList();
        assertThat(String.join("; ", found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            She was given heparin (0.6 ml of enoxaparin).                            | enoxaparin amount 0.6 ml
            Heparin 60 mg and enoxaparin 40 mg were given.                           | Heparin amount 60 mg; enoxaparin amount 40 mg
            Chemotherapy with intravenous cisplatin was started.                     | cisplatin route intravenous
            Cisplatin 60 mg/m2 plus carboplatin was given.                           | Cisplatin amount 60 mg/m2
            She was treated with 40 mg of prednisone daily and oral methotrexate.    | prednisone amount 40 mg; prednisone frequency daily; oral methotrexate route oral
            """)
    void says_which_treatment_a_piece_belongs_to(String sentence, String expected) {
        Paper paper = Annotator.byRules(Vocabulary.builtIn()).annotate(CaseTexts.caseReport(sentence));
        String text = paper.textOf(0);
        List<String> found = new DosageSpans()
                .links(paper).stream()
                        .map(each -> text.substring(
                                        each.treatment().start(),
                                        each.treatment().end()) + " " + each.kind() + " "
                                + text.substring(
                                        each.piece().start(), each.piece().end()))
                        .toList();
        assertThat(String.join("; ", found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"mg/kg/day,mg/kg/d", "mg/m2,mg/m2", "g,g", "µg,ug", "mg per day,mg/d", "units/hour,[arb'U]/h", "Gy,Gy"})
    void knows_the_ucum_code_of_a_printed_unit(String printed, String code) {
        assertThat(new Units().ucum(printed)).isEqualTo(code);
    }

    @Test
    void maps_to_valid_ucum_codes_only() throws Exception {
        try (InputStream essence = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
            UcumEssenceService ucum = new UcumEssenceService(Objects.requireNonNull(essence));
            for (String code : new Units().codes()) {
                assertThat(ucum.validate(code)).as(code).isNull();
            }
        }
    }
}
