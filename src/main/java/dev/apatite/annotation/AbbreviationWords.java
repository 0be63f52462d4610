package dev.apatite.annotation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Words that short forms treat differently from others, by {@code abbreviation-words.tsv}. Immutable. */
final class AbbreviationWords {
    private final Map<String, Set<String>> kinds = new HashMap<>();

    AbbreviationWords() {
        for (String[] row : ResourceLines.cells("abbreviation-words.tsv", 2)) {
            kinds.computeIfAbsent(row[0], any -> new HashSet<>()).add(row[1]);
        }
    }

    /** Whether a short form leaves the word out at hardly any price. */
    boolean isSmall(String word) {
        return of("small").contains(word);
    }

    /** Whether the word's beginning belongs to it although the short form does not show it. */
    boolean isWholePrefix(String beginning) {
        return of("prefix").stream().anyMatch(beginning::startsWith);
    }

    /** Whether the word is so general a head that a short form may leave it out. */
    boolean isGeneralHead(String word) {
        return of("head").contains(word);
    }

    /** Whether the digit stands for the word. */
    boolean isNumber(char digit, String word) {
        return of(String.valueOf(digit)).contains(word);
    }

    private Set<String> of(String kind) {
        return kinds.getOrDefault(kind, Set.of());
    }
}
