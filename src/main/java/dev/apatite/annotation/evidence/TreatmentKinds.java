package dev.apatite.annotation.evidence;

import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of a paper's treatments are kinds of which: by the vocabulary (infliximab of tumour necrosis factor inhibitors)
 * or by their words (oral prednisone of prednisone). A result belongs to the kind that was given, not to its class.
 */
final class TreatmentKinds {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * A treatment among the others of its paper.
     *
     * @param narrower those that are kinds of it
     * @param broader those that it is a kind of
     * @param members how many concepts of the vocabulary are kinds of it; -1 where the vocabulary does not have it
     * @param words of how many words its name is
     */
    record Relatives(List<String> narrower, List<String> broader, int members, int words) {}

    private final Map<String, Relatives> relatives = new HashMap<>();

    TreatmentKinds(Cast cast, Vocabulary vocabulary) {
        Map<String, Set<String>> words = new HashMap<>();
        for (String name : cast.names()) {
            String concept = concept(cast, name);
            boolean known = vocabulary.concept(concept) != null;
            Set<String> of = new HashSet<>();
            words(name).forEach(each -> of.add(singular(each)));
            words.put(name, of);
            int members = known ? vocabulary.withDescendants(concept).size() - 1 : -1;
            relatives.put(name, new Relatives(new ArrayList<>(), new ArrayList<>(), members, of.size()));
        }
        for (String name : cast.names()) {
            String concept = concept(cast, name);
            Set<String> above = vocabulary.concept(concept) == null ? Set.of() : vocabulary.withAncestors(concept);
            Set<String> own = Objects.requireNonNull(words.get(name));
            for (String other : cast.names()) {
                String id = concept(cast, other);
                Set<String> fewer = Objects.requireNonNull(words.get(other));
                if (above.contains(id) && !id.equals(concept) || own.size() > fewer.size() && own.containsAll(fewer)) {
                    of(other).narrower().add(name);
                    of(name).broader().add(other);
                }
            }
        }
    }

    Relatives of(String name) {
        return Objects.requireNonNull(relatives.get(name));
    }

    /** The words of a treatment's name, in small letters. */
    static List<String> words(String name) {
        return List.of(BETWEEN_WORDS.split(name.toLowerCase(Locale.ROOT)));
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String concept(Cast cast, String name) {
        return cast.of(name).getFirst().named().concept();
    }
}
