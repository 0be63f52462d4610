package dev.apatite.search;

import dev.apatite.paper.Response;
import java.util.List;

/**
 * One treatment and its responses side by side.
 *
 * @param total all responses together: who had two of them is one patient, not two
 */
public record TreatmentSummary(String treatment, Total total, List<Count> counts) {
    /** How many different papers, patients and works there are in all; as in {@link Count}. */
    public record Total(int own, int ownPatients, int cited, int citedPatients) {}

    /**
     * How often one response was reported.
     *
     * @param own papers that report it of their own patients
     * @param ownPatients how many patients these say they are
     * @param cited works that are cited for it, each counted once however many papers cite it
     * @param citedPatients how many patients these are said to be
     */
    public record Count(Response response, int own, int ownPatients, int cited, int citedPatients) {}

    public TreatmentSummary {
        counts = List.copyOf(counts);
    }
}
