package dev.apatite.search;

import java.util.List;

/**
 * A reported patient like a described case.
 *
 * @param score comparable among the patients of one answer
 * @param shared what both have, in words, the most telling first
 * @param differs what is otherwise in this patient, in words
 */
public record LikePatient(PatientRow row, double score, List<String> shared, List<String> differs) {
    public LikePatient {
        shared = List.copyOf(shared);
        differs = List.copyOf(differs);
    }
}
