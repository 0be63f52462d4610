package dev.apatite.annotation;

import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name that may become a mention.
 *
 * @param first its first word in the section
 * @param end one past its last word
 * @param concept the concept's id, or {@code new:} and a slug
 * @param name the preferred name
 * @param needsSupport whether it counts only beside an unambiguous name of the concept
 * @param otherwise what it is where this one has no support: "DM" is dermatomyositis in one paper, diabetes in another
 */
record MentionCandidate(
        int first,
        int end,
        String concept,
        String name,
        MentionType type,
        boolean needsSupport,
        @Nullable MentionCandidate otherwise) {
    static MentionCandidate of(int first, int end, Concept concept, boolean needsSupport) {
        return new MentionCandidate(first, end, concept.id(), concept.name(), concept.type(), needsSupport, null);
    }

    MentionCandidate orElse(@Nullable MentionCandidate other) {
        return new MentionCandidate(first, end, concept, name, type, needsSupport, other);
    }

    /** The one that counts beside these concepts; null where none does. */
    @Nullable
    MentionCandidate counted(Set<String> supported) {
        MentionCandidate each = this;
        while (each != null && each.needsSupport() && !supported.contains(each.concept())) {
            each = each.otherwise();
        }
        return each;
    }

    /** A treatment that no vocabulary lists. */
    static MentionCandidate unlisted(int first, int end, String name) {
        String slug = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return new MentionCandidate(first, end, "new:" + slug, name, MentionType.TREATMENT, false, null);
    }

    int length() {
        return end - first;
    }
}
