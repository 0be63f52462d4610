package dev.apatite.ingest;

import dev.apatite.text.Printable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a corpus folder and indexes what changed. It looks at names, sizes and times at an interval ({@link Pace}), which
 * works on network shares too, and waits until two looks agree, so that a file is not read while it is being copied. What failed for
 * a reason of the moment is tried again without a change.
 */
public final class CorpusFollower implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Logger LOG = LoggerFactory.getLogger(CorpusFollower.class);

    private final Ingest ingest;
    private final Duration interval;
    private final Runnable afterwards;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("apatite-follow-corpus").factory());
    private final Retry retry;
    private final Pace pace;
    private long next = System.nanoTime();
    private CorpusFolder.@Nullable Listing attempted;
    private CorpusFolder.@Nullable Listing seen;
    private String problem = "";
    private boolean blind;

    /** {@code afterwards} is called in this follower's own thread after each run that was completed. */
    public CorpusFollower(Ingest ingest, Duration interval, Runnable afterwards) {
        this.ingest = ingest;
        this.interval = interval;
        this.afterwards = afterwards;
        retry = new Retry(interval);
        pace = new Pace(interval);
    }

    /** Begins with a run at once. */
    public void start() {
        timer.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            boolean lost = !retry.isPending() && ingest.lacksIndex();
            boolean asked = attempted == null || lost || retry.isDue(System.nanoTime()) || ingest.isRequested();
            if (!asked && System.nanoTime() - next < 0) {
                return;
            }
            long before = THREADS.getCurrentThreadCpuTime();
            CorpusFolder.Listing now = listing();
            boolean steady = now.equals(seen);
            seen = now;
            Duration worked = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
            next = System.nanoTime() + pace.wait(worked, !steady).toNanos();
            if (asked || steady && !now.equals(attempted)) {
                run(now);
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Once a folder can be seen again that could not, what is said of it is put right at once. */
    private CorpusFolder.Listing listing() {
        boolean wasBlind = blind;
        blind = true;
        CorpusFolder.Listing now = ingest.listing();
        blind = false;
        if (wasBlind) {
            ingest.request();
        }
        return now;
    }

    private void run(CorpusFolder.Listing now) {
        attempted = now;
        IngestReport report = ingest.run();
        if (report.passing()) {
            retry.failed(System.nanoTime());
        } else {
            retry.settled();
        }
        problem = "";
        LOG.info("event=indexed {}", report.summary());
        afterwards.run();
    }

    /** The folder or the index may be back at a later look; the status says what is wrong meanwhile. */
    private void failed(RuntimeException e) {
        if (timer.isShutdown()) {
            // A run that ends with the program says that a file cannot be read; nothing is wrong with it.
            return;
        }
        ingest.failed(e);
        retry.failed(System.nanoTime());
        String now = String.valueOf(e.getMessage());
        if (!now.equals(problem)) {
            problem = now;
            LOG.warn("event=ingest-failed reason=\"{}\"", Printable.of(now));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
