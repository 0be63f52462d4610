package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.util.List;

/**
 * Something that papers name.
 *
 * @param id stable and unique over all types, e.g. {@code treatment:diltiazem}
 * @param name preferred name, lower case where it is not a proper name
 * @param parents ids of broader concepts
 * @param synonyms other names and spellings; one that ends in {@code ?} counts only in a text that also uses an
 *     unambiguous name of the concept
 */
public record Concept(String id, String name, MentionType type, List<String> parents, List<String> synonyms) {
    public Concept {
        parents = List.copyOf(parents);
        synonyms = List.copyOf(synonyms);
    }
}
