package dev.apatite.annotation;

import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises drugs and operations that no vocabulary lists: by the stems of international nonproprietary names, by the
 * endings of operations, and by a dose beside them; one that nearly has a known name is that one, misspelt. Safe to share between threads.
 */
final class UnlistedTreatments {
    private static final int SHORTEST = 7;

    /** An ending and the least length of a word that counts. */
    private record Ending(String letters, int least, boolean needsDose) {}

    private final Map<String, List<Ending>> byLastTwo = new HashMap<>();
    private final Set<String> stopWords = new HashSet<>(ResourceLines.of("unlisted-stop-words.txt"));
    private final TreatmentContext context;
    private final Misspellings misspellings;

    UnlistedTreatments(Vocabulary vocabulary, TreatmentContext context) {
        this.context = context;
        misspellings = new Misspellings(vocabulary);
        for (String[] cells : ResourceLines.cells("drug-stems.tsv", 3)) {
            add(new Ending(cells[0], Integer.parseInt(cells[1]), cells[2].equals("dose")));
        }
        for (String[] cells : ResourceLines.cells("procedure-endings.tsv", 2)) {
            add(new Ending(cells[0], Integer.parseInt(cells[1]), false));
        }
    }

    private void add(Ending ending) {
        String letters = ending.letters();
        byLastTwo
                .computeIfAbsent(letters.substring(letters.length() - 2), key -> new ArrayList<>())
                .add(ending);
    }

    /** The treatment that word {@code at} names by its form or by a dose beside it; null where it names none. */
    @Nullable
    MentionCandidate at(SectionText text, int at) {
        Words words = text.words();
        int length = words.end(at) - words.start(at);
        if (length < SHORTEST || length > 40 || !words.isWord(at)) {
            return null;
        }
        String word = words.printed(at).toLowerCase(Locale.ROOT);
        String singular = word.endsWith("ies")
                ? word.substring(0, length - 3) + "y"
                : word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
        if (singular.startsWith("post") || singular.startsWith("pre") || singular.startsWith("peri")) {
            return null;
        }
        if (stopWords.contains(word) || stopWords.contains(singular) || !isPlain(word)) {
            return null;
        }
        Ending ending = ending(singular);
        if (ending == null || ending.needsDose() && !TreatmentContext.hasDose(words, at, at + 1)) {
            return null;
        }
        if (ending.needsDose() && context.isSomethingElse(words, at, at + 1)) {
            return null;
        }
        Concept meant = misspellings.meant(singular);
        return meant == null
                ? MentionCandidate.unlisted(at, at + 1, singular)
                : MentionCandidate.of(at, at + 1, meant, false);
    }

    private @Nullable Ending ending(String word) {
        List<Ending> endings = byLastTwo.getOrDefault(word.substring(word.length() - 2), List.of());
        Ending found = null;
        for (Ending ending : endings) {
            if (word.length() >= ending.least() && word.endsWith(ending.letters())) {
                if (!ending.needsDose()) {
                    return ending;
                }
                found = ending;
            }
        }
        return found;
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }
}
