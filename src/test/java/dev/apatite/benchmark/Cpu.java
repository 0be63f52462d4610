package dev.apatite.benchmark;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The computing time of a process and of all that it started; theirs as far as it was seen while they ran. */
final class Cpu {
    private final ProcessHandle process;
    private final Map<Long, Duration> seen = new HashMap<>();

    Cpu(Process process) {
        this.process = process.toHandle();
    }

    /** Seconds until now. */
    synchronized double seconds() {
        Stream.concat(Stream.of(process), process.descendants())
                .forEach(each -> each.info()
                        .totalCpuDuration()
                        .ifPresent(time -> seen.merge(each.pid(), time, (a, b) -> a.compareTo(b) > 0 ? a : b)));
        return seen.values().stream().mapToLong(Duration::toMillis).sum() / 1000.0;
    }

    /** Waits for the end and says how many seconds it took. */
    static double untilEnd(Process process) throws InterruptedException {
        Cpu cpu = new Cpu(process);
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            cpu.seconds();
        }
        return cpu.seconds();
    }
}
