package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What failed for a reason of the moment is tried again soon, then less and less often, until it goes well. */
class RetryTest {
    private final Retry retry = new Retry(Duration.ofSeconds(2));

    @Test
    void theTimeToTheNextTryDoublesUpToTenMinutes() {
        List<Long> delays = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 12; i++) {
            retry.failed(now);
            long delay = 0;
            while (!retry.isDue(now + Duration.ofSeconds(delay).toNanos())) {
                delay++;
            }
            delays.add(delay);
            now += Duration.ofSeconds(delay).toNanos();
        }
        assertThat(delays).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 600L, 600L, 600L);
    }

    @Test
    void whatWentWellIsNotTriedAgainAndTheNextFailureIsTriedSoon() {
        retry.failed(0);
        retry.failed(0);
        retry.settled();
        assertThat(retry.isPending()).isFalse();
        assertThat(retry.isDue(Long.MAX_VALUE)).isFalse();
        retry.failed(0);
        assertThat(retry.isDue(Duration.ofSeconds(2).toNanos())).isTrue();
    }

    @Test
    void theClockOfTheMachineMayRunOver() {
        retry.failed(Long.MAX_VALUE - 1);
        assertThat(retry.isDue(Long.MAX_VALUE)).isFalse();
        assertThat(retry.isDue(Long.MAX_VALUE - 1 + Duration.ofSeconds(3).toNanos()))
                .isTrue();
    }
}
