package dev.apatite.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a corpus folder and indexes what changed. It looks at names, sizes and times at an interval, which works on
 * network shares too, and waits until two looks agree, so that a file is not read while it is being copied.
 */
public final class CorpusFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CorpusFollower.class);

    private final Ingest ingest;
    private final Duration interval;
    private final Runnable afterwards;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("apatite-follow-corpus").factory());
    private Map<String, CorpusFolder.Entry> indexed = Map.of();
    private Map<String, CorpusFolder.Entry> seen = Map.of();
    private boolean first = true;

    /** {@code afterwards} is called in this follower's own thread after each run that was completed. */
    public CorpusFollower(Ingest ingest, Duration interval, Runnable afterwards) {
        this.ingest = ingest;
        this.interval = interval;
        this.afterwards = afterwards;
    }

    /** Begins with a run at once. */
    public void start() {
        timer.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Map<String, CorpusFolder.Entry> now = ingest.listing().files();
            boolean settled = now.equals(seen);
            seen = now;
            if (first || (settled && !now.equals(indexed))) {
                IngestReport report = ingest.run();
                first = false;
                indexed = now;
                LOG.info("event=indexed {}", report.summary());
                afterwards.run();
            }
        } catch (RuntimeException e) {
            // The folder or the index may be back at the next look; the status says what is wrong meanwhile.
            ingest.failed(e);
            LOG.warn("event=ingest-failed reason=\"{}\"", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
