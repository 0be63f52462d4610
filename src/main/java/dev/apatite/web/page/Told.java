package dev.apatite.web.page;

import dev.apatite.paper.Diagnosis;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Patient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is told of patients, put as a clinician would: diseases apart from signs, and each treatment once.
 *
 * @param isSign whether a concept is a symptom, a sign or a mere finding rather than a disease
 * @param likely the confidence from which on findings are likely; others are not told
 */
public record Told(Predicate<@Nullable String> isSign, double likely) {
    /** The diseases among the diagnoses; all of them where nothing but signs is told. */
    public List<Diagnosis> diseases(Patient patient) {
        List<Diagnosis> diseases = patient.diagnoses().stream()
                .filter(each -> !isSign.test(each.concept()))
                .toList();
        return diseases.isEmpty() ? patient.diagnoses() : diseases;
    }

    /** The names of the other ones. */
    public List<String> signs(Patient patient) {
        List<Diagnosis> diseases = diseases(patient);
        return patient.diagnoses().stream()
                .filter(each -> !diseases.contains(each))
                .map(Diagnosis::name)
                .distinct()
                .toList();
    }

    /** The likely findings of the same treatment together, in the order of the first of each; the same response once. */
    public List<List<Finding>> byTreatment(List<Finding> findings) {
        Map<String, List<Finding>> treatments = new LinkedHashMap<>();
        for (Finding each : findings) {
            if (Sureness.isUnsure(each, likely)) {
                continue;
            }
            List<Finding> same = treatments.computeIfAbsent(each.treatment(), any -> new ArrayList<>());
            if (same.stream().noneMatch(one -> one.response() == each.response() && one.own() == each.own())) {
                same.add(each);
            }
        }
        return List.copyOf(treatments.values());
    }
}
