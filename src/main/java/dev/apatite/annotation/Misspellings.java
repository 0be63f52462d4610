package dev.apatite.annotation;

import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the drug that a word means which differs from its name by one letter: one too many, one too few, one wrong, or
 * two exchanged. Names are kept under every form that lacks one letter, so that time does not grow with their number.
 * Safe to share between threads.
 */
final class Misspellings {
    /** Shorter names have neighbours that mean something else. */
    private static final int SHORTEST = 9;

    private final Map<String, Concept> byShortened = new HashMap<>();

    Misspellings(Vocabulary vocabulary) {
        for (Concept concept : vocabulary.concepts()) {
            if (concept.type() == MentionType.TREATMENT) {
                add(concept, concept.name());
                concept.synonyms().forEach(synonym -> add(concept, synonym));
            }
        }
    }

    private void add(Concept concept, String name) {
        boolean plain = name.length() >= SHORTEST && name.chars().allMatch(Character::isLetter);
        if (plain) {
            String lower = name.toLowerCase(Locale.ROOT);
            byShortened.putIfAbsent(lower, concept);
            for (int i = 1; i < lower.length(); i++) {
                byShortened.putIfAbsent(without(lower, i), concept);
            }
        }
    }

    /** The drug that the lower-case word nearly names; null where there is none. */
    @Nullable
    Concept meant(String word) {
        if (word.length() < SHORTEST) {
            return null;
        }
        Concept meant = byShortened.get(word);
        for (int i = 1; meant == null && i < word.length(); i++) {
            meant = byShortened.get(without(word, i));
        }
        return meant;
    }

    private static String without(String word, int i) {
        return word.substring(0, i) + word.substring(i + 1);
    }
}
