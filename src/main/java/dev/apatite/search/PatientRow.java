package dev.apatite.search;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Patient;
import java.util.List;

/**
 * A patient, the paper that reports the case, and what came of the treatments.
 *
 * @param findings the findings that name this patient
 */
public record PatientRow(PaperCard paper, Patient patient, List<Finding> findings) {
    public PatientRow {
        findings = List.copyOf(findings);
    }
}
