package dev.apatite.annotation;

import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.NameMatcher;
import dev.apatite.vocabulary.PhraseTrie;
import dev.apatite.vocabulary.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the abbreviations mean that one paper defines itself. */
final class LocalAbbreviations {
    /** An abbreviation; its concept is null where it means something that the vocabulary does not know. */
    private record Local(String printed, @Nullable Concept concept) {}

    /** A place where an abbreviation of the paper stands. */
    record Place(int end, @Nullable Concept concept) {}

    private final NameMatcher matcher;
    private final Map<String, Local> byShortForm = new HashMap<>();
    private final PhraseTrie<Local> trie = new PhraseTrie<>();

    LocalAbbreviations(NameMatcher matcher) {
        this.matcher = matcher;
    }

    /** Learns a definition; the first one that the vocabulary knows counts. */
    void learn(AbbreviationDefinition definition) {
        String shortForm = definition.shortForm();
        Local known = byShortForm.get(shortForm);
        if (known != null && known.concept() != null) {
            return;
        }
        Concept concept = meaning(definition.longForm());
        if (concept == null && isAlike(shortForm, definition.longForm())) {
            return;
        }
        byShortForm.put(shortForm, new Local(shortForm, concept));
    }

    /** To be called when all definitions are learned. */
    LocalAbbreviations ready() {
        byShortForm.forEach((shortForm, local) -> trie.add(shortForm, local));
        return this;
    }

    /** The concept that the long form names as a whole, or but for a word or two that qualify it. */
    private @Nullable Concept meaning(String longForm) {
        Words words = Words.of(longForm);
        for (int first = 0; first < words.size() && first <= 2; first++) {
            for (NameMatcher.Match match : matcher.at(words, first)) {
                if (match.end() == words.size()) {
                    for (NameMatcher.Name name : match.names()) {
                        if (!name.needsSupport()) {
                            return name.concept();
                        }
                    }
                }
            }
        }
        return null;
    }

    /** Whether the vocabulary's own meaning of the short form shares a telling word with the long form. */
    private boolean isAlike(String shortForm, String longForm) {
        Words words = Words.of(shortForm);
        if (words.size() == 0) {
            return false;
        }
        Set<String> said = tellingWords(longForm);
        for (NameMatcher.Match match : matcher.at(words, 0)) {
            for (NameMatcher.Name name : match.names()) {
                Set<String> meant = tellingWords(name.concept().name());
                name.concept().synonyms().forEach(synonym -> meant.addAll(tellingWords(synonym)));
                meant.retainAll(said);
                if (!meant.isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> tellingWords(String phrase) {
        Set<String> telling = new HashSet<>();
        for (String word : phrase.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (word.length() >= 5) {
                telling.add(word.substring(0, 5));
            }
        }
        return telling;
    }

    /** The paper's own abbreviation that begins with word {@code first}; null where none does. */
    @Nullable
    Place at(Words words, int first) {
        List<PhraseTrie.Hit<Local>> hits = trie.at(words, first);
        for (int i = hits.size() - 1; i >= 0; i--) {
            PhraseTrie.Hit<Local> hit = hits.get(i);
            String printed = words.printed(first, hit.end() - 1);
            for (Local local : hit.values()) {
                if (printed.equals(local.printed()) || printed.equals(local.printed() + "s")) {
                    return new Place(hit.end(), local.concept());
                }
            }
        }
        return null;
    }
}
