package dev.apatite.reading.worker;

import java.time.Duration;

/**
 * The bounds that a child process reads within.
 *
 * @param processes children at once, at least 1
 * @param timeout for one file
 * @param heapMegabytes of one child
 * @param outputMegabytes of one paper as JSON
 */
public record ReaderSettings(int processes, Duration timeout, int heapMegabytes, int outputMegabytes) {
    public ReaderSettings {
        if (processes < 1 || timeout.isNegative() || timeout.isZero() || heapMegabytes < 64 || outputMegabytes < 1) {
            throw new IllegalArgumentException("not settings to read with: " + processes + " processes, " + timeout
                    + ", " + heapMegabytes + " MB heap, " + outputMegabytes + " MB output");
        }
    }

    /** A child per processor, 60 seconds, 1 GB of heap, 64 MB of output. */
    public static ReaderSettings standard() {
        return new ReaderSettings(
                Math.max(1, Runtime.getRuntime().availableProcessors()), Duration.ofSeconds(60), 1024, 64);
    }

    /** The bounds of one file, in words. */
    public String bounds() {
        return timeout.toMillis() + " ms, " + heapMegabytes + " MB of heap, " + outputMegabytes + " MB of output";
    }

    /** The same with another number of children. */
    public ReaderSettings withProcesses(int number) {
        return new ReaderSettings(number, timeout, heapMegabytes, outputMegabytes);
    }

    /** The same with another bound on the time for one file. */
    public ReaderSettings withTimeout(Duration longest) {
        return new ReaderSettings(processes, longest, heapMegabytes, outputMegabytes);
    }
}
