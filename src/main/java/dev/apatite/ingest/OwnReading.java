package dev.apatite.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.reading.worker.ReaderPool;
import dev.apatite.reading.worker.ReaderSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What this process read itself of a folder that several read together, kept on its own disk until it is written: who read a
 * paper writes it, so that no paper is handed from one to another. What a process read that died is read again here. Safe to
 * share between threads.
 */
final class OwnReading implements AutoCloseable {
    /** So many files that another read are kept at hand for each that is read, for a file may hold many papers. */
    private static final int AT_HAND = 4;

    private final String reader = UUID.randomUUID().toString();
    private final Path corpus;
    private final ReaderSettings settings;
    private final Spool spool = new Spool();
    private final PaperJson json = new PaperJson();
    private final Map<String, List<String>> own = new ConcurrentHashMap<>();
    private final Cache<String, List<String>> again;
    private @Nullable ReaderPool pool;

    OwnReading(Path corpus, ReaderSettings settings) {
        this.corpus = corpus;
        this.settings = settings;
        again = Caffeine.newBuilder()
                .maximumSize((long) AT_HAND * settings.processes())
                .executor(Runnable::run)
                .build();
    }

    /** Names this process among those that read together. */
    String reader() {
        return reader;
    }

    /** Keeps the papers of a file, as {@link PaperJson} wrote them. */
    void keep(String path, List<String> papers) {
        forget(own.put(path, papers.stream().map(spool::put).toList()));
    }

    private void forget(@Nullable List<String> names) {
        if (names != null) {
            names.forEach(spool::forget);
        }
    }

    /** Keeps nothing but what was read of these files. */
    void keepOnly(Set<String> paths) {
        own.keySet().removeIf(each -> {
            if (paths.contains(each)) {
                return false;
            }
            forget(own.get(each));
            return true;
        });
    }

    /** One of the papers of a file as this process read it, now or before; empty where the file has no such paper now. */
    Optional<Paper> paper(String path, int number) {
        List<String> names = own.get(path);
        if (names != null && number < names.size()) {
            return Optional.of(spool.get(names.get(number)));
        }
        List<String> papers = again.get(path, this::again);
        return number < papers.size() ? Optional.of(json.read(papers.get(number))) : Optional.empty();
    }

    /** What a file holds that another process read, which is gone. */
    private List<String> again(String path) {
        return new FileReading(settings, Map.of())
                .read(pool(), corpus, new CorpusFolder.Entry(path, 0, 0))
                .papers();
    }

    private synchronized ReaderPool pool() {
        if (pool == null) {
            pool = new ReaderPool(settings);
        }
        return pool;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        spool.close();
    }
}
