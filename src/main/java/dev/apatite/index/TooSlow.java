package dev.apatite.index;

import java.time.Duration;

/** A question took longer than it may, and what was found until then would be only part of the answer. */
public final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooSlow(Duration longest) {
        super("takes longer than " + longest.toSeconds() + " seconds to answer; ask for less");
    }
}
