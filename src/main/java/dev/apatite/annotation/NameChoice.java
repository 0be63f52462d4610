package dev.apatite.annotation;

import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.NameMatcher;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.vocabulary.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the concept that a name means where it stands, or none. Safe to share between threads. */
final class NameChoice {
    /** Words before which or behind which an everyday word such as "back" or "face" is a part of the body. */
    private static final Set<String> BODY_BEFORE = Set.of(
            "left",
            "right",
            "both",
            "bilateral",
            "upper",
            "lower",
            "anterior",
            "posterior",
            "lateral",
            "medial",
            "his",
            "her",
            "their",
            "dorsal",
            "ventral",
            "proximal",
            "distal",
            "inner",
            "outer",
            "patient",
            "entire",
            "affected");

    private static final Set<String> BODY_BEFORE_THE = Set.of(
            "on",
            "of",
            "over",
            "in",
            "to",
            "involving",
            "around",
            "from",
            "and",
            "at",
            "across",
            "into",
            "near",
            "behind",
            "under",
            "for");

    private final Vocabulary vocabulary;
    private final TreatmentContext context;

    NameChoice(Vocabulary vocabulary, TreatmentContext context) {
        this.vocabulary = vocabulary;
        this.context = context;
    }

    /** The one of the names that is meant; null where the text means none of them. */
    @Nullable
    MentionCandidate choose(Words words, NameMatcher.Match match) {
        List<NameMatcher.Name> names = match.names();
        NameMatcher.Name treatment = first(names, true);
        NameMatcher.Name other = first(names, false);
        if (treatment != null && isTreatment(words, match, treatment, other != null)) {
            return MentionCandidate.of(match.first(), match.end(), treatment.concept(), treatment.needsSupport());
        }
        if (other == null || isExcluded(words, match.first(), match.end(), other.concept())) {
            return null;
        }
        MentionCandidate chosen =
                MentionCandidate.of(match.first(), match.end(), other.concept(), other.needsSupport());
        return other.needsSupport() ? chosen.orElse(otherwise(match, other)) : chosen;
    }

    private static @Nullable MentionCandidate otherwise(NameMatcher.Match match, NameMatcher.Name chosen) {
        MentionCandidate otherwise = null;
        for (NameMatcher.Name name : match.names().reversed()) {
            if (name != chosen && name.concept().type() == chosen.concept().type()) {
                otherwise = MentionCandidate.of(match.first(), match.end(), name.concept(), name.needsSupport())
                        .orElse(otherwise);
            }
        }
        return otherwise;
    }

    private static NameMatcher.@Nullable Name first(List<NameMatcher.Name> names, boolean treatment) {
        NameMatcher.Name best = null;
        for (NameMatcher.Name name : names) {
            if ((name.concept().type() == MentionType.TREATMENT) == treatment
                    && (best == null || best.needsSupport() && !name.needsSupport())) {
                best = name;
            }
        }
        return best;
    }

    private boolean isTreatment(Words words, NameMatcher.Match match, NameMatcher.Name name, boolean otherToo) {
        if (context.isSomethingElse(words, match.first(), match.end())) {
            return false;
        }
        boolean doubtful =
                otherToo || vocabulary.isAmbiguous(name.concept(), words.printed(match.first(), match.end() - 1));
        return !doubtful
                || context.isGiven(words, match.first(), match.end())
                || TreatmentContext.hasDose(words, match.first(), match.end());
    }

    /** Whether the words around say that the concept is not meant. */
    boolean isExcluded(Words words, int first, int end, Concept concept) {
        return switch (concept.type()) {
            case TREATMENT -> context.isSomethingElse(words, first, end);
            case SITE ->
                end == first + 1 && vocabulary.isAmbiguous(concept, words.printed(first)) && !isBody(words, first);
            default -> false;
        };
    }

    private static boolean isBody(Words words, int at) {
        if (at == 0) {
            return true;
        }
        String before = words.form(at - 1);
        if (before.equals("the")) {
            return at > 1 && BODY_BEFORE_THE.contains(words.form(at - 2));
        }
        return BODY_BEFORE.contains(before)
                || BODY_BEFORE_THE.contains(before)
                || before.equals(",")
                || before.equals("and");
    }
}
