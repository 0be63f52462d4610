package dev.apatite.query;

import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the concepts that words name, however the words are spelled: names are compared as they are searched, compounds
 * also without their gaps. Safe to share between threads.
 */
public final class ConceptNames {
    private static final int MOST_MEANINGS = 4;
    private static final int MOST_MEMBERS = 10;
    private static final int MOST_SYNONYMS = 4;

    private final Vocabulary vocabulary;
    private final TextAnalysis analysis;
    private final TreeMap<String, List<Concept>> byKey = new TreeMap<>();

    public ConceptNames(Vocabulary vocabulary, TextAnalysis analysis) {
        this.vocabulary = vocabulary;
        this.analysis = analysis;
        for (Concept concept : vocabulary.concepts()) {
            add(concept, concept.name());
        }
        for (Concept concept : vocabulary.concepts()) {
            concept.synonyms()
                    .forEach(each -> add(concept, each.endsWith("?") ? each.substring(0, each.length() - 1) : each));
        }
    }

    private void add(Concept concept, String name) {
        List<TextAnalysis.Word> words = analysis.words(name);
        String key = key(words);
        if (key.isEmpty()) {
            return;
        }
        List<Concept> meanings = byKey.computeIfAbsent(key, each -> new ArrayList<>(1));
        if (!meanings.contains(concept)) {
            meanings.add(concept);
        }
        if (words.size() == 1 && words.getFirst().parts().size() > 1) {
            List<Concept> joined = byKey.computeIfAbsent(key.replace(" ", ""), each -> new ArrayList<>(1));
            if (!joined.contains(concept)) {
                joined.add(concept);
            }
        }
    }

    /** The concepts of any type that these words name. */
    List<Concept> named(List<TextAnalysis.Word> words) {
        String key = key(words);
        List<Concept> meanings = byKey.getOrDefault(key, List.of());
        if (meanings.isEmpty() && words.size() == 1) {
            meanings = byKey.getOrDefault(key.replace(" ", ""), List.of());
        }
        return meanings.size() > MOST_MEANINGS ? meanings.subList(0, MOST_MEANINGS) : meanings;
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

    /** Ids of the concepts of a type one of whose names begins so. */
    Set<String> beginning(MentionType type, String beginning) {
        String key = key(analysis.words(beginning));
        Set<String> ids = new LinkedHashSet<>();
        for (Map.Entry<String, List<Concept>> each :
                byKey.subMap(key, true, key + Character.MAX_VALUE, true).entrySet()) {
            each.getValue().stream()
                    .filter(concept -> concept.type() == type)
                    .forEach(concept -> ids.add(concept.id()));
        }
        return ids;
    }

    /** The concept's narrower concepts, directly below it. */
    List<String> members(Concept concept) {
        return vocabulary.children(concept.id()).stream()
                .map(vocabulary::concept)
                .filter(each -> each != null)
                .map(Concept::name)
                .toList();
    }

    /**
     * What is searched with a concept beside the typed name: its preferred name, its members, and some other names that
     * say more than those with a word added.
     */
    List<String> others(Concept concept, String typed) {
        Map<String, String> byKey = new LinkedHashMap<>();
        Stream.concat(Stream.of(concept.name()), members(concept).stream().limit(MOST_MEMBERS))
                .forEach(each -> byKey.putIfAbsent(key(analysis.words(each)), each));
        String typedKey = key(analysis.words(typed));
        String preferred = key(analysis.words(concept.name()));
        concept.synonyms().stream()
                .map(each -> each.endsWith("?") ? each.substring(0, each.length() - 1) : each)
                .filter(each -> !contains(key(analysis.words(each)), typedKey)
                        && !contains(key(analysis.words(each)), preferred))
                .limit(MOST_SYNONYMS)
                .forEach(each -> byKey.putIfAbsent(key(analysis.words(each)), each));
        byKey.remove(typedKey);
        return List.copyOf(byKey.values());
    }

    private static boolean contains(String key, String words) {
        return (" " + key + " ").contains(" " + words + " ");
    }

    private static String key(List<TextAnalysis.Word> words) {
        StringBuilder key = new StringBuilder();
        for (TextAnalysis.Word word : words) {
            for (String part : word.parts()) {
                key.append(key.isEmpty() ? "" : " ").append(part);
            }
        }
        return key.toString();
    }
}
