package dev.apatite.annotation;

import dev.apatite.annotation.AssertionTriggers.Direction;
import dev.apatite.annotation.AssertionTriggers.Trigger;
import dev.apatite.paper.Assertion;
import dev.apatite.vocabulary.Words;
import java.util.List;
import java.util.Set;

/** What could not be excluded is possible, whichever way it is said: "had not yet been completely ruled out". */
final class Exclusions {
    private static final int REACH = 6;
    private static final Set<String> DENIALS = Set.of(
            "not",
            "never",
            "cannot",
            "unable",
            "impossible",
            "difficult",
            "fail",
            "failed",
            "no",
            "without",
            "nor",
            "hard",
            "insufficient");
    private static final Set<String> PASSIVE = Set.of("be", "been", "being", "was", "were", "is", "are", "get", "got");
    private static final int DENIED_REACH = 10;
    /** A study that did not exclude them says nothing of their diseases. */
    private static final Set<String> SUBJECTS =
            Set.of("patient", "subject", "participant", "people", "case", "study", "child", "woman", "man", "trial");

    private static final Set<String> DONE = Set.of("was", "were", "been", "is", "are");
    private static final Set<String> LATER = Set.of("then", "later", "also", "thus", "thereby", "soon", "therefore");
    private static final Set<String> BARRIERS = Set.of(",", ";", ":", ".", "(", ")", "but", "and", "who", "which");

    private Exclusions() {}

    /** Puts what is said so in place of the triggers that stand within it. */
    static void read(Words words, int from, int to, List<PlacedTrigger> placed) {
        for (int at = from; at < to; at++) {
            int end = end(words, at, to);
            int denial = end == 0 ? -1 : denial(words, from, at);
            if (denial >= 0) {
                replace(words, from, denial, at, end, placed);
                if (end < to && SUBJECTS.contains(words.form(end))) {
                    placed.removeLast();
                }
            } else if (end > 0 && isDone(words, from, at)) {
                int first = at;
                placed.removeIf(each -> each.first() >= first && each.first() < end);
                placed.add(new PlacedTrigger(
                        at, end, Trigger.asserts(Assertion.NEGATED, Direction.BACKWARD, DENIED_REACH), 0));
            }
        }
    }

    private static int end(Words words, int at, int to) {
        return switch (words.form(at)) {
            case "exclude", "excluded", "excluding" -> at + 1;
            case "rule", "ruled", "ruling" -> at + 1 < to && words.form(at + 1).equals("out") ? at + 2 : 0;
            default -> 0;
        };
    }

    /** "was later excluded" */
    private static boolean isDone(Words words, int from, int at) {
        return at - 2 >= from
                && DONE.contains(words.form(at - 2))
                && (words.form(at - 1).endsWith("ly") || LATER.contains(words.form(at - 1)))
                && words.form(at).endsWith("ed");
    }

    private static int denial(Words words, int from, int at) {
        for (int i = at - 1; i >= Math.max(from, at - REACH); i--) {
            String form = words.form(i);
            if (BARRIERS.contains(form)) {
                return -1;
            }
            boolean contracted = form.equals("t")
                    && i > from
                    && words.start(i) - words.end(i - 1) == 1
                    && words.form(i - 1).endsWith("n");
            if (DENIALS.contains(form) || contracted) {
                return i;
            }
        }
        return -1;
    }

    private static void replace(Words words, int from, int denial, int at, int end, List<PlacedTrigger> placed) {
        boolean passive = false;
        for (int i = Math.max(from, denial - 1); i < at; i++) {
            passive |= PASSIVE.contains(words.form(i)) && !words.form(denial).equals("no");
        }
        boolean able = !passive || !words.form(at).endsWith("ed");
        // "was unable to exclude" is active although a form of "be" stands there
        Direction direction = able ? Direction.FORWARD : Direction.BACKWARD;
        placed.removeIf(each ->
                each.first() >= denial && each.first() < end && each.trigger().assertion() != null);
        placed.removeIf(each ->
                each.first() < denial && each.end() > denial && each.trigger().assertion() != null);
        placed.add(new PlacedTrigger(
                denial, end, Trigger.asserts(Assertion.POSSIBLE, direction, able ? 0 : DENIED_REACH), 0));
    }
}
