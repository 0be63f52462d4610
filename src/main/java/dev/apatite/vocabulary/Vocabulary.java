package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import dev.apatite.text.Folding;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All concepts that are known, by id and by name, with their tree. Immutable and safe to share between threads. */
public final class Vocabulary {
    private final Map<String, Concept> byId;
    private final Map<String, List<String>> otherIds = new HashMap<>();
    private final Set<String> ambiguous;
    /** Worked out for a type when it is first asked for. */
    private final Map<MentionType, Map<String, Concept>> byName = new ConcurrentHashMap<>();

    private final Map<String, List<String>> children = new LinkedHashMap<>();
    private final Map<String, Set<String>> descendants = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> ancestors = new ConcurrentHashMap<>();
    private final String version;

    /** {@code aliases} are ids by which files list a concept that is there under another one. */
    Vocabulary(Map<String, Concept> concepts, Map<String, String> aliases, Set<String> ambiguous, String version) {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(concepts));
        this.ambiguous = Set.copyOf(ambiguous);
        this.version = version;
        aliases.forEach((alias, id) ->
                otherIds.computeIfAbsent(id, any -> new ArrayList<>()).add(alias));
        for (Concept concept : byId.values()) {
            concept.parents()
                    .forEach(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>())
                            .add(concept.id()));
        }
    }

    private Map<String, Concept> names(MentionType type) {
        List<Concept> concepts =
                byId.values().stream().filter(each -> each.type() == type).toList();
        Map<String, Concept> names = new HashMap<>();
        concepts.forEach(each -> names.putIfAbsent(key(each.name()), each));
        concepts.forEach(each -> each.synonyms().forEach(synonym -> names.putIfAbsent(key(synonym), each)));
        return names;
    }

    /** The vocabulary that comes with Apatite. */
    public static Vocabulary builtIn() {
        return BuiltInFiles.load().build();
    }

    /**
     * The built-in vocabulary and, beside it, every file of a folder that is in a known format (see the package's
     * documentation).
     *
     * @throws VocabularyException where a file cannot be used; the message names file and line
     */
    public static Vocabulary load(Path folder) {
        VocabularyBuilder builder = BuiltInFiles.load();
        new VocabularyFolder(folder).addTo(builder);
        return builder.build();
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

    /** The ids by which other files than the first list the same concept, as HPO and Mondo do, in the order of the files. */
    public List<String> otherIds(String id) {
        return Collections.unmodifiableList(otherIds.getOrDefault(id, List.of()));
    }

    /**
     * The concept of this type with this preferred name or synonym; case, accents, punctuation, plural and British
     * spelling are ignored.
     */
    public Optional<Concept> find(MentionType type, String name) {
        return Optional.ofNullable(byName.computeIfAbsent(type, this::names).get(key(name)));
    }

    /**
     * Whether the name of the concept that a text prints also means something else, so that only its surroundings tell:
     * "calcium" and "Ca", but not "calcium supplements".
     */
    public boolean isAmbiguous(Concept concept, String printed) {
        String preferred = key(concept.name());
        if (!ambiguous.contains(preferred)) {
            return false;
        }
        String key = key(printed);
        return key.equals(preferred) || key.indexOf(' ') < 0;
    }

    /** Ids of the narrower concepts directly below this one. */
    public List<String> children(String id) {
        return Collections.unmodifiableList(children.getOrDefault(id, List.of()));
    }

    /** The concept's own id and the ids of all narrower concepts. */
    public Set<String> withDescendants(String id) {
        return byId.containsKey(id)
                ? descendants.computeIfAbsent(id, each -> closure(each, this::children))
                : Set.of(id);
    }

    /** The concept's own id and the ids of all broader concepts. */
    public Set<String> withAncestors(String id) {
        return byId.containsKey(id) ? ancestors.computeIfAbsent(id, each -> closure(each, this::parents)) : Set.of(id);
    }

    private List<String> parents(String id) {
        Concept concept = byId.get(id);
        return concept == null ? List.of() : concept.parents();
    }

    private static Set<String> closure(String id, Function<String, List<String>> next) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String each = open.poll();
            if (seen.add(each)) {
                open.addAll(next.apply(each));
            }
        }
        return Collections.unmodifiableSet(seen);
    }

    /** The form in which a text finds names: that of {@link #fold} with the words in singular and American spelling. */
    static String key(String name) {
        Words words = Words.of(name);
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < words.size(); i++) {
            if (!words.isMark(i)) {
                key.append(key.isEmpty() ? "" : " ").append(words.form(i));
            }
        }
        return key.toString();
    }

    /** The form in which names are compared: no case, no accents, words and numbers with single spaces between. */
    public static String fold(String name) {
        return Folding.plain(name).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
