package dev.apatite.query;

import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.MentionType;
import dev.apatite.text.EditDistance;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** A concept under one of its names; an acronym is one only in capitals where the word is also an everyday one. */
    private record Meaning(Concept concept, boolean acronym) {}

    private final Vocabulary vocabulary;
    private final TextAnalysis analysis;
    private final QuestionWords questions = QuestionWords.load();
    private final TreeMap<String, List<Meaning>> byKey = new TreeMap<>();

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
        boolean acronym = name.length() <= LONGEST_ACRONYM
                && name.chars().filter(Character::isUpperCase).count() > 1;
        add(key, new Meaning(concept, acronym));
        if (words.size() == 1 && words.getFirst().parts().size() > 1) {
            add(key.replace(" ", ""), new Meaning(concept, acronym));
        }
    }

    private void add(String key, Meaning meaning) {
        List<Meaning> meanings = byKey.computeIfAbsent(key, each -> new ArrayList<>(1));
        if (meanings.stream().noneMatch(each -> each.concept().equals(meaning.concept()))) {
            meanings.add(meaning);
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
                .map(Meaning::concept)
                .limit(MOST_MEANINGS)
                .toList();
    }

    /** The concepts of any type that these words name. */
    List<Concept> named(List<TextAnalysis.Word> words) {
        return meanings(words).stream()
                .map(Meaning::concept)
                .limit(MOST_MEANINGS)
                .toList();
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
        byKey.subMap(first, true, first + Character.MAX_VALUE, true).keySet().forEach(each -> {
            int distance = each.indexOf(' ') >= 0 ? most + 1 : EditDistance.distance(key, each, most);
            if (distance <= most) {
                alike.add(new Distant(each, distance));
            }
        });
        return alike.stream()
                .sorted(Comparator.comparingInt(Distant::distance).thenComparing(Distant::name))
                .map(each -> new Near(
                        each.name(),
                        byKey.getOrDefault(each.name(), List.of()).stream()
                                .map(meaning -> meaning.concept().id())
                                .collect(Collectors.toSet())))
                .toList();
    }

    private List<Meaning> meanings(List<TextAnalysis.Word> words) {
        String key = key(words);
        List<Meaning> meanings = byKey.getOrDefault(key, List.of());
        return meanings.isEmpty() && words.size() == 1 ? byKey.getOrDefault(key.replace(" ", ""), List.of()) : meanings;
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
        for (List<Meaning> each :
                byKey.subMap(key, true, key + Character.MAX_VALUE, true).values()) {
            each.stream()
                    .map(Meaning::concept)
                    .filter(concept -> concept.type() == type)
                    .forEach(concept -> ids.add(concept.id()));
        }
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
