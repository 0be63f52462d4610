package dev.apatite.annotation.evidence;

import java.util.List;

/**
 * A judgement that is shown.
 *
 * @param alsoSaid further lines that say the same
 */
public record Verdict(Judgement judgement, List<Integer> alsoSaid) {
    public Verdict {
        alsoSaid = List.copyOf(alsoSaid);
    }
}
