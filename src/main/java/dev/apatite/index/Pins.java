package dev.apatite.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Commits through which someone goes page by page, kept open for a while after later ones came: a few, the one longest
 * unused goes first, and none that was unused for too long. Safe to share between threads.
 */
final class Pins implements AutoCloseable {
    static final int MOST = 4;
    static final Duration LONGEST_UNUSED = Duration.ofMinutes(10);

    private record Pin(IndexView view, long used) {}

    interface Release {
        void release(IndexView view) throws IOException;
    }

    private final Map<String, Pin> byState = new LinkedHashMap<>();
    private final Release release;
    private final LongSupplier clock;

    /**
     * @param release gives a view back that was acquired
     * @param clock nanoseconds
     */
    Pins(Release release, LongSupplier clock) {
        this.release = release;
        this.clock = clock;
    }

    /** Keeps the commit of a view that the caller has acquired. */
    synchronized void keep(IndexView view) throws IOException {
        if (view.state().isEmpty()) {
            return;
        }
        Pin known = byState.remove(view.state());
        if (known != null) {
            byState.put(view.state(), new Pin(known.view(), clock.getAsLong()));
        } else if (view.reader().tryIncRef()) {
            byState.put(view.state(), new Pin(view, clock.getAsLong()));
        }
        sweep();
    }

    /** The view of a commit that is kept, acquired for the caller; null where it is not kept. */
    synchronized @Nullable IndexView acquire(String state) throws IOException {
        sweep();
        Pin pin = byState.remove(state);
        if (pin == null) {
            return null;
        }
        byState.put(state, new Pin(pin.view(), clock.getAsLong()));
        return pin.view().reader().tryIncRef() ? pin.view() : null;
    }

    /** Lets go of what was unused for too long, and of what is too much. */
    synchronized void sweep() throws IOException {
        Iterator<Pin> oldestFirst = byState.values().iterator();
        while (oldestFirst.hasNext()) {
            Pin pin = oldestFirst.next();
            if (byState.size() <= MOST && clock.getAsLong() - pin.used() < LONGEST_UNUSED.toNanos()) {
                return;
            }
            oldestFirst.remove();
            release.release(pin.view());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Pin each : byState.values()) {
            release.release(each.view());
        }
        byState.clear();
    }
}
