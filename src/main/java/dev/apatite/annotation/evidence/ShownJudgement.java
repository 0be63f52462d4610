package dev.apatite.annotation.evidence;

import java.util.List;

/**
 * A judgement that is shown.
 *
 * @param alsoSaid further lines that say the same
 */
public record ShownJudgement(Judgement judgement, List<Integer> alsoSaid) {
    public ShownJudgement {
        alsoSaid = List.copyOf(alsoSaid);
    }
}
