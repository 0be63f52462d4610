package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import java.util.Arrays;

/** The responses that a sentence can state, by the numbers that the models use. */
final class Outcomes {
    /** In the order of {@link Response}, so that an ordinal is an index. */
    static final Response[] CLASSES = Arrays.copyOf(Response.values(), Response.NOT_REPORTED.ordinal());

    private Outcomes() {}

    /** The index of the greatest; -1 where there are none. */
    static int likeliest(double[] classes) {
        int best = classes.length == 0 ? -1 : 0;
        for (int c = 1; c < classes.length; c++) {
            best = classes[c] > classes[best] ? c : best;
        }
        return best;
    }
}
