package dev.apatite.annotation;

import dev.apatite.annotation.AssertionTriggers.Direction;
import dev.apatite.annotation.AssertionTriggers.Trigger;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Words;
import java.util.List;
import java.util.Set;

/** What one sentence says of the things in it (ConText: Harkema et al. 2009). */
final class SentenceAssertions {
    /** Prepositions behind which a treatment is no longer what "no" denies: "no recurrence after surgery". */
    private static final Set<String> TREATMENT_ENDS = Set.of(
            "after",
            "with",
            "on",
            "by",
            "during",
            "following",
            "under",
            "to",
            "from",
            "before",
            "upon",
            "in",
            "at",
            "despite");

    private final Words words;
    private final List<PlacedTrigger> triggers;
    private final Clauses clauses;
    private final PrintedResults printed;

    /** Reads the triggers among the words from {@code from} to before {@code to}. */
    SentenceAssertions(AssertionTriggers known, Words words, int from, int to) {
        this.words = words;
        triggers = known.in(words, from, to);
        clauses = new Clauses(words, known.lexicon(), from, to);
        int end = to < words.size() ? words.start(to) : words.text().length();
        printed = new PrintedResults(words, from < words.size() ? words.start(from) : end, end);
    }

    /** How the sentence asserts what stands from word {@code first} to before word {@code end}. */
    Assertion of(MentionType type, int first, int end) {
        Boolean there = printed.of(first, end);
        if (there != null && !there) {
            return Assertion.NEGATED;
        }
        Assertion strongest = Assertion.AFFIRMED;
        for (PlacedTrigger placed : triggers) {
            Assertion assertion = placed.trigger().assertion();
            if (assertion != null
                    && rank(assertion) < rank(strongest)
                    && !(there != null && assertion == Assertion.NEGATED)
                    && placed.trigger().targets().include(type)
                    && covers(placed, type, first, end)) {
                strongest = assertion;
            }
        }
        return strongest;
    }

    private static int rank(Assertion assertion) {
        return switch (assertion) {
            case NEGATED -> 0;
            case OTHER_PERSON -> 1;
            case POSSIBLE -> 2;
            case HISTORICAL -> 3;
            case AFFIRMED -> 4;
        };
    }

    private boolean covers(PlacedTrigger placed, MentionType type, int first, int end) {
        Trigger trigger = placed.trigger();
        if (placed.hiddenUntil() > 0 && first >= placed.hiddenUntil()
                || first < placed.hiddenUntil() && end <= placed.first()) {
            return false;
        }
        boolean ahead = placed.end() <= first && trigger.direction() != Direction.BACKWARD;
        boolean behind = placed.first() >= end && trigger.direction() != Direction.FORWARD;
        if (!ahead && !behind) {
            return false;
        }
        int from = ahead ? placed.end() : end;
        int until = ahead ? first : placed.first();
        return (trigger.scope() == 0 || until - from <= trigger.scope())
                && !endsBetween(placed, from, until, type)
                && !(placed.denies() && clauses.part(placed, first, end))
                && !(trigger.assertion() == Assertion.OTHER_PERSON && clauses.resumes(placed, first))
                && !(placed.denies()
                        && ahead
                        && type != MentionType.TREATMENT
                        && clauses.isForSomething(placed, first));
    }

    private boolean endsBetween(PlacedTrigger placed, int from, int until, MentionType type) {
        for (PlacedTrigger other : triggers) {
            if (other != placed
                    && other.trigger().ends(placed.trigger())
                    && other.first() >= from
                    && other.end() <= until) {
                return true;
            }
        }
        int open = 0;
        for (int i = from; i < until; i++) {
            String form = words.form(i);
            open += form.equals("(") ? 1 : form.equals(")") ? -1 : 0;
            if (open < 0) {
                return true;
            }
        }
        if (type == MentionType.TREATMENT) {
            for (int i = from; i < until; i++) {
                if (TREATMENT_ENDS.contains(words.form(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
