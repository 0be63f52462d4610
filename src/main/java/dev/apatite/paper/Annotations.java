package dev.apatite.paper;

import java.util.List;

/** What was recognised in a paper; mentions and findings point into the text of its sections. */
public record Annotations(List<Mention> mentions, List<Patient> patients, List<Finding> findings) {
    /** What is known of a paper that nobody has annotated. */
    public static final Annotations NONE = new Annotations(List.of(), List.of(), List.of());

    public Annotations {
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        patients = patients == null ? List.of() : List.copyOf(patients);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }
}
