package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.paper.Response;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every judged paper, whatever the weights are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgedEvidenceTest {
    private static final String STORY =
            "A 43-year-old woman presented with calcinosis of both hands. She was treated with diltiazem 180 mg daily for a year without any improvement. "
                    + "Sodium thiosulfate was then given, and after three months the lesions had resolved completely. "
                    + "She developed a severe rash after colchicine, which was stopped. She did not receive warfarin.";

    private Annotator annotator;

    @BeforeAll
    void loadVocabulary() {
        annotator = new Annotator(Vocabulary.builtIn());
    }

    private static Paper paper(String title, Section... sections) {
        return Paper.ofText("test.1", "test.txt", title, sections);
    }

    private static Section section(SectionKind kind, String text) {
        return new Section(kind, kind.name(), 1, List.of(text));
    }

    @Test
    void each_row_says_how_sure_it_is_and_what_it_is_about() {
        List<Finding> rows = annotator.annotate(CaseTexts.caseReport(STORY)).findings();
        assertThat(rows).isNotEmpty();
        assertThat(rows).allSatisfy(row -> assertThat(row.confidence()).isBetween(0.0, 1.0));
        assertThat(rows)
                .filteredOn(row -> row.response() == Response.ADVERSE_EVENT)
                .allSatisfy(row -> assertThat(row.harm()).contains("rash"));
    }

    @Test
    void one_sentence_gives_one_verdict_on_a_treatment_of_a_patient() {
        Set<String> seen = new HashSet<>();
        for (Finding row : annotator.withCandidates(CaseTexts.caseReport(STORY)).findings()) {
            if (row.response() != Response.NOT_REPORTED) {
                assertThat(seen.add(row.treatment() + row.patient() + row.start()))
                        .isTrue();
            }
        }
    }

    @Test
    void candidates_hold_every_row_that_is_shown() {
        List<Finding> shown = annotator.annotate(CaseTexts.caseReport(STORY)).findings();
        List<Finding> every =
                annotator.withCandidates(CaseTexts.caseReport(STORY)).findings();
        assertThat(every).hasSizeGreaterThanOrEqualTo(shown.size());
    }

    @Test
    void the_same_paper_gives_the_same_rows_to_the_byte() {
        PaperJson json = new PaperJson();
        String first = json.write(annotator.annotate(CaseTexts.caseReport(STORY)));
        String second = json.write(new Annotator(Vocabulary.builtIn()).annotate(CaseTexts.caseReport(STORY)));
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In a trial, infliximab reduced the lesions compared with methotrexate or azathioprine.",
                "Rituximab led to a better response than placebo or methotrexate in 20 patients."
            })
    void what_others_are_compared_with_is_not_credited(String sentence) {
        Paper paper = annotator.withCandidates(paper(
                "Calcinosis: a case report",
                section(SectionKind.CASE, "A 43-year-old woman presented with calcinosis."),
                section(SectionKind.DISCUSS, sentence)));
        assertThat(paper.findings())
                .filteredOn(row ->
                        row.response() == Response.COMPLETE_RESPONSE || row.response() == Response.PARTIAL_RESPONSE)
                .isNotEmpty()
                .extracting(Finding::treatment)
                .doesNotContain("methotrexate", "azathioprine");
    }

    @Test
    void a_trial_has_groups_and_no_patient() {
        Paper paper = annotator.annotate(paper(
                "A randomised controlled trial of diltiazem in calcinosis",
                section(
                        SectionKind.METHODS,
                        "Patients received diltiazem or placebo. A man aged 50 years was excluded."),
                section(SectionKind.RESULTS, "Nine of seventeen patients who received diltiazem improved.")));
        assertThat(paper.articleType()).isEqualTo(ArticleType.TRIAL);
        assertThat(paper.patients()).isEmpty();
        assertThat(paper.findings()).allSatisfy(row -> assertThat(row.patient()).isNull());
    }

    @Test
    void a_study_that_its_publisher_files_under_case_reports_is_a_study() {
        Paper study = filedAsCaseReport(paper(
                "Effect of a prudent diet on cathepsin S",
                section(SectionKind.METHODS, "Participants ate a diet. A man aged 50 years was excluded."),
                section(SectionKind.RESULTS, "Body weight decreased on the diet.")));
        assertThat(study.articleType()).isEqualTo(ArticleType.STUDY);
        assertThat(study.patients()).isEmpty();

        Paper report = filedAsCaseReport(paper(
                "Effect of a prudent diet on gout: a case report",
                new Section(
                        SectionKind.METHODS, "Patient", 1, List.of("A man aged 50 years with gout was given a diet.")),
                section(SectionKind.RESULTS, "The gout resolved on the diet.")));
        assertThat(report.articleType()).isEqualTo(ArticleType.CASE_REPORT);
        assertThat(report.patients()).hasSize(1);
    }

    private Paper filedAsCaseReport(Paper paper) {
        PaperJson json = new PaperJson();
        return annotator.annotate(
                json.read(json.write(paper).replace("\"articleType\":null", "\"articleType\":\"case_report\"")));
    }

    @Test
    void a_review_of_presentation_and_diagnosis_has_no_patient() {
        Paper review = annotator.annotate(paper(
                "Colorectal cancer and nutrition: a review",
                new Section(
                        SectionKind.CASE,
                        "Clinical Presentation",
                        1,
                        List.of("Screening begins in a man aged 50 years with colorectal cancer."))));
        assertThat(review.articleType()).isEqualTo(ArticleType.REVIEW);
        assertThat(review.patients()).isEmpty();
    }

    @Test
    void a_sex_alone_makes_no_patient() {
        Paper paper = annotator.annotate(paper(
                "An elite rice hybrid",
                section(SectionKind.ABSTRACT, "The male line was crossed. He improved on it.")));
        assertThat(paper.patients()).isEmpty();
    }

    @Test
    void animals_are_no_patients() {
        Paper paper = annotator.annotate(paper(
                "Wound healing in diabetic rats",
                section(SectionKind.METHODS, "A 12-week-old male rat was given insulin."),
                section(SectionKind.RESULTS, "The wounds healed.")));
        assertThat(paper.articleType()).isEqualTo(ArticleType.ANIMAL);
        assertThat(paper.patients()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Renal tumor in a female swine: a case report, Some Journal of Pathology, ANIMAL, 0",
        "Herpesvirus in two red-crowned cranes, BMC Veterinary Research, ANIMAL, 0",
        "Pasteurella sepsis in an owner of two cats: a case report, Some Journal of Pathology, CASE_REPORT, 1",
        "Sepsis after a bite by a dog: a case report, Some Journal of Pathology, CASE_REPORT, 1"
    })
    void whose_cases_are_reported_is_told_by_title_or_journal(
            String title, String journal, ArticleType type, int patients) {
        PaperJson json = new PaperJson();
        Paper written =
                paper(title, section(SectionKind.CASE, "A 6-year-old female presented. She was given ampicillin."));
        Paper paper = annotator.annotate(
                json.read(json.write(written).replace("\"journal\":null", "\"journal\":\"" + journal + "\"")));
        assertThat(paper.articleType()).isEqualTo(type);
        assertThat(paper.patients()).hasSize(patients);
    }

    @Test
    void a_label_that_a_journal_puts_before_a_title_makes_no_case_of_a_study() {
        Paper study = filedAsCaseReport(paper(
                "Case Report: Defining what to ask of applicants",
                section(SectionKind.METHODS, "We sent a list to the members of a committee."),
                section(SectionKind.RESULTS, "Most of them answered.")));
        assertThat(study.articleType()).isEqualTo(ArticleType.STUDY);
        assertThat(study.patients()).isEmpty();
    }
}
