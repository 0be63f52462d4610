package dev.apatite.annotation;

import dev.apatite.paper.Mention;
import dev.apatite.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which treatment is a kind of which. */
final class TreatmentTree {
    private final Vocabulary vocabulary;

    TreatmentTree(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Preferred names, each once; a class only where none of its members is there. */
    List<String> mostSpecific(Collection<Mention> treatments) {
        Set<String> ids = new LinkedHashSet<>();
        treatments.forEach(treatment -> ids.add(treatment.concept()));
        Set<String> names = new LinkedHashSet<>();
        for (Mention treatment : treatments) {
            boolean hasMember = ids.stream().anyMatch(id -> isWithin(id, treatment.concept()));
            if (!hasMember) {
                names.add(treatment.name());
            }
        }
        return List.copyOf(names);
    }

    /** Whether {@code narrow} is a narrower concept than {@code broad}. */
    boolean isWithin(String narrow, String broad) {
        return !narrow.equals(broad) && vocabulary.withAncestors(narrow).contains(broad);
    }

    /** Whether the two are the same or one is a kind of the other. */
    boolean isRelated(String one, String other) {
        return one.equals(other) || isWithin(one, other) || isWithin(other, one);
    }
}
