package dev.apatite.reading.worker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A temporary folder that belongs to this process, readable by its user only. It is deleted when it is closed and when the
 * process is asked to end; where the process is killed, the next start sweeps it: a lock that only a living process holds
 * says whether it has an owner.
 */
public final class OwnedFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedFolder.class);
    private static final String PREFIX = "apatite-";
    private static final String LOCK = "owner.lock";

    /** How long a folder without a lock may be one that is just being made, or one of an older version. */
    private static final Duration UNLOCKED = Duration.ofHours(12);

    private final Path path;
    private final FileChannel channel;
    private final Thread atEnd;

    private OwnedFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        atEnd = new Thread(
                () -> {
                    // Whoever may still write in it ends first.
                    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
                    delete(path);
                },
                "apatite-sweep");
    }

    /**
     * Makes a folder.
     *
     * @param use a word for the folder's name
     */
    public static OwnedFolder make(String use) throws IOException {
        Path path = Files.createTempDirectory(PREFIX + use + "-");
        try {
            Path draft = path.resolve(LOCK + ".new");
            FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // The channel keeps the lock until it is closed, under whichever name the file has.
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new IOException("the temporary folder " + path + " is not this process's own");
            }
            Files.move(draft, path.resolve(LOCK));
            OwnedFolder folder = new OwnedFolder(path, channel);
            Runtime.getRuntime().addShutdownHook(folder.atEnd);
            return folder;
        } catch (IOException | IllegalStateException e) {
            delete(path);
            throw e instanceof IOException known ? known : new IOException("the process is ending", e);
        }
    }

    /** Deletes the folders of processes that are gone. It is for the start of a program, before it makes its own. */
    public static void sweep() {
        sweep(Path.of(System.getProperty("java.io.tmpdir")), Instant.now());
    }

    static void sweep(Path temporary, Instant now) {
        List<Path> folders;
        try (Stream<Path> all = Files.list(temporary)) {
            folders = all.filter(each -> String.valueOf(each.getFileName()).startsWith(PREFIX))
                    .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        } catch (IOException e) {
            LOG.debug("event=not-swept folder={}", temporary, e);
            return;
        }
        for (Path each : folders) {
            if (isMine(each) && !hasOwner(each, now)) {
                delete(each);
            }
        }
    }

    private static boolean isMine(Path folder) {
        try {
            return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean hasOwner(Path folder, Instant now) {
        Path file = folder.resolve(LOCK);
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Files.getLastModifiedTime(folder).toInstant().isAfter(now.minus(UNLOCKED));
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                    FileLock lock = channel.tryLock()) {
                return lock == null;
            }
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            // What cannot be told is left alone.
            return true;
        }
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            // The process ends just now, and the hook does the same.
            LOG.debug("event=ending folder={}", path);
        }
        delete(path);
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("event=lock-not-closed folder={}", path, e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            LOG.debug("event=folder-not-deleted folder={}", folder, e);
        }
    }
}
