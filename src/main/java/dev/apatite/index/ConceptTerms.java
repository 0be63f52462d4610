package dev.apatite.index;

import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The terms and the facet paths under which a concept stands in the index. */
final class ConceptTerms {
    private static final int DEEPEST = 8;
    private static final int MOST_PATHS = 6;

    private final Vocabulary vocabulary;

    ConceptTerms(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The concept's own term and those of all broader concepts. */
    Set<String> terms(String concept) {
        Set<String> terms = new LinkedHashSet<>();
        vocabulary.withAncestors(concept).forEach(each -> terms.add(Schema.conceptTerm(each)));
        return terms;
    }

    /** The terms of a concept in text: its own, and that it is narrower than all broader ones. */
    Set<String> inText(String concept) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(Schema.conceptTerm(concept));
        vocabulary.withAncestors(concept).stream()
                .filter(each -> !each.equals(concept))
                .forEach(each -> terms.add(Schema.narrowerTerm(each)));
        return terms;
    }

    /** The id of what a name means; a name that no vocabulary lists is an id of its own. */
    String idOf(MentionType type, @Nullable String concept, String name) {
        if (concept != null && vocabulary.concept(concept) != null) {
            return concept;
        }
        return vocabulary.find(type, name).map(Concept::id).orElseGet(() -> Schema.unlisted(type, name));
    }

    /** From the broadest concept down to this one, by preferred names; several where it has several parents. */
    List<List<String>> paths(String id, String name) {
        List<List<String>> paths = new ArrayList<>();
        climb(id, name, List.of(), paths);
        return paths;
    }

    private void climb(String id, String name, List<String> below, List<List<String>> paths) {
        if (below.contains(name) || paths.size() >= MOST_PATHS) {
            return;
        }
        List<String> path = new ArrayList<>();
        path.add(name);
        path.addAll(below);
        Concept concept = vocabulary.concept(id);
        if (concept == null || concept.parents().isEmpty() || path.size() >= DEEPEST) {
            paths.add(path);
            return;
        }
        for (String parent : concept.parents()) {
            Concept broader = vocabulary.concept(parent);
            if (broader != null) {
                climb(parent, broader.name(), path, paths);
            }
        }
    }
}
