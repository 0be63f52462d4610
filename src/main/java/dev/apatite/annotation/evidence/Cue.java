package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import java.util.List;

/**
 * Words that state an outcome, by the rules.
 *
 * @param start in the sentence
 * @param negated whether a negation turned it into {@code response}
 * @param linked names of the treatments of the same sentence that grammar puts it down to
 * @param earlier whether grammar puts it down to something said before
 */
public record Cue(int start, int end, Response response, boolean negated, List<String> linked, boolean earlier) {
    public Cue {
        linked = List.copyOf(linked);
    }
}
