package dev.apatite.annotation;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of {@code assertion-words.tsv} by what they do in a sentence. Safe to share between threads. */
final class AssertionWords {
    /** What a word does. */
    enum Kind {
        /** Opens a predicate: "was", "developed". */
        VERB,
        /** Another person who may have a disease and does more often speak of the patient's: "doctor". */
        PERSON,
        /** A verb that makes its subject the one who is ill: "suffered". */
        SUFFERS,
        /** What people do with another one's disease: "noticed". */
        OBSERVES,
        /** A relative, whose disease it is unless they observe it: "mother". */
        RELATIVE,
        /** Behind it "for" names what is denied: "no evidence for gout". */
        FOR_KEPT
    }

    private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

    AssertionWords() {
        for (Kind kind : Kind.values()) {
            words.put(kind, new HashSet<>());
        }
        for (String[] cells : ResourceLines.cells("assertion-words.tsv", 2)) {
            of(Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)))
                    .add(dev.apatite.vocabulary.Words.of(cells[0]).form(0));
        }
    }

    /** The compared forms of the words of this kind. */
    Set<String> of(Kind kind) {
        Set<String> known = words.get(kind);
        if (known == null) {
            throw new IllegalArgumentException("no words of kind " + kind);
        }
        return known;
    }

    boolean is(Kind kind, String form) {
        return of(kind).contains(form);
    }
}
