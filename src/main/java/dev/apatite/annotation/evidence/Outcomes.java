package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import java.util.Arrays;

/** The responses that a sentence can state, by the numbers that the models use. */
final class Outcomes {
    /** In the order of {@link Response}, so that an ordinal is an index. */
    static final Response[] CLASSES = Arrays.copyOf(Response.values(), Response.NOT_REPORTED.ordinal());

    private Outcomes() {}
}
