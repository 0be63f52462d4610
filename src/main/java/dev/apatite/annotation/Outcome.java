package dev.apatite.annotation;

import dev.apatite.paper.Mention;
import dev.apatite.paper.Response;

/**
 * A treatment and what a sentence says came of it.
 *
 * @param at where in the sentence the outcome is stated
 */
record Outcome(Passage passage, Mention treatment, Response response, Dosage dosage, int at) {}
