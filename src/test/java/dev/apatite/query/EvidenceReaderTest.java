package dev.apatite.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.TextAnalysis;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence read out of plain words. */
class EvidenceReaderTest {
    private static final TextAnalysis ANALYSIS = new TextAnalysis();
    private static final EvidenceReader READER =
            new EvidenceReader(ANALYSIS, new ConceptNames(Vocabulary.builtIn(), ANALYSIS));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "diltiazem failed | Papers where diltiazem had no response",
                "Diltiazem did not help my patient | Papers where diltiazem had no response, with the words patient",
                "why was diltiazem not effective? | Papers where diltiazem had no response",
                "failure of bisphosphonates | Papers where bisphosphonates had no response",
                "rituximab calcinosis complete response"
                        + " | Papers where rituximab had a complete response, calcinosis",
                "does diltiazem work | Papers where diltiazem had a complete response or a partial response",
                "diltiazem side effects | Papers where diltiazem had an adverse event",
                "young woman with positive anti-Scl-70"
                        + " | Patients: female patients of 18 to 39 years, anti-Scl-70 positive",
                "anti-Scl-70 negative calcinosis | Patients: anti-Scl-70 negative, calcinosis",
                "44-year-old man with calcinosis | Patients: male patients of 39 to 49 years, calcinosis",
                "girl with dermatomyositis | Patients: female patients of 0 to 17 years, dermatomyositis",
                "elderly women given diltiazem | Patients: female patients of 65 years or more, given diltiazem",
            })
    void whatWasMeantIsOffered(String typed, String label) {
        assertThat(read(typed)).extracting(EvidenceReading::label).contains(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calcinosis",
                "woman",
                "diltiazem",
                "diltiazem in heart failure",
                "response",
                "\"diltiazem failed\"",
                "TITLE:diltiazem failed",
                "diltiazem AND failed",
                "positive anti-Scl-70 OR calcinosis",
            })
    void nothingIsOfferedForConceptsAloneAndForSyntax(String typed) {
        assertThat(read(typed)).isEmpty();
    }

    @Test
    void everyRowHoldsForItsExampleAndNotForItsCounterExample() {
        EvidenceWords words = EvidenceWords.load(ANALYSIS);
        assertThat(words.rows()).allSatisfy(row -> {
            assertThat(says(row.example(), row)).as(row.example()).isTrue();
            if (!row.counter().isEmpty()) {
                assertThat(says(row.counter(), row)).as(row.counter()).isFalse();
            }
        });
        assertThat(words.years()).allSatisfy(each -> {
            assertThat(ages(each.example())).as(each.example()).isTrue();
            assertThat(each.pattern().matcher(each.counter()).find())
                    .as(each.counter())
                    .isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diltiazem fa | diltiazem:no_response",
                "diltiazem    | diltiazem:complete_response",
                "diltiazem    | diltiazem:no_response",
            })
    void aTreatmentGoesOnAsItsOutcomes(String typed, String finding) {
        assertThat(READER.completions(typed))
                .anySatisfy(each -> assertThat(each.filters().get("finding")).contains(finding));
    }

    private static boolean ages(String query) {
        return read(query).stream().anyMatch(each -> each.filters().containsKey("age"));
    }

    private static boolean says(String query, EvidenceWords.Row row) {
        return read(query).stream().anyMatch(each -> switch (row.kind()) {
            case OUTCOME ->
                each.filters().getOrDefault("finding", List.of()).stream()
                        .anyMatch(finding -> List.of(row.value().split(",")).contains(after(finding)));
            case NOT -> each.filters().getOrDefault("finding", List.of()).contains("diltiazem:no_response");
            case STATUS ->
                each.filters().getOrDefault("antibody", List.of()).stream()
                        .anyMatch(antibody -> after(antibody).equals(row.value()));
            case SEX -> each.filters().getOrDefault("sex", List.of()).contains(row.value());
            case AGE -> each.filters().getOrDefault("age", List.of()).contains(row.value());
        });
    }

    private static String after(String value) {
        return value.substring(value.lastIndexOf(':') + 1);
    }

    private static List<EvidenceReading> read(String typed) {
        return READER.read(new QueryParser(ANALYSIS).parse(typed), typed);
    }
}
