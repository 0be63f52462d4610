package dev.apatite.annotation;

import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;

/**
 * A name that may become a mention.
 *
 * @param first its first word in the section
 * @param end one past its last word
 * @param concept the concept's id, or {@code new:} and a slug
 * @param name the preferred name
 * @param needsSupport whether it counts only beside an unambiguous name of the concept
 */
record Candidate(int first, int end, String concept, String name, MentionType type, boolean needsSupport) {
    static Candidate of(int first, int end, Concept concept, boolean needsSupport) {
        return new Candidate(first, end, concept.id(), concept.name(), concept.type(), needsSupport);
    }

    /** A treatment that no vocabulary lists. */
    static Candidate unlisted(int first, int end, String name) {
        String slug = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return new Candidate(first, end, "new:" + slug, name, MentionType.TREATMENT, false);
    }

    int length() {
        return end - first;
    }
}
