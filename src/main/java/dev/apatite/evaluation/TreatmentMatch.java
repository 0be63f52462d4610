package dev.apatite.evaluation;

import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.util.regex.Pattern;

/** Whether two names mean the same treatment: by the vocabulary, or by their words without "therapy" and the like. */
final class TreatmentMatch {
    private static final Pattern EMPTY_WORDS = Pattern.compile(
            "\\b(?:therapy|treatment|infusions?|injections?|tablets?|oral|intravenous|iv|topical|systemic)\\b");
    private static final Pattern PLURAL = Pattern.compile("s\\b");

    private final Vocabulary vocabulary;

    TreatmentMatch(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    boolean same(String gold, String printed, String found) {
        String wanted = stem(gold);
        String got = stem(found);
        return wanted.equals(got)
                || got.equals(stem(printed))
                || got.length() > 4 && wanted.length() > 4 && (got.contains(wanted) || wanted.contains(got))
                || concept(gold).equals(concept(found));
    }

    private String concept(String name) {
        return vocabulary.find(MentionType.TREATMENT, name).map(Concept::id).orElse(name);
    }

    private static String stem(String name) {
        String plain = EMPTY_WORDS.matcher(TextMatch.fold(name)).replaceAll(" ").strip();
        return PLURAL.matcher(plain).replaceAll("").replaceAll("\\s+", " ");
    }
}
