package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a paper of some kind and structure reports patients, and where it reports none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportedPatientsTest {
    private Annotator annotator;

    @BeforeAll
    void loadVocabulary() {
        annotator = Annotator.byRules(Vocabulary.builtIn());
    }

    private List<Double> ages(ArticleType type, Section... sections) {
        return annotator.annotate(CaseTexts.of(sections).ofType(type)).patients().stream()
                .map(Patient::age)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Patient, 1",
        "2.1. Participant, 1",
        "Case description, 1",
        "Patient and methods, 1",
        "Patients, 0",
        "Participants, 0",
        "Patient selection, 0",
        "Statistical analysis, 0"
    })
    void a_case_told_among_methods_and_results_stands_below_a_heading_of_one_person(String heading, int patients) {
        Section methods =
                new Section(SectionKind.METHODS, heading, 2, List.of("We studied a 72-year-old man with a stroke."));
        Section results = new Section(SectionKind.RESULTS, "Results", 1, List.of("Neglect improved after training."));
        assertThat(ages(ArticleType.CASE_REPORT, methods, results)).hasSize(patients);
        assertThat(ages(ArticleType.STUDY, methods, results)).isEmpty();
        assertThat(ages(ArticleType.TRIAL, methods, results)).isEmpty();
    }

    @Test
    void a_case_report_without_headings_tells_its_case_in_its_only_text() {
        Section text = new Section(
                SectionKind.INTRO, null, 1, List.of("A 41-year-old woman with an adenocarcinoma was operated on."));
        Section discussion = new Section(SectionKind.DISCUSS, "Discussion", 1, List.of("Such tumours are rare."));
        assertThat(ages(ArticleType.CASE_REPORT, text)).containsExactly(41.0);
        assertThat(ages(ArticleType.CASE_REPORT, text, discussion)).isEmpty();
        assertThat(ages(ArticleType.REVIEW, text)).isEmpty();
    }
}
