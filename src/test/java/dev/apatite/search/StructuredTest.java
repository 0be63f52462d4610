package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structured searches that plain words may have meant, over the sample papers. */
class StructuredTest {
    @TempDir
    private static Path folder;

    private static SampleIndex sample;

    @BeforeAll
    static void open() {
        sample = new SampleIndex(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diltiazem failed                    | Papers where diltiazem had no response | 1",
                "diltiazem helped                    | Papers where diltiazem had a complete response or a partial response | 2",
                "middle-aged woman positive anti-Scl-70 | Patients: female patients of 40 to 64 years, anti-Scl-70 positive | 1",
            })
    void anOfferSaysHowMuchItFindsAndFindsIt(String typed, String label, long hits) {
        Structured offer = sample.searcher.structured(SearchRequest.of(typed)).getFirst();
        assertThat(offer.label()).isEqualTo(label);
        assertThat(offer.hitCount()).isEqualTo(hits);
        assertThat(
                        offer.rows() == Rows.PATIENTS
                                ? sample.searcher.patients(offer.request()).hitCount()
                                : sample.searcher.search(offer.request()).hitCount())
                .isEqualTo(hits);
    }

    @ParameterizedTest
    @CsvSource({"pamidronate failed", "elderly man with anti-Scl-70 positive", "hands"})
    void whatFindsNothingIsNotOffered(String typed) {
        assertThat(sample.searcher.structured(SearchRequest.of(typed))).isEmpty();
    }

    @Test
    void theSearchItselfIsAsTyped() {
        assertThat(sample.searcher.search(SearchRequest.of("diltiazem failed")).parsed())
                .contains("diltiazem failed");
    }

    @Test
    void whoTypesATreatmentIsOfferedItsOutcomes() {
        assertThat(sample.searcher.structuredCompletions("diltiazem fai"))
                .extracting(Structured::label)
                .containsExactly("Papers where diltiazem had no response");
    }
}
