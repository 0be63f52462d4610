package dev.apatite.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reported case. What is not reported is null or empty, and never negative.
 *
 * @param id paper id, a hyphen and the number as printed
 * @param label as printed ("Case 3"), null where the paper reports a single unnumbered patient
 * @param age a number in {@code ageUnit}
 * @param sites preferred names of the affected sites
 * @param treatments preferred names of what the patient got or tried at any time
 */
public record Patient(
        String id,
        @Nullable String label,
        @Nullable Double age,
        @Nullable AgeUnit ageUnit,
        @Nullable Sex sex,
        List<Diagnosis> diagnoses,
        List<String> comorbidities,
        List<AntibodyResult> antibodies,
        List<TestResult> tests,
        List<String> sites,
        List<String> treatments) {
    public Patient {
        diagnoses = diagnoses == null ? List.of() : List.copyOf(diagnoses);
        comorbidities = comorbidities == null ? List.of() : List.copyOf(comorbidities);
        antibodies = antibodies == null ? List.of() : List.copyOf(antibodies);
        tests = tests == null ? List.of() : List.copyOf(tests);
        sites = sites == null ? List.of() : List.copyOf(sites);
        treatments = treatments == null ? List.of() : List.copyOf(treatments);
    }
}
