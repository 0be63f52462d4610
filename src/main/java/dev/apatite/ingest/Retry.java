package dev.apatite.ingest;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When to try again what failed although nothing changed: soon at first, then less and less often. */
final class Retry {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Duration shortest;
    private @Nullable Duration delay;
    private long due;

    Retry(Duration shortest) {
        this.shortest = shortest;
    }

    /** Something failed that may go well another time. */
    void failed(long now) {
        Duration next = delay == null ? shortest : delay.multipliedBy(2);
        delay = next.compareTo(LONGEST) > 0 ? LONGEST : next;
        due = now + delay.toNanos();
    }

    /** Nothing is left to be tried again. */
    void settled() {
        delay = null;
    }

    /** Whether something failed that is to be tried again. */
    boolean isPending() {
        return delay != null;
    }

    /** Whether to try again; {@code now} is a time of {@link System#nanoTime}. */
    boolean isDue(long now) {
        return delay != null && now - due >= 0;
    }
}
