package dev.apatite.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Something that one process holds by a {@link LeaseTable}, and goes on holding until it is closed. */
public final class Lease implements AutoCloseable {
    private final LeaseTable table;
    private final ScheduledExecutorService timer;
    private LeaseTable.@Nullable Held held;
    private final long number;
    private volatile Runnable afterwards = () -> {};

    private Lease(LeaseTable table, LeaseTable.Held held, Duration lasts) {
        this.table = table;
        this.held = held;
        number = held.number();
        timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .daemon()
                .name("apatite-lease-" + held.name())
                .factory());
        long often = lasts.toMillis() / 4;
        timer.scheduleWithFixedDelay(this::beat, often, often, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes something that is free, or whose holder says nothing for as long as a lease lasts; waits so long for that.
     *
     * @return empty where another holds it and says so
     */
    public static Optional<Lease> take(LeaseTable table, String name, Duration lasts) throws InterruptedException {
        LeaseTable.Entry first = null;
        long since = System.nanoTime();
        while (true) {
            LeaseTable.Entry now = table.look(java.util.List.of(name)).get(name);
            boolean free = now == null || now.done();
            boolean ended = first != null
                    && now != null
                    && now.version().equals(first.version())
                    && System.nanoTime() - since > lasts.toNanos();
            if (free || ended) {
                Optional<Lease> lease = table.take(name, "", now).map(held -> new Lease(table, held, lasts));
                // Whoever was quicker is not dead.
                return lease;
            } else if (first != null && now != null && !now.version().equals(first.version())) {
                return Optional.empty();
            }
            if (first == null) {
                first = now;
                since = System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(Math.min(500, lasts.toMillis() / 4 + 1));
        }
    }

    /** The same, which does something more once others may have it. */
    public Lease andThen(Runnable after) {
        afterwards = after;
        return this;
    }

    private synchronized void beat() {
        if (held == null) {
            return;
        }
        try {
            held = table.renew(held).orElse(null);
        } catch (RuntimeException unreachable) {
            // As long as nobody reaches the table, nobody takes it either; the next beat says who was first.
            return;
        }
    }

    /** Is greater than that of all that held it before. */
    public long number() {
        return number;
    }

    /** Whether it is held still; asked of the table, so that nobody else holds it at that moment. */
    public synchronized boolean isHeld() {
        if (held != null) {
            held = table.renew(held).orElse(null);
        }
        return held != null;
    }

    /** Lets others have it. */
    @Override
    public void close() {
        timer.shutdownNow();
        synchronized (this) {
            if (held != null) {
                try {
                    table.finish(held, "");
                } catch (RuntimeException unreachable) {
                    // The lease ends by itself.
                    held = null;
                }
                held = null;
            }
        }
        afterwards.run();
    }
}
