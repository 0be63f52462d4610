package dev.apatite.index;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How much work one question may cost: processor time of the thread that answers it, so that a busy machine refuses
 * nothing that an idle one would answer, and a few times as much by the clock. What is worked out once for all questions
 * is at nobody's expense. Belongs to one thread.
 */
final class Allowance {
    /** How much longer than it works a question may take by the clock. */
    private static final int PATIENCE = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration longest;
    private final long start = System.nanoTime();
    private final long worked = processorTime();
    private long free;
    private long freeByTheClock;

    Allowance(Duration longest) {
        this.longest = longest;
    }

    private static long processorTime() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Whether the question has cost all that it may. */
    boolean isSpent() {
        long most = longest.toNanos();
        return processorTime() - worked - free > most || System.nanoTime() - start - freeByTheClock > PATIENCE * most;
    }

    /**
     * Goes on where there is something left.
     *
     * @throws TooSlow where there is not
     */
    void check() {
        if (isSpent()) {
            throw new TooSlow(longest);
        }
    }

    /** Works something out at nobody's expense. */
    <T> T free(Supplier<T> work) {
        long before = processorTime();
        long beforeByTheClock = System.nanoTime();
        try {
            return work.get();
        } finally {
            free += processorTime() - before;
            freeByTheClock += System.nanoTime() - beforeByTheClock;
        }
    }
}
