package dev.apatite.search;

import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Concepts in the order of their folded names. Sorted when first asked: a search in a terminal asks for no suggestions
 * and does not wait for the tens of thousands of names. Safe to share between threads.
 */
final class ConceptsByName {
    private final Vocabulary vocabulary;
    private @Nullable NavigableMap<String, List<Concept>> sorted;

    ConceptsByName(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The concepts one of whose folded names begins so, by name. */
    Collection<List<Concept>> beginning(String folded) {
        return sorted().subMap(folded, true, folded + Character.MAX_VALUE, true).values();
    }

    private synchronized NavigableMap<String, List<Concept>> sorted() {
        if (sorted == null) {
            NavigableMap<String, List<Concept>> names = new TreeMap<>();
            for (Concept concept : vocabulary.concepts()) {
                add(names, concept.name(), concept);
                concept.synonyms().forEach(each -> add(names, each, concept));
            }
            sorted = names;
        }
        return sorted;
    }

    private static void add(NavigableMap<String, List<Concept>> names, String name, Concept concept) {
        names.computeIfAbsent(Vocabulary.fold(name), key -> new ArrayList<>(1)).add(concept);
    }
}
