package dev.apatite.ingest;

import dev.apatite.index.IndexException;
import dev.apatite.index.PaperIndex;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    /** {@code onDamage} is called in this watch's own thread. */
    public RotWatch(PaperIndex index, Runnable onDamage) {
        this.index = index;
        this.onDamage = onDamage;
    }

    /** Begins at once. */
    public void start() {
        timer.scheduleWithFixedDelay(() -> verify(true), 0, ALL_FILES.toSeconds(), TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(
                () -> verify(false), NEW_FILES.toSeconds(), NEW_FILES.toSeconds(), TimeUnit.SECONDS);
    }

    void verify(boolean all) {
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
