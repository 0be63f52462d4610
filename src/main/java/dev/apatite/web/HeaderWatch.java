package dev.apatite.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Gives up clients that take too long to say what they ask for. Jetty bounds how slowly a body comes and how long a connection
 * is silent, but not how slowly a header comes, byte after byte.
 */
final class HeaderWatch implements Connection.Listener, AutoCloseable {
    private static final int LOOKS = 4;

    private final long longest;
    private final Map<Connection, Seen> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("apatite-slow-headers").factory());

    /**
     * What was seen of a connection.
     *
     * @param requests that it had made
     * @param bytes that had come
     * @param since when a further request was first seen to have begun, a time of {@link System#nanoTime}; null where none had
     */
    private record Seen(long requests, long bytes, @Nullable Long since) {}

    HeaderWatch(Duration longest) {
        this.longest = longest.toNanos();
        long between = Math.max(1, longest.toMillis() / LOOKS);
        timer.scheduleWithFixedDelay(() -> look(System.nanoTime()), between, between, TimeUnit.MILLISECONDS);
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Seen(0, 0, null));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void look(long now) {
        open.forEach((connection, before) -> {
            long requests = connection.getMessagesIn();
            long bytes = connection.getBytesIn();
            if (requests != before.requests() || requests != connection.getMessagesOut()) {
                open.replace(connection, before, new Seen(requests, bytes, null));
            } else if (bytes > before.bytes() && before.since() == null) {
                open.replace(connection, before, new Seen(requests, bytes, now));
            } else if (before.since() != null && now - before.since() > longest) {
                connection.close();
            }
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
