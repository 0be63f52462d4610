package dev.apatite.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lets those go first who ask: work in the background waits until nobody has asked for a moment, but not for ever, so
 * that it is done some time on a server that is never left alone. Safe to share between threads.
 */
final class Courtesy {
    static final Duration QUIET = Duration.ofMillis(400);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final LongSupplier clock;
    private volatile long asked;

    /**
     * @param clock nanoseconds
     */
    Courtesy(LongSupplier clock) {
        this.clock = clock;
        asked = clock.getAsLong() - QUIET.toNanos();
    }

    /** Somebody asks. */
    void asked() {
        asked = clock.getAsLong();
    }

    /** The time, to wait from. */
    long now() {
        return clock.getAsLong();
    }

    /** Whether work that has waited since then may go on. */
    boolean mayGoOn(long waitingSince) {
        long now = clock.getAsLong();
        return now - asked >= QUIET.toNanos() || now - waitingSince >= LONGEST_PAUSE.toNanos();
    }
}
