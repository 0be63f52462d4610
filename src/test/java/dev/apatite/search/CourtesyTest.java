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
        assertThat(courtesy.mayGoOn(courtesy.now(), 0)).isTrue();
    }

    @Test
    void itWaitsUntilNobodyHasAskedForAMoment() {
        ask();
        long since = courtesy.now();
        clock.addAndGet(QUIET - 1);
        assertThat(courtesy.mayGoOn(since, 0)).isFalse();
        ask();
        clock.addAndGet(QUIET - 1);
        assertThat(courtesy.mayGoOn(since, 0)).isFalse();
        clock.addAndGet(1);
        assertThat(courtesy.mayGoOn(since, 0)).isTrue();
    }

    @Test
    void itWaitsAsLongAsAnyoneIsStillBeingAnswered() {
        long since = courtesy.now();
        courtesy.asks();
        ask();
        clock.addAndGet(LONGEST - 1);
        assertThat(courtesy.mayGoOn(since, 0)).isFalse();
        courtesy.answered();
        clock.addAndGet(QUIET);
        assertThat(courtesy.mayGoOn(courtesy.now(), 0)).isTrue();
    }

    @Test
    void itGoesOnSomeTimeThoughSomebodyAlwaysAsks() {
        long since = courtesy.now();
        for (long waited = 0; waited < LONGEST; waited += QUIET / 2) {
            ask();
            assertThat(courtesy.mayGoOn(since, 0)).isFalse();
            clock.addAndGet(QUIET / 2);
        }
        ask();
        assertThat(courtesy.mayGoOn(since, 0)).isTrue();
    }

    @Test
    void whatTakesLongWaitsLongerSoThatItHasASmallShareOfTheTime() {
        courtesy.asks();
        long since = courtesy.now();
        clock.addAndGet(LONGEST);
        assertThat(courtesy.mayGoOn(since, LONGEST)).isFalse();
        clock.addAndGet((Courtesy.PAUSE_FOR_WORK - 1) * LONGEST);
        assertThat(courtesy.mayGoOn(since, LONGEST)).isTrue();
    }

    private void ask() {
        courtesy.asks();
        courtesy.answered();
    }
}
