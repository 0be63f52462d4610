package dev.apatite.annotation;

import dev.apatite.annotation.AssertionTriggers.Direction;
import dev.apatite.annotation.AssertionTriggers.Trigger;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.PhraseTrie;
import dev.apatite.vocabulary.Words;
import java.util.ArrayList;
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

    /**
     * A trigger from word {@code first} to before word {@code end}.
     *
     * @param hiddenUntil where the pseudo-trigger ends that hides it from everything behind; 0 where none does
     */
    private record Placed(int first, int end, Trigger trigger, int hiddenUntil) {}

    private final Words words;
    private final int to;
    private final List<Placed> triggers = new ArrayList<>();

    /** Reads the triggers among the words from {@code from} to before {@code to}. */
    SentenceAssertions(AssertionTriggers known, Words words, int from, int to) {
        this.words = words;
        this.to = to;
        int at = from;
        while (at < to) {
            at = read(known.trie.at(words, at), at);
        }
    }

    private int read(List<PhraseTrie.Hit<Trigger>> hits, int at) {
        int hiddenUntil = 0;
        for (int i = hits.size() - 1; i >= 0; i--) {
            PhraseTrie.Hit<Trigger> hit = hits.get(i);
            if (hit.end() > to) {
                continue;
            }
            boolean pseudo = hit.values().stream().anyMatch(Trigger::pseudo);
            if (pseudo) {
                hiddenUntil = Math.max(hiddenUntil, hit.end());
                continue;
            }
            for (Trigger trigger : hit.values()) {
                triggers.add(new Placed(at, hit.end(), trigger, hiddenUntil));
            }
            return Math.max(hiddenUntil, hit.end());
        }
        return Math.max(hiddenUntil, at + 1);
    }

    /** How the sentence asserts what stands from word {@code first} to before word {@code end}. */
    Assertion of(MentionType type, int first, int end) {
        Assertion strongest = Assertion.AFFIRMED;
        for (Placed placed : triggers) {
            Assertion assertion = placed.trigger().assertion();
            if (assertion != null
                    && rank(assertion) < rank(strongest)
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

    private boolean covers(Placed placed, MentionType type, int first, int end) {
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
        return (trigger.scope() == 0 || until - from <= trigger.scope()) && !endsBetween(placed, from, until, type);
    }

    private boolean endsBetween(Placed placed, int from, int until, MentionType type) {
        for (Placed other : triggers) {
            if (other != placed && other.trigger().ends() && other.first() >= from && other.end() <= until) {
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
