package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Gathers concepts from files. One that has the id, or type and name, of a concept that is already there brings its
 * other names and parents to that one; a parent that is nowhere, or that would close a circle, is left out of what users
 * load and refused in the built-in files.
 */
final class VocabularyBuilder {
    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Map<String, String> idByName = new HashMap<>();
    private final Map<String, String> idByPreferredName = new HashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final CRC32 checksum = new CRC32();
    private boolean strict;
    private boolean remembering;

    /** Whether a duplicate or a missing parent is an error from now on. */
    VocabularyBuilder strict(boolean value) {
        strict = value;
        return this;
    }

    /** Counts bytes into the version. */
    void seen(byte[] bytes, int from, int length) {
        checksum.update(bytes, from, length);
    }

    void ambiguous(String name) {
        ambiguous.add(Vocabulary.key(name));
    }

    /** Adds a concept that stands at {@code origin} ("file, line 3"). */
    void add(Concept concept, String origin) {
        if (concept.id().isBlank() || concept.name().isBlank()) {
            throw new VocabularyException(origin + ": a concept needs an id and a name");
        }
        Concept there = concepts.get(aliases.getOrDefault(concept.id(), concept.id()));
        if (there != null && strict) {
            throw new VocabularyException(origin + ": there is already a concept with the id " + concept.id());
        }
        if (there != null && there.type() != concept.type()) {
            throw new VocabularyException(origin + ": " + concept.id() + " is a "
                    + there.type().code() + " already and cannot be a "
                    + concept.type().code());
        }
        if (there == null && !strict) {
            there = sameMeaning(concept);
        }
        Concept kept = there == null ? concept : merged(there, concept);
        concepts.put(kept.id(), kept);
        if (remembering) {
            remember(kept);
        }
    }

    /** Names are of use only where others than the built-in files come after them. */
    private void rememberAll() {
        if (!remembering) {
            remembering = true;
            concepts.values().forEach(this::remember);
        }
    }

    /** The concept that is there under this one's name, or whose name this one has as a synonym. */
    private @Nullable Concept sameMeaning(Concept concept) {
        rememberAll();
        String id = idByName.get(nameKey(concept.type(), concept.name()));
        if (id == null) {
            for (String synonym : concept.synonyms()) {
                id = synonym.endsWith("?") ? null : idByPreferredName.get(nameKey(concept.type(), synonym));
                if (id != null) {
                    break;
                }
            }
        }
        if (id == null) {
            return null;
        }
        aliases.put(concept.id(), id);
        return concepts.get(id);
    }

    private void remember(Concept concept) {
        idByPreferredName.putIfAbsent(nameKey(concept.type(), concept.name()), concept.id());
        idByName.put(nameKey(concept.type(), concept.name()), concept.id());
        for (String synonym : concept.synonyms()) {
            if (!synonym.endsWith("?")) {
                idByName.putIfAbsent(nameKey(concept.type(), synonym), concept.id());
            }
        }
    }

    private static String nameKey(MentionType type, String name) {
        return type.code() + " " + Vocabulary.key(name);
    }

    private static Concept merged(Concept there, Concept more) {
        Set<String> parents = new LinkedHashSet<>(there.parents());
        parents.addAll(more.parents());
        Set<String> synonyms = new LinkedHashSet<>(there.synonyms());
        if (!more.name().equals(there.name())) {
            synonyms.add(more.name());
        }
        synonyms.addAll(more.synonyms());
        return new Concept(there.id(), there.name(), there.type(), List.copyOf(parents), List.copyOf(synonyms));
    }

    Vocabulary build() {
        Map<String, Concept> built = new LinkedHashMap<>();
        for (Concept concept : concepts.values()) {
            List<String> parents = parents(concept);
            built.put(
                    concept.id(),
                    parents.equals(concept.parents())
                            ? concept
                            : new Concept(concept.id(), concept.name(), concept.type(), parents, concept.synonyms()));
        }
        cutCircles(built);
        return new Vocabulary(built, aliases, ambiguous, String.format(Locale.ROOT, "%08x", checksum.getValue()));
    }

    private List<String> parents(Concept concept) {
        List<String> parents = new ArrayList<>();
        for (String parent : concept.parents()) {
            String id = aliases.getOrDefault(parent, parent);
            if (concepts.containsKey(id)) {
                if (!id.equals(concept.id()) && !parents.contains(id)) {
                    parents.add(id);
                }
            } else if (strict) {
                throw new VocabularyException(concept.id() + " has the parent " + parent + ", which is not there");
            }
        }
        return parents;
    }

    private void cutCircles(Map<String, Concept> built) {
        Map<String, Boolean> done = new HashMap<>();
        for (String id : List.copyOf(built.keySet())) {
            cutCircles(id, built, done);
        }
    }

    /** Depth first without recursion: a vocabulary that a user loads may be deep. */
    private void cutCircles(String from, Map<String, Concept> built, Map<String, Boolean> done) {
        List<String> path = new ArrayList<>(List.of(from));
        List<Integer> at = new ArrayList<>(List.of(0));
        if (done.putIfAbsent(from, false) != null) {
            return;
        }
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            String id = path.get(top);
            List<String> parents = parentsOf(built, id);
            int next = at.get(top);
            if (next >= parents.size()) {
                done.put(id, true);
                path.remove(top);
                at.remove(top);
                continue;
            }
            String parent = parents.get(next);
            Boolean finished = done.get(parent);
            if (finished == null) {
                at.set(top, next + 1);
                done.put(parent, false);
                path.add(parent);
                at.add(0);
            } else if (finished) {
                at.set(top, next + 1);
            } else {
                cut(built, id, parent);
            }
        }
    }

    private static List<String> parentsOf(Map<String, Concept> built, String id) {
        Concept concept = built.get(id);
        return concept == null ? List.of() : concept.parents();
    }

    private void cut(Map<String, Concept> built, String id, String parent) {
        if (strict) {
            throw new VocabularyException(id + " has the parent " + parent + ", which is also below it");
        }
        built.computeIfPresent(
                id,
                (key, concept) -> new Concept(
                        concept.id(),
                        concept.name(),
                        concept.type(),
                        concept.parents().stream()
                                .filter(each -> !each.equals(parent))
                                .toList(),
                        concept.synonyms()));
    }
}
