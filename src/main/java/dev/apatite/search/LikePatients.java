package dev.apatite.search;

import java.util.List;

/**
 * Reported patients like a case, the most alike first.
 *
 * @param understood what was read out of the case, in words
 */
public record LikePatients(List<String> understood, List<LikePatient> patients) {
    public LikePatients {
        understood = List.copyOf(understood);
        patients = List.copyOf(patients);
    }
}
