package dev.apatite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Diagnosis;
import dev.apatite.paper.Patient;
import dev.apatite.search.Concepts;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Diagnoses as a clinician would tell them. */
class ToldTest {
    private final Told told = new Told(new Concepts(Vocabulary.builtIn()), 0.5);

    private static Patient patient(String... names) {
        List<Diagnosis> diagnoses = List.of(names).stream()
                .map(each -> new Diagnosis("condition:" + each.replace(' ', '-'), each, null))
                .toList();
        return new Patient(
                "p-1", null, null, null, null, diagnoses, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void noClassStandsBesideItsMemberAndSignsStandApart() {
        Patient patient = patient("systemic sclerosis", "limited cutaneous systemic sclerosis", "pain");
        assertThat(told.diseases(patient))
                .extracting(Diagnosis::name)
                .containsExactly("limited cutaneous systemic sclerosis");
        assertThat(told.signs(patient)).containsExactly("pain");
    }

    @Test
    void whereNothingButSignsIsToldTheyAreTold() {
        assertThat(told.diseases(patient("pain"))).extracting(Diagnosis::name).containsExactly("pain");
        assertThat(told.signs(patient("pain"))).isEmpty();
    }
}
