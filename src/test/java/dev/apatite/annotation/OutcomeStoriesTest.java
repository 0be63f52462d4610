package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Finding;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How outcomes are followed through a patient's story: to which treatment they belong, and which state none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomeStoriesTest {
    private Annotator annotator;

    @BeforeAll
    void loadVocabulary() {
        annotator = Annotator.byRules(Vocabulary.builtIn());
    }

    private String told(String text) {
        List<Finding> findings = annotator.annotate(CaseTexts.caseReport(text)).findings();
        return findings.stream()
                .map(each -> each.treatment() + " " + each.response().code())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A 50-year-old man had a rectal cancer. The tumour was resected. It recurred two years later. | resection progression
            A 50-year-old man had a lipoma, which was excised. There was no recurrence after a year. | excision complete_response
            A 50-year-old man had lung cancer. Cisplatin-pemetrexed was given with a partial response. | cisplatin partial_response; pemetrexed partial_response
            A 50-year-old woman had lymphoma. She received R-CVP and achieved complete remission. | rituximab complete_response; cyclophosphamide complete_response; vincristine complete_response; prednisone complete_response
            A 50-year-old man had gastric cancer. S-1 at 60 mg/m2 was given by mouth. The metastases resolved. | S-1 complete_response
            A 50-year-old man had nephritis. He took imuran and cytoxan without benefit. | azathioprine no_response; cyclophosphamide no_response
            """)
    void names_a_treatment_as_the_text_does(String text, String expected) {
        assertThat(told(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A 50-year-old man had colon cancer. He was treated with capecitabine and bevacizumab. Proteinuria led to discontinuation of bevacizumab. A scan then showed a complete response of the tumour. | bevacizumab adverse_event; capecitabine complete_response
            A 50-year-old man had tuberculosis. Rifampicin and isoniazid were given. The antituberculous drugs were stopped because of hepatitis. | rifampicin adverse_event; isoniazid adverse_event
            A 50-year-old man had pneumonia. Meropenem was given. He needed oxygen. The pneumonia resolved. | meropenem complete_response
            A 50-year-old man had previously received salbutamol with improvement. He was admitted with a fracture and his gait improved. | salbutamol partial_response
            A 50-year-old man had renal cancer. Sunitinib was stopped for disease progression. | sunitinib progression
            A 50-year-old man had renal cancer. Sunitinib was stopped on day 12; however, the diarrhoea persisted. | ''
            A 50-year-old man had myeloma resistant to bortezomib and was started on thalidomide. | bortezomib no_response
            A 50-year-old man had heart failure. His symptoms improved on treatment, which consisted of carvedilol and ramipril. | carvedilol partial_response; ramipril partial_response
            A 50-year-old man had lupus. Methylprednisolone (1 g daily for 3 days and then 1 mg/kg daily, tapered over the next six months) and rituximab were started with rapid improvement. | methylprednisolone partial_response; rituximab partial_response
            A 50-year-old man was intubated. Two days later his condition improved. | ''
            A 50-year-old man had gout. Febuxostat was given at the family's wish because of intolerable pain. | ''
            A 50-year-old man had a nephropathy. After light chain removal using high cut-off hemodialysis, proteinuria decreased. | high cut-off hemodialysis partial_response
            A 50-year-old man had endocarditis. He was scheduled for aortic and mitral valve replacement. Cardiopulmonary bypass was begun. Six months after surgery he was asymptomatic. | aortic valve replacement complete_response; mitral valve replacement complete_response
            A 50-year-old woman was pregnant. Induction of labour was tried because of eclampsia but failed, leading to a caesarean section. | induction of labour no_response
            A 50-year-old man had asthma. He did not respond to omalizumab and subsequently received mepolizumab. | omalizumab no_response
            A 50-year-old man had a melanoma, which was excised. Later it recurred; he refused further surgery. | excision progression
            A 50-year-old man had a graft nephropathy. After conversion from ciclosporin to sirolimus his proteinuria decreased. | sirolimus partial_response
            A 50-year-old man had a goitre. Thyroidectomy was planned. He was then lost. | ''
            A 50-year-old man had uveitis. Adalimumab was started. A year later the uveitis worsened, and adalimumab was discontinued. | adalimumab progression
            """)
    void puts_an_outcome_down_to_its_treatment(String text, String expected) {
        assertThat(told(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A 50-year-old woman had hepatitis C. Sofosbuvir was given. She had a sustained virological response 12 weeks after the end of treatment. | sofosbuvir complete_response
            A 50-year-old woman had hepatitis B. Entecavir was given. Two years after stopping the drug she was still in remission. | entecavir complete_response
            A 50-year-old woman took clozapine. After withdrawal of the drug her liver tests improved. | ''
            A 50-year-old woman took lithium. All toxicities had resolved by day ten. | lithium adverse_event
            A 50-year-old woman had psoriasis. On acitretin the plaques decreased in size, without new lesions. | acitretin partial_response
            A 50-year-old woman had nephritis. On tacrolimus her proteinuria decreased. A year later, her proteinuria rose again. | tacrolimus partial_response; tacrolimus progression
            A 50-year-old woman had ascites. Furosemide was given. Fluid reaccumulated within a week. | furosemide progression
            A 50-year-old woman had sciatica. After gabapentin she no longer complained of pain. | gabapentin complete_response
            A 50-year-old woman had a thyroid cancer. Thyroidectomy was done. The margins were free of tumour. | ''
            A 50-year-old woman had sarcoma. Doxorubicin was given. The response was short-lived. | doxorubicin partial_response
            """)
    void reads_the_outcome(String text, String expected) {
        assertThat(told(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A 50-year-old woman had breast cancer. She received docetaxel. During the second cycle, grade 3 mucositis occurred. | docetaxel adverse_event
            A 50-year-old woman had migraine. Topiramate led to kidney stones. | topiramate adverse_event
            A 50-year-old woman had migraine. Topiramate led to complete resolution of the headache. | topiramate complete_response
            A 50-year-old woman took clobazam. After clobazam was reduced to 5 mg daily, the drowsiness disappeared. | clobazam adverse_event
            A 50-year-old woman had malaria. Artesunate was given. On the third day of treatment she developed urticaria. | artesunate adverse_event
            A 50-year-old woman had malaria. Artesunate was given. After treatment she was readmitted with a relapse of malaria. | artesunate progression
            A 50-year-old woman took amiodarone. She then developed dyspnoea and cough. A scan showed opacities. Amiodarone was withdrawn. | amiodarone adverse_event
            A 50-year-old woman took amiodarone. She then developed dyspnoea. A scan showed opacities. Amiodarone was stopped as it was ineffective. | amiodarone no_response
            A 50-year-old woman took amiodarone. She then developed dyspnoea. A scan showed opacities. Blood cultures grew a bacillus and amiodarone was withdrawn. | ''
            A 50-year-old woman had cystitis with a strain of coli resistant to ampicillin. She was given ertapenem. The cystitis resolved. | ertapenem complete_response
            A 50-year-old woman had sarcoma. Resection was done. Later she received trabectedin. She died six months after the operation. | trabectedin progression
            """)
    void finds_harm_and_failure_that_are_not_put_down_by_name(String text, String expected) {
        assertThat(told(text)).isEqualTo(expected);
    }
}
