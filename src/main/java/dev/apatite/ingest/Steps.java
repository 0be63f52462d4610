package dev.apatite.ingest;

import java.time.Duration;

/** Does something now and then, on the time of whoever looks. */
final class Steps {
    private final long interval;
    private final Runnable step;
    private long last = System.nanoTime();

    Steps(Duration interval, Runnable step) {
        this.interval = interval.toNanos();
        this.step = step;
    }

    /** Does it if the time has come. */
    void look() {
        if (System.nanoTime() - last >= interval) {
            step.run();
            last = System.nanoTime();
        }
    }
}
