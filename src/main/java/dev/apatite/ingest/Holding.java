package dev.apatite.ingest;

import dev.apatite.engine.LeaseTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What this process holds of a lease table, and says again and again that it does; and since when it has seen what others
 * hold. One thread takes, any may finish.
 */
final class Holding implements AutoCloseable {
    private final LeaseTable table;
    private final Duration lease;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("apatite-leases").factory());
    private final Map<String, LeaseTable.Held> held = new ConcurrentHashMap<>();
    private final Map<String, Sight> seen = new HashMap<>();

    /** How something stood, and since when it was seen so. */
    private record Sight(String version, long since) {}

    Holding(LeaseTable table, Duration lease) {
        this.table = table;
        this.lease = lease;
        long often = lease.toMillis() / 4;
        beats.scheduleWithFixedDelay(this::beat, often, often, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        for (String each : held.keySet()) {
            try {
                isHeld(each);
            } catch (RuntimeException unreachable) {
                // Nobody else reaches the table either, as a rule; else the same is done twice.
                continue;
            }
        }
    }

    /** Whether this process holds something still; asked of the table. */
    boolean isHeld(String name) {
        return held.computeIfPresent(name, (any, mine) -> table.renew(mine).orElse(null)) != null;
    }

    /** Whether nobody does something, or whoever did says nothing any more; {@code now} is how it stands. */
    boolean isFree(LeaseTable.@Nullable Entry now, String wanted) {
        return now == null || !now.wanted().equals(wanted) || !now.done() && hasEnded(now);
    }

    /** Takes something that is free; whether no other process was quicker. */
    boolean take(String name, String wanted, LeaseTable.@Nullable Entry now) {
        return !take(List.of(new LeaseTable.Wish(name, wanted, now))).isEmpty();
    }

    /** Takes what is free of some things, each by its name; those in whose case no other process was quicker. */
    Set<String> take(List<LeaseTable.Wish> wishes) {
        List<LeaseTable.Held> taken = table.take(
                wishes.stream().filter(each -> !held.containsKey(each.name())).toList());
        taken.forEach(each -> held.put(each.name(), each));
        return taken.stream().map(LeaseTable.Held::name).collect(Collectors.toSet());
    }

    private boolean hasEnded(LeaseTable.Entry now) {
        Sight before = seen.get(now.name());
        if (before == null || !before.version().equals(now.version())) {
            seen.put(now.name(), new Sight(now.version(), System.nanoTime()));
            return false;
        }
        return System.nanoTime() - before.since() > lease.toNanos();
    }

    /** Says what came of something, where this process holds it still. */
    void finish(String name, String outcome) {
        finish(Map.of(name, outcome));
    }

    /** Says what came of each of some things, where this process holds it still. */
    void finish(Map<String, String> outcomes) {
        Map<LeaseTable.Held, String> mine = new LinkedHashMap<>();
        outcomes.forEach((name, outcome) -> held.computeIfPresent(name, (any, now) -> {
            mine.put(now, outcome);
            return null;
        }));
        table.finish(mine);
    }

    /** Holds something no longer of which nothing came; others may have it once its lease has ended. */
    void drop(String name) {
        held.remove(name);
    }

    /** Whether whoever held something has ended, or says nothing any more; {@code now} is how it stands. */
    boolean isGone(LeaseTable.@Nullable Entry now) {
        return now == null || now.done() || hasEnded(now);
    }

    @Override
    public void close() {
        beats.shutdownNow();
    }
}
