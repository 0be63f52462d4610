package dev.apatite.search;

import dev.apatite.paper.Diagnosis;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Patient;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the vocabulary knows of concepts, for those who put them before others: which are signs, which are broader, how standards name them. */
public final class Concepts {
    private static final Set<String> SIGNS = Set.of("condition:symptom-or-sign", "condition:pathological-finding");

    private final Vocabulary vocabulary;

    /** Those of a vocabulary. */
    public Concepts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Whether a concept is a symptom, a sign or a mere finding ("pain", "lesion", "mass") rather than a disease. */
    public boolean isSign(@Nullable String concept) {
        return concept != null && vocabulary.withAncestors(concept).stream().anyMatch(SIGNS::contains);
    }

    /** A patient's diagnoses without classes that stand beside one of their members. */
    public List<Diagnosis> mostExact(Patient patient) {
        return patient.diagnoses().stream()
                .filter(each ->
                        patient.diagnoses().stream().noneMatch(other -> isBroader(each.concept(), other.concept())))
                .toList();
    }

    private boolean isBroader(@Nullable String broad, @Nullable String narrow) {
        return broad != null
                && narrow != null
                && !broad.equals(narrow)
                && vocabulary.withAncestors(narrow).contains(broad);
    }

    /**
     * The id of a concept in a standard vocabulary that is loaded.
     *
     * @param concept where it is known; else it is sought by its name
     * @param prefixes of the standards, the dearest first: {@code "MONDO:"}, {@code "HP:"}
     * @return the concept's own id, or null, where none of them lists it
     */
    public @Nullable String standard(@Nullable String concept, MentionType type, String name, List<String> prefixes) {
        String id = concept != null
                ? concept
                : vocabulary.find(type, name).map(Concept::id).orElse(null);
        if (id == null) {
            return null;
        }
        List<String> ids =
                Stream.concat(Stream.of(id), vocabulary.otherIds(id).stream()).toList();
        return prefixes.stream()
                .map(prefix -> ids.stream()
                        .filter(each -> each.startsWith(prefix))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(id);
    }
}
