package dev.apatite.annotation;

import dev.apatite.annotation.AssertionTriggers.Trigger;
import dev.apatite.paper.Assertion;

/**
 * A trigger from word {@code first} to before word {@code end} of a sentence.
 *
 * @param hiddenUntil where the pseudo-trigger ends that hides it from everything behind; 0 where none does
 */
record PlacedTrigger(int first, int end, Trigger trigger, int hiddenUntil) {
    boolean denies() {
        return trigger.assertion() == Assertion.NEGATED;
    }

    PlacedTrigger hidden(int until) {
        return new PlacedTrigger(first, end, trigger, Math.max(hiddenUntil, until));
    }
}
