package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Work in the background waits while requests are answered. */
class CourtesyTest {
    private static final long QUIET = Courtesy.QUIET.toNanos();
    private static final long LONGEST = Courtesy.LONGEST_PAUSE.toNanos();

    private final AtomicLong clock = new AtomicLong(7);
    private final Courtesy courtesy = new Courtesy(clock::get);

    @Test
    void whereNobodyAsksItGoesOnAtOnce() {
        assertThat(courtesy.mayGoOn(courtesy.now())).isTrue();
    }

    @Test
    void itWaitsUntilNobodyHasAskedForAMoment() {
        courtesy.asked();
        long since = courtesy.now();
        clock.addAndGet(QUIET - 1);
        assertThat(courtesy.mayGoOn(since)).isFalse();
        courtesy.asked();
        clock.addAndGet(QUIET - 1);
        assertThat(courtesy.mayGoOn(since)).isFalse();
        clock.addAndGet(1);
        assertThat(courtesy.mayGoOn(since)).isTrue();
    }

    @Test
    void itGoesOnSomeTimeThoughSomebodyAlwaysAsks() {
        long since = courtesy.now();
        for (long waited = 0; waited < LONGEST; waited += QUIET / 2) {
            courtesy.asked();
            assertThat(courtesy.mayGoOn(since)).isFalse();
            clock.addAndGet(QUIET / 2);
        }
        courtesy.asked();
        assertThat(courtesy.mayGoOn(since)).isTrue();
    }
}
