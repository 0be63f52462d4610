package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceFinderTest {
    private Annotator annotator;

    @BeforeAll
    void loadVocabulary() {
        annotator = Annotator.byRules(Vocabulary.builtIn());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A 50-year-old man had calcinosis. He was treated with diltiazem 60 mg daily. The nodules improved.                     | diltiazem partial_response 60 mg
            A 50-year-old man had calcinosis. Diltiazem and colchicine were used. Both were ineffective.                           | diltiazem no_response -; colchicine no_response -
            A 50-year-old man refused warfarin and recovered.                                                                      | ''
            A 50-year-old man had gout. Allopurinol was stopped because of a severe rash.                                          | allopurinol adverse_event -
            A 50-year-old man took diltiazem 60 mg daily, which was increased to 90 mg daily due to poor response.                 | diltiazem no_response 60 mg
            A 50-year-old man had asthma. Prednisone 40 mg daily was started.                                                      | prednisone not_reported 40 mg
            A 50-year-old man had fever. As ceftriaxone did not help, vancomycin was given and the fever resolved.                 | ceftriaxone no_response -; vancomycin complete_response -
            A 50-year-old man had uveitis. Despite methotrexate, the disease progressed.                                           | methotrexate progression -
            A 50-year-old man had anaemia. Colectomy was done. He went home without complications and his anaemia improved. | colectomy partial_response -
            A 50-year-old man had heart failure. He developed oedema and was started on furosemide. | ''
            A 50-year-old man had fever. Ceftriaxone was given. His white cells then increased to 20 (normal range 4-10). | ''
            A 50-year-old man had uveitis. Despite methotrexate, the uveitis continued to worsen. | methotrexate progression -
            A 50-year-old man took prednisone. The pain later resolved within minutes without any treatment. | ''
            A 50-year-old man had cancer. Gastrectomy was performed. He gradually recovered and was discharged ten days after the operation. | ''
            A 50-year-old man had asthma. Prednisone was given. Because of poor compliance he relapsed. | ''
            A 50-year-old man had cancer. Neutropenia led to discontinuation of oxaliplatin. | oxaliplatin adverse_event -
            A 50-year-old man had epilepsy. Diabetes was successfully controlled with metformin. | metformin partial_response -
            A 50-year-old man had anaemia. The anaemia was corrected by transfusion. | transfusion complete_response -
            A 50-year-old man had an ulcer. Embolization was performed. Two months later there was no further gastric bleeding. | embolization complete_response -
            A 50-year-old man with a history of thyroidectomy presented with pain that improved during the day. | ''
            A 50-year-old man had endocarditis. Oxacillin was given. After aspiration of a clot, the occlusion resolved. | ''
            A 50-year-old man had a lymphoma. Rituximab was given with complete clinical and radiological response. | rituximab complete_response -
            A 50-year-old man took lithium. Six days after cessation of lithium the nystagmus completely resolved. | lithium adverse_event -
            A 50-year-old man took ticlopidine. Weeks later he developed agranulocytosis. Ticlopidine was discontinued immediately. | ticlopidine adverse_event -
            A 50-year-old man had vasculitis. Prednisone was given. Because of persistence of pain, capsule endoscopy was performed. | ''
            A 50-year-old man had a stroke. Alteplase was given. He was seen with no complications and improvement of his gait. | alteplase partial_response -
            A 50-year-old man had gallstones. Cholecystectomy was performed. The postoperative course was satisfactory. | ''
            A 50-year-old man had pain. Surgery was recommended. The pain resolved spontaneously.                                  | ''
            """)
    void finds_what_came_of_a_treatment(String text, String expected) {
        assertThat(rows(annotator.annotate(CaseTexts.caseReport(text)).findings()))
                .isEqualTo(expected);
    }

    private static String rows(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.treatment() + " " + each.response().code() + " "
                        + (each.dose() == null ? "-" : each.dose()))
                .collect(Collectors.joining("; "));
    }

    @Test
    void points_every_finding_to_its_sentence() {
        Paper paper = annotator.annotate(
                CaseTexts.caseReport(
                        "A 40-year-old woman had psoriasis. Methotrexate was started. Her skin lesions resolved within 8 weeks."));
        assertThat(paper.findings()).hasSize(1);
        Finding finding = paper.findings().getFirst();
        assertThat(paper.textOf(finding.section()).substring(finding.start(), finding.end()))
                .isEqualTo(finding.sentence())
                .isEqualTo("Her skin lesions resolved within 8 weeks.");
        assertThat(finding.timeToResponse()).isEqualTo("8 weeks");
        assertThat(finding.treated()).isEqualTo(1);
        assertThat(finding.responding()).isEqualTo(1);
        assertThat(finding.own()).isTrue();
    }

    @Test
    void tells_cited_evidence_from_own_patients_and_counts_its_patients() {
        Paper paper = annotator.annotate(
                CaseTexts.of(
                        new Section(SectionKind.CASE, "Case", 1, List.of("A 40-year-old woman had calcinosis.")),
                        new Section(
                                SectionKind.DISCUSS,
                                "Discussion",
                                1,
                                List.of(
                                        "In a series, nine out of seventeen patients who received diltiazem had a partial response."))));
        assertThat(paper.findings()).hasSize(1);
        Finding finding = paper.findings().getFirst();
        assertThat(finding.own()).isFalse();
        assertThat(finding.treated()).isEqualTo(17);
        assertThat(finding.responding()).isEqualTo(9);
        assertThat(finding.patient()).isNull();
    }

    @Test
    void keeps_the_patients_of_a_series_apart() {
        Paper paper = annotator.annotate(CaseTexts.of(
                new Section(SectionKind.CASE, "Case 1", 1, List.of("A 30-year-old man was given colchicine.")),
                new Section(
                        SectionKind.CASE,
                        "Case 2",
                        1,
                        List.of("A 12 years female received diltiazem. She improved."))));
        assertThat(paper.patients()).extracting(Patient::label).containsExactly("Case 1", "Case 2");
        assertThat(paper.patients()).extracting(Patient::age).containsExactly(30.0, 12.0);
        assertThat(paper.patients().get(1).treatments()).containsExactly("diltiazem");
        assertThat(paper.findings()).extracting(Finding::patient).containsExactly("test.1-2");
    }

    @Test
    void an_abstract_makes_no_second_patient() {
        Paper paper = annotator.annotate(CaseTexts.of(
                new Section(SectionKind.ABSTRACT, "Abstract", 1, List.of("We report a 30-year-old man with gout.")),
                new Section(SectionKind.CASE, "Case", 1, List.of("A 30-year-old man had gout. He took colchicine."))));
        assertThat(paper.patients()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rheumatoid factor and anti-CCP antibodies were negative.                    | rheumatoid factor NEGATIVE; anti-CCP NEGATIVE
            Serology was positive for anti-Scl-70 antibody.                             | anti-Scl-70 POSITIVE
            She had negative anti-Scl-70 antibody and positive rheumatoid factor.       | anti-Scl-70 NEGATIVE; rheumatoid factor POSITIVE
            Rheumatoid factor was requested.                                            | ''
            """)
    void reads_which_antibodies_were_found(String sentence, String expected) {
        Paper paper = annotator.annotate(CaseTexts.caseReport("A 40-year-old woman was seen. " + sentence));
        assertThat(paper.patients().getFirst().antibodies().stream()
                        .map(each -> each.name() + " " + each.status())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }
}
