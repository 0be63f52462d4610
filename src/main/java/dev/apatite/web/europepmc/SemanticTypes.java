package dev.apatite.web.europepmc;

import dev.apatite.paper.MentionType;

/** The kinds of our mentions by the names that Europe PMC has for kinds of annotations. */
final class SemanticTypes {
    private SemanticTypes() {}

    /** In the summary of text-mined terms. */
    static String of(MentionType type) {
        return switch (type) {
            case TREATMENT -> "CHEMICAL";
            case CONDITION -> "DISEASE";
            case ORGANISM -> "ORGANISM";
            case ANTIBODY -> "ANTIBODY";
            case SITE -> "ANATOMY";
            case TEST -> "EXPERIMENTAL_METHOD";
            case IMAGING -> "IMAGING";
        };
    }

    /** In the annotations API. */
    static String annotation(MentionType type) {
        return switch (type) {
            case TREATMENT -> "Chemicals";
            case CONDITION -> "Diseases";
            case ORGANISM -> "Organisms";
            case ANTIBODY -> "Antibodies";
            case SITE -> "Anatomy";
            case TEST -> "Experimental Methods";
            case IMAGING -> "Imaging";
        };
    }
}
