package dev.apatite.annotation.evidence;

import dev.apatite.paper.Assertion;

/**
 * A treatment that a sentence names.
 *
 * @param name preferred name
 * @param concept id in the vocabulary, or {@code new:} and a slug
 * @param text as printed
 * @param start in the sentence
 * @param use how it is used here, by the rules' code; {@code tagged} where no rule spoke of it
 * @param sure how sure it is that this is a treatment, 1 where a vocabulary lists it
 */
public record Named(
        String name, String concept, String text, int start, int end, Assertion assertion, String use, double sure) {
    /** Whether a vocabulary lists it. */
    public boolean listed() {
        return sure >= 1;
    }
}
