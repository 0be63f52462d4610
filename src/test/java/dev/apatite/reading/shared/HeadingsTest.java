package dev.apatite.reading.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.SectionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INTRODUCTION                                  | INTRO
            1. Introduction                               | INTRO
            1 Background                                  | INTRO
            2.1. Materials and Methods                    | METHODS
            II. MATERIAL & METHODS                        | METHODS
            Patients/methods                              | METHODS
            Statistical analysis                          | METHODS
            Results                                       | RESULTS
            Results and Discussion                        | RESULTS
            Discussion & Conclusions                      | DISCUSS
            Concluding remarks                            | CONCL
            Abstract:                                     | ABSTRACT
            Zusammenfassung                               | ABSTRACT
            Case Report                                   | CASE
            Case 12                                       | CASE
            Case No. 3                                    | CASE
            CASE II                                       | CASE
            Patient 2                                     | CASE
            Clinical Case                                 | CASE
            Presentación del caso                         | CASE
            Case presentation and hospital course         | CASE
            Figure 3a                                     | FIG
            TABLE IV                                      | TABLE
            Supplementary Materials                       | SUPPL
            Appendix B. Search terms                      | APPENDIX
            Acknowledgement                               | ACK_FUND
            Acknowledgments                               | ACK_FUND
            Source of Finance                             | ACK_FUND
            Authors’ contributions                        | AUTH_CON
            Author's contribution                         | AUTH_CON
            Conflicts of Interest                         | COMP_INT
            Declaration of competing interest             | COMP_INT
            Conflict of interest statement by all authors | COMP_INT
            Abbreviations                                 | ABBR
            Informed consent                              | OTHER
            Calcium channel blockers                      | OTHER
            References                                    | OTHER
            C-reactive protein                            | OTHER
            """)
    void aHeadingsWordsNameItsKind(String heading, SectionKind kind) {
        assertThat(Headings.kindOf(heading)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Treatment             | CASE     | CASE
            Treatment             | OTHER    | CASE
            Statistical analysis  | RESULTS  | RESULTS
            Discussion            | CASE     | DISCUSS
            Sodium thiosulphate   | DISCUSS  | DISCUSS
            Methods               | ABSTRACT | ABSTRACT
            Ethics statement      | METHODS  | METHODS
            """)
    void aSubsectionIsItsParentsKindUnlessItsHeadingIsStronger(
            String heading, SectionKind parent, SectionKind expected) {
        assertThat(Headings.kindWithin(heading, parent)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"materials|methods,METHODS", "intro,INTRO", "COI-statement,COMP_INT", "cases,CASE"})
    void aSecTypeNamesAKind(String secType, SectionKind kind) {
        assertThat(Headings.kindOfType(secType)).isEqualTo(kind);
    }

    @Test
    void anUnknownSecTypeNamesNone() {
        assertThat(Headings.kindOfType("subsection")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFERENCES", "Literature cited", "7. References", "Bibliografía", "Kaynaklar"})
    void theReferenceListsHeadingIsKnown(String heading) {
        assertThat(Headings.isReferenceList(heading)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Case report", "CONFLICT OF INTEREST", "Case 1", "Sources of support"})
    void aVocabularyLineIsKnownAsAWhole(String line) {
        assertThat(Headings.isKnown(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Results of these were normal",
                "Case 1 was a man of forty",
                "Calcinosis",
                "",
                "Table 2 shows age"
            })
    void aSentenceIsNoHeading(String line) {
        assertThat(Headings.isKnown(line)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.1. Patients         | Patients
            IV. DISCUSSION        | DISCUSSION
            3 - Results           | Results
            A. Surgery            | Surgery
            C-reactive protein    | C-reactive protein
            5-Fluorouracil        | 5-Fluorouracil
            Vitamin D             | Vitamin D
            """)
    void theNumberComesOff(String heading, String bare) {
        assertThat(Headings.withoutNumber(heading)).isEqualTo(bare);
    }
}
