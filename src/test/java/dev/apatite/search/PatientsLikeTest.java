package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Patient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reported patients like a case. */
class PatientsLikeTest {
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

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A 47-year-old woman with positive anti-Scl-70, given diltiazem | thio | anti-Scl-70 positive | ''",
                "boy of 10 years old, anti-Scl-70 negative, pamidronate        | pam  | pamidronate          | ''",
                // A class counts for its members.
                "a boy given bisphosphonates                                   | pam  | bisphosphonates (pamidronate) | ''",
                "40-year-old man with positive anti-Scl-70                     | thio | anti-Scl-70 positive | female instead of male",
            })
    void theMostAlikeComesFirstWithWhatIsSharedAndWhatDiffers(
            String text, String paper, String shared, String differs) {
        LikePatient first = sample.searcher.patientsLike(text, 10).patients().getFirst();
        assertThat(first.row().paper().id()).isEqualTo(paper);
        assertThat(first.shared()).contains(shared);
        assertThat(String.join(", ", first.differs())).isEqualTo(differs);
    }

    @Test
    void aReportedPatientIsNotLikeItself() {
        Patient patient = sample.searcher.paper("thio").orElseThrow().patients().getFirst();
        assertThat(sample.searcher.patientsLike(patient, 10).patients())
                .noneSatisfy(each -> assertThat(each.row().patient().id()).isEqualTo(patient.id()));
    }

    @ParameterizedTest
    @CsvSource({"nothing of the kind", "''"})
    void aTextThatDescribesNoCaseIsLikeNobody(String text) {
        assertThat(sample.searcher.patientsLike(text, 10).patients()).isEmpty();
    }
}
