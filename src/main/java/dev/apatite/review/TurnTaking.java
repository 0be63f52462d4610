package dev.apatite.review;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One's turn at a file that several processes, or several servers in one process, write to. */
final class TurnTaking implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final @Nullable FileLock lock;
    private final boolean mine;

    private TurnTaking(@Nullable FileLock lock, boolean mine) {
        this.lock = lock;
        this.mine = mine;
    }

    /** The turn to look, if nobody is writing. */
    static TurnTaking ifFree(FileChannel channel) {
        try {
            FileLock lock = tried(channel, true);
            return new TurnTaking(lock, lock != null);
        } catch (IOException noLocksHere) {
            // A file system without locks has no writers that take turns either.
            return new TurnTaking(null, true);
        }
    }

    /**
     * The turn to write.
     *
     * @throws IOException where another has kept it for ten seconds
     */
    static TurnTaking await(FileChannel channel) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        FileLock lock = tried(channel, false);
        // The system's own waiting knows nothing of other servers in this process.
        while (lock == null && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            lock = tried(channel, false);
        }
        if (lock == null) {
            throw new IOException("another program has kept it locked for " + LONGEST.toSeconds() + " seconds");
        }
        return new TurnTaking(lock, true);
    }

    private static @Nullable FileLock tried(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    boolean isMine() {
        return mine;
    }

    @Override
    public void close() throws IOException {
        if (lock != null && lock.isValid()) {
            lock.release();
        }
    }
}
