package dev.apatite.ingest;

import dev.apatite.index.IndexException;
import dev.apatite.index.PaperIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the checksums of an index in the background: all of them after opening and once a day, those of new files soon
 * after they are written. An index that is damaged no longer counts, and is built anew.
 */
public final class RotWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RotWatch.class);
    private static final Duration NEW_FILES = Duration.ofMinutes(1);
    private static final Duration ALL_FILES = Duration.ofDays(1);

    private final PaperIndex index;
    private final Runnable onDamage;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("apatite-verify")
            .priority(Thread.MIN_PRIORITY)
            .factory());

    private final InstantSource clock;
    private @Nullable Instant verified;

    /** {@code onDamage} is called in this watch's own thread. */
    public RotWatch(PaperIndex index, Runnable onDamage) {
        this(index, onDamage, InstantSource.system());
    }

    /** {@code clock} says when a day is over: the time that a machine sleeps counts too. */
    RotWatch(PaperIndex index, Runnable onDamage, InstantSource clock) {
        this.index = index;
        this.onDamage = onDamage;
        this.clock = clock;
    }

    /** Begins at once. */
    public void start() {
        timer.scheduleWithFixedDelay(this::look, 0, NEW_FILES.toSeconds(), TimeUnit.SECONDS);
    }

    /** Verifies what is due now: everything at first, after a day, and after a clock that was put back; else what is new. */
    void look() {
        Instant now = clock.instant();
        boolean all =
                verified == null || !now.isBefore(verified.plus(ALL_FILES)) || now.isBefore(verified.minus(ALL_FILES));
        if (all) {
            verified = now;
        }
        verify(all);
    }

    private void verify(boolean all) {
        try {
            Optional<String> damage = index.verify(all);
            if (damage.isPresent()) {
                LOG.error("event=index-damaged folder={} reason=\"{}\"", index.folder(), damage.get());
                onDamage.run();
            }
        } catch (IndexException e) {
            LOG.warn("event=not-verified reason=\"{}\"", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
