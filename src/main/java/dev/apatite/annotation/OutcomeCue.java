package dev.apatite.annotation;

import dev.apatite.paper.Response;
import java.util.Set;

/**
 * Words of a sentence that state an outcome.
 *
 * @param start in the sentence
 * @param later whether it counts only where the text looks back on a treatment
 * @param linked whether it counts only with a treatment named in the same sentence
 */
record OutcomeCue(int start, int end, Response response, boolean negated, Set<String> flags) {
    boolean later() {
        return flags.contains("later");
    }

    boolean linked() {
        return flags.contains("linked");
    }

    boolean general() {
        return flags.contains("general");
    }

    /** Whether a partial response in the same sentence counts rather than it. */
    boolean weak() {
        return flags.contains("weak");
    }

    boolean isGood() {
        return response == Response.COMPLETE_RESPONSE || response == Response.PARTIAL_RESPONSE;
    }

    boolean isBad() {
        return response == Response.NO_RESPONSE || response == Response.PROGRESSION;
    }

    OutcomeCue as(Response other) {
        return new OutcomeCue(start, end, other, negated, flags);
    }
}
