package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All concepts that are known, by id and by name, with their tree. Immutable and safe to share between threads. */
public final class Vocabulary {
    private final Map<String, Concept> byId;
    private final Map<MentionType, Map<String, Concept>> byName = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new LinkedHashMap<>();
    private final String version;

    Vocabulary(Collection<Concept> concepts, String version) {
        Map<String, Concept> ids = new LinkedHashMap<>();
        for (Concept concept : concepts) {
            if (ids.put(concept.id(), concept) != null) {
                throw new VocabularyException("two concepts have the id " + concept.id());
            }
        }
        byId = Collections.unmodifiableMap(ids);
        this.version = version;
        for (Concept concept : concepts) {
            Map<String, Concept> names = byName.computeIfAbsent(concept.type(), type -> new LinkedHashMap<>());
            names.put(fold(concept.name()), concept);
        }
        for (Concept concept : concepts) {
            Map<String, Concept> names = byName.computeIfAbsent(concept.type(), type -> new LinkedHashMap<>());
            concept.synonyms().forEach(synonym -> names.putIfAbsent(fold(synonym), concept));
            for (String parent : concept.parents()) {
                if (!ids.containsKey(parent)) {
                    throw new VocabularyException(concept.id() + " has the parent " + parent + ", which is not there");
                }
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(concept.id());
            }
        }
    }

    /** The vocabulary that comes with Apatite. */
    public static Vocabulary builtIn() {
        return BuiltInFiles.load();
    }

    /** Changes whenever a concept, a name or the tree changes; what was annotated under another one is out of date. */
    public String version() {
        return version;
    }

    /** All concepts, in the order of the files. */
    public Collection<Concept> concepts() {
        return byId.values();
    }

    /** The concept with this id. */
    public @Nullable Concept concept(String id) {
        return byId.get(id);
    }

    /** The concept of this type with this preferred name or synonym, case, accents and punctuation ignored. */
    public Optional<Concept> find(MentionType type, String name) {
        return Optional.ofNullable(byName.getOrDefault(type, Map.of()).get(fold(name)));
    }

    /** Ids of the narrower concepts directly below this one. */
    public List<String> children(String id) {
        return children.getOrDefault(id, List.of());
    }

    /** The concept's own id and the ids of all narrower concepts. */
    public Set<String> withDescendants(String id) {
        return closure(id, this::children);
    }

    /** The concept's own id and the ids of all broader concepts. */
    public Set<String> withAncestors(String id) {
        return closure(id, each -> {
            Concept concept = byId.get(each);
            return concept == null ? List.of() : concept.parents();
        });
    }

    private static Set<String> closure(String id, java.util.function.Function<String, List<String>> next) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String each = open.poll();
            if (seen.add(each)) {
                open.addAll(next.apply(each));
            }
        }
        return seen;
    }

    /** The form in which names are compared: no case, no accents, words and numbers with single spaces between. */
    public static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
