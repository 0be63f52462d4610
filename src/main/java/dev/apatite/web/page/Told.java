package dev.apatite.web.page;

import dev.apatite.paper.Diagnosis;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Patient;
import dev.apatite.search.Concepts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is told of patients, put as a clinician would: diseases apart from signs, and each treatment once.
 *
 * @param concepts tell diseases from signs, and classes from their members
 * @param likely the confidence from which on findings are likely; others are not told
 */
public record Told(Concepts concepts, double likely) {
    /** The diseases among the diagnoses, no class beside its member; all of them where nothing but signs is told. */
    public List<Diagnosis> diseases(Patient patient) {
        List<Diagnosis> exact = concepts.mostExact(patient);
        List<Diagnosis> diseases =
                exact.stream().filter(each -> !concepts.isSign(each.concept())).toList();
        return diseases.isEmpty() ? exact : diseases;
    }

    /** The names of the other ones. */
    public List<String> signs(Patient patient) {
        List<Diagnosis> diseases = diseases(patient);
        return concepts.mostExact(patient).stream()
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
