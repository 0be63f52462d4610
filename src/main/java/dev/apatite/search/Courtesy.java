package dev.apatite.search;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Lets those go first who ask: work in the background waits until nobody is being answered, nor was a moment ago, but not
 * for ever, so that it is done some time on a server that is never left alone: then it has a small share of the time. Safe
 * to share between threads.
 */
final class Courtesy {
    static final Duration QUIET = Duration.ofMillis(400);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    /** Work that is never let through by a quiet moment waits so many times as long as its last piece took. */
    static final int PAUSE_FOR_WORK = 30;

    private final LongSupplier clock;
    private final AtomicInteger answering = new AtomicInteger();
    private volatile long asked;

    /**
     * @param clock nanoseconds
     */
    Courtesy(LongSupplier clock) {
        this.clock = clock;
        asked = clock.getAsLong() - QUIET.toNanos();
    }

    /** Somebody asks, and is being answered until {@link #answered}. */
    void asks() {
        answering.incrementAndGet();
    }

    /** Somebody who asked has the answer. */
    void answered() {
        asked = clock.getAsLong();
        answering.decrementAndGet();
    }

    /** The time, to wait from. */
    long now() {
        return clock.getAsLong();
    }

    /**
     * Whether work that has waited since then may go on.
     *
     * @param last how many nanoseconds its last piece took
     */
    boolean mayGoOn(long waitingSince, long last) {
        long now = clock.getAsLong();
        boolean quiet = answering.get() == 0 && now - asked >= QUIET.toNanos();
        return quiet || now - waitingSince >= Math.max(LONGEST_PAUSE.toNanos(), PAUSE_FOR_WORK * last);
    }
}
