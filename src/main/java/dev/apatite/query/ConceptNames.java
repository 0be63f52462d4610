package dev.apatite.query;

import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.MentionType;
import dev.apatite.text.EditDistance;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the concepts that words name, however the words are spelled: names are compared as they are searched, compounds
 * also without their gaps. Safe to share between threads.
 */
public final class ConceptNames {
    private static final int MOST_MEANINGS = 4;
    private static final int MOST_SYNONYMS = 4;
    private static final int LONGEST_ACRONYM = 6;
    private static final int SHORTEST_MISSPELT = 5;

    /** A word so long may have two letters wrong. */
    private static final int LONG = 8;

    /** What {@link #main} writes. */
    private static final String BUILT = "names.bin";

    private final Vocabulary vocabulary;
    private final TextAnalysis analysis;
    private final QuestionWords questions = QuestionWords.load();
    private final EverydayNames everyday = EverydayNames.load();
    private final Concept[] concepts;
    private final NameTable names;

    /** Takes what the build worked out of the built-in names; those of any other vocabulary are worked out now. */
    public ConceptNames(Vocabulary vocabulary, TextAnalysis analysis) {
        this(
                vocabulary,
                analysis,
                NameTable.built(BUILT, vocabulary.version())
                        .orElseGet(() -> NameTable.of(names(vocabulary, analysis), vocabulary.version())));
    }

    ConceptNames(Vocabulary vocabulary, TextAnalysis analysis, NameTable names) {
        this.vocabulary = vocabulary;
        this.analysis = analysis;
        this.names = names;
        concepts = vocabulary.concepts().toArray(Concept[]::new);
    }

    /** Writes the names of the built-in vocabulary under a folder of classes, so that no start has to work them out. */
    public static void main(String[] folder) throws IOException {
        Vocabulary vocabulary = Vocabulary.builtIn();
        Path beside = Path.of(folder[0], ConceptNames.class.getPackageName().split("\\."));
        Files.write(
                beside.resolve(BUILT), NameTable.bytes(names(vocabulary, new TextAnalysis()), vocabulary.version()));
    }

    /** By key, preferred names before others. */
    static Map<String, List<NameTable.Entry>> names(Vocabulary vocabulary, TextAnalysis analysis) {
        Map<String, List<NameTable.Entry>> names = new HashMap<>();
        int number = 0;
        for (Concept concept : vocabulary.concepts()) {
            add(names, number++, concept.name(), analysis);
        }
        number = 0;
        for (Concept concept : vocabulary.concepts()) {
            for (String each : concept.synonyms()) {
                add(names, number, each.endsWith("?") ? each.substring(0, each.length() - 1) : each, analysis);
            }
            number++;
        }
        return names;
    }

    private static void add(Map<String, List<NameTable.Entry>> names, int concept, String name, TextAnalysis analysis) {
        List<TextAnalysis.Word> words = analysis.words(name);
        String key = key(words);
        if (key.isEmpty()) {
            return;
        }
        boolean acronym = name.length() <= LONGEST_ACRONYM
                && name.chars().filter(Character::isUpperCase).count() > 1;
        NameTable.Entry entry = new NameTable.Entry(concept, acronym);
        add(names, key, entry);
        if (words.size() == 1 && words.getFirst().parts().size() > 1) {
            add(names, key.replace(" ", ""), entry);
        }
    }

    private static void add(Map<String, List<NameTable.Entry>> names, String key, NameTable.Entry entry) {
        List<NameTable.Entry> entries = names.computeIfAbsent(key, each -> new ArrayList<>(1));
        if (entries.stream().noneMatch(each -> each.concept() == entry.concept())) {
            entries.add(entry);
        }
    }

    /** The concepts that these words name as they are typed: an everyday word in small letters is no acronym. */
    List<Concept> named(List<TextAnalysis.Word> words, String typed) {
        if (questions.isFunctionWord(typed)) {
            return List.of();
        }
        boolean everyday = questions.isEveryday(typed);
        return meanings(words).stream()
                .filter(each -> !everyday || !each.acronym())
                .map(this::concept)
                .limit(MOST_MEANINGS)
                .toList();
    }

    /** The concepts of any type that these words name. */
    List<Concept> named(List<TextAnalysis.Word> words) {
        return meanings(words).stream().map(this::concept).limit(MOST_MEANINGS).toList();
    }

    /** What papers call what is called so every day; none where the words are no such name. */
    public List<String> otherwise(String typed) {
        return everyday.of(typed);
    }

    /** Ids of what a word names as it is typed. */
    public Set<String> conceptsOf(String typed) {
        return named(analysis.words(typed), typed).stream().map(Concept::id).collect(Collectors.toSet());
    }

    /**
     * A name of one word that is like another word.
     *
     * @param concepts ids of what it names
     */
    public record Near(String name, Set<String> concepts) {
        public Near {
            concepts = Set.copyOf(concepts);
        }
    }

    /** Names of one word that begin with the same letter and differ in one or two others, most alike first. */
    public List<Near> near(String typed) {
        String key = key(analysis.words(typed));
        if (key.length() < SHORTEST_MISSPELT || key.indexOf(' ') >= 0) {
            return List.of();
        }
        int most = key.length() < LONG ? 1 : 2;
        record Distant(String name, int distance) {}
        List<Distant> alike = new ArrayList<>();
        String first = key.substring(0, 1);
        names.keys(first).forEach(each -> {
            int distance = each.indexOf(' ') >= 0 ? most + 1 : EditDistance.distance(key, each, most);
            if (distance <= most) {
                alike.add(new Distant(each, distance));
            }
        });
        return alike.stream()
                .sorted(Comparator.comparingInt(Distant::distance).thenComparing(Distant::name))
                .map(each -> new Near(
                        printed(each.name()),
                        names.get(each.name()).stream()
                                .map(meaning -> concept(meaning).id())
                                .collect(Collectors.toSet())))
                .toList();
    }

    /** A name as it is printed, by what it is compared by. */
    private String printed(String key) {
        return names.get(key).stream()
                .map(this::concept)
                .flatMap(each -> Stream.concat(Stream.of(each.name()), each.synonyms().stream()))
                .filter(each -> key(analysis.words(each)).equals(key))
                .map(each -> each.equals(each.toUpperCase(Locale.ROOT)) ? each : each.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(key);
    }

    private List<NameTable.Entry> meanings(List<TextAnalysis.Word> words) {
        String key = key(words);
        List<NameTable.Entry> meanings = names.get(key);
        return meanings.isEmpty() && words.size() == 1 ? names.get(key.replace(" ", "")) : meanings;
    }

    private Concept concept(NameTable.Entry entry) {
        return concepts[entry.concept()];
    }

    /** The concept of a type by its id, its preferred name or another name. */
    public Optional<Concept> find(MentionType type, String name) {
        Concept byId = vocabulary.concept(name);
        if (byId != null && byId.type() == type) {
            return Optional.of(byId);
        }
        Optional<Concept> listed = vocabulary.find(type, name);
        return listed.isPresent()
                ? listed
                : named(analysis.words(name)).stream()
                        .filter(each -> each.type() == type)
                        .findFirst();
    }

    /** The preferred names of all concepts below one. */
    Set<String> narrower(MentionType type, String name) {
        Optional<Concept> concept = find(type, name);
        return concept.isEmpty()
                ? Set.of()
                : vocabulary.withDescendants(concept.get().id()).stream()
                        .filter(each -> !each.equals(concept.get().id()))
                        .map(vocabulary::concept)
                        .filter(Objects::nonNull)
                        .map(Concept::name)
                        .collect(Collectors.toSet());
    }

    /** Ids of the concepts of a type one of whose names begins so. */
    Set<String> beginning(MentionType type, String beginning) {
        String key = key(analysis.words(beginning));
        Set<String> ids = new LinkedHashSet<>();
        names.beginning(key).stream()
                .map(this::concept)
                .filter(concept -> concept.type() == type)
                .forEach(concept -> ids.add(concept.id()));
        return ids;
    }

    /**
     * The narrower concepts directly below one that is typed as a class: a group of drugs or antibodies, or "cancer", but
     * not "calcinosis", whose members are other diseases.
     */
    List<Concept> members(Concept concept, String typed) {
        boolean isClass = switch (concept.type()) {
            case TREATMENT, ANTIBODY -> true;
            case CONDITION -> questions.endsClass(typed);
            default -> false;
        };
        return !isClass
                ? List.of()
                : vocabulary.children(concept.id()).stream()
                        .map(vocabulary::concept)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /**
     * What a concept is called, beside how it was typed: its preferred name, and some other names that say more than those
     * with a word added.
     */
    List<String> others(Concept concept, String typed) {
        Map<String, String> others = new LinkedHashMap<>();
        others.put(key(analysis.words(concept.name())), concept.name());
        String typedKey = key(analysis.words(typed));
        String preferred = key(analysis.words(concept.name()));
        concept.synonyms().stream()
                .map(each -> each.endsWith("?") ? each.substring(0, each.length() - 1) : each)
                .filter(each -> !contains(key(analysis.words(each)), typedKey)
                        && !contains(key(analysis.words(each)), preferred))
                .limit(MOST_SYNONYMS)
                .forEach(each -> others.putIfAbsent(key(analysis.words(each)), each));
        others.remove(typedKey);
        return List.copyOf(others.values());
    }

    private static boolean contains(String key, String words) {
        return (" " + key + " ").contains(" " + words + " ");
    }

    static String key(List<TextAnalysis.Word> words) {
        StringBuilder key = new StringBuilder();
        for (TextAnalysis.Word word : words) {
            for (String part : word.parts()) {
                key.append(key.isEmpty() ? "" : " ").append(part);
            }
        }
        return key.toString();
    }
}
