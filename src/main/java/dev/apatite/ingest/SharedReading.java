package dev.apatite.ingest;

import dev.apatite.engine.LeaseTable;
import dev.apatite.engine.SharedIndex;
import dev.apatite.reading.worker.ReaderPool;
import dev.apatite.reading.worker.ReaderSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Reads files together with other processes: each file is taken by whoever comes first, who keeps what was read and leaves what
 * it takes to compare it. Reading is pure, so that a file that is read twice comes out the same. What a process held that died
 * is taken by another once its lease has ended, and what it kept is read again by whoever writes it.
 */
final class SharedReading implements AutoCloseable {
    /** Stands before the name of a process that reads, which holds it for as long as it lives. */
    static final String READER = "@reader ";

    /** Looked at together. */
    private static final int AT_ONCE = 200;

    /** How many groups of files a process takes for each file that it reads. */
    private static final int AHEAD = 2;

    /** Files of one group: more cost fewer requests, fewer are shared out more evenly. */
    private static final int MOST = 8;

    private static final int GROUPS_AT_LEAST = 24;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SharedIndex index;
    private final LeaseTable table;
    private final ReaderSettings settings;
    private final Path corpus;
    private final String versions;
    private final Holding holding;
    private final OwnReading own;

    SharedReading(SharedIndex index, Path corpus, ReaderSettings settings, Stock.Versions versions, Duration lease) {
        this.index = index;
        table = index.leases();
        this.corpus = corpus;
        this.settings = settings;
        this.versions = versions.ofBrokenBounds();
        holding = new Holding(table, lease);
        own = new OwnReading(corpus, settings);
        holding.take(READER + own.reader(), "", null);
    }

    /** What this process holds of the table. */
    Holding holding() {
        return holding;
    }

    /** Names this process among those that read. */
    String reader() {
        return own.reader();
    }

    @Override
    public void close() {
        try {
            table.forget(List.of(READER + own.reader()));
        } catch (RuntimeException unreachable) {
            // The lease ends by itself.
            return;
        } finally {
            holding.close();
            own.close();
        }
    }

    /** What was read of the files of a stock. */
    SharedPapers papers(Stock stock) {
        return new SharedPapers(table, own, versions, stock.retried());
    }

    /**
     * Takes part until all files are read by whomever.
     *
     * @return false where another process has begun to write meanwhile, or has written: what there is to read is another
     *     matter then
     */
    boolean read(Stock stock, IntConsumer progress) throws InterruptedException {
        String commit = index.commit();
        own.keepOnly(stock.read().keySet());
        try (Turn turn = new Turn(new FileReading(settings, stock.retried()), papers(stock))) {
            return turn.take(stock.read().values(), commit, progress);
        }
    }

    /** One turn at reading. */
    private final class Turn implements AutoCloseable {
        private final FileReading files;
        private final SharedPapers papers;
        private final ReaderPool pool = new ReaderPool(settings);
        private final ExecutorService threads = Executors.newFixedThreadPool(
                settings.processes(),
                Thread.ofPlatform().daemon().name("apatite-shared-reading-", 1).factory());
        private final Deque<Future<?>> running = new ArrayDeque<>();

        Turn(FileReading files, SharedPapers papers) {
            this.files = files;
            this.papers = papers;
        }

        boolean take(Collection<CorpusFolder.Entry> entries, String commit, IntConsumer progress)
                throws InterruptedException {
            Map<String, CorpusFolder.Entry> open = new TreeMap<>();
            entries.forEach(each -> open.put(each.path(), each));
            // Processes that go through the files in the same order would all want the same ones.
            List<String> order = new ArrayList<>(open.keySet());
            Collections.shuffle(order, new Random(System.nanoTime()));
            while (!open.isEmpty()) {
                boolean took = false;
                for (int from = 0; from < order.size(); from += AT_ONCE) {
                    if (index.isWrittenByAnother() || !index.commit().equals(commit)) {
                        finishRunning(0);
                        return false;
                    }
                    List<String> some = order.subList(from, Math.min(order.size(), from + AT_ONCE));
                    took |= look(some, open);
                    progress.accept(entries.size() - open.size());
                }
                // What was taken is seen to be done when it is looked at again.
                order.removeIf(each -> !open.containsKey(each));
                if (!took && !open.isEmpty()) {
                    finishRunning(Math.max(0, running.size() - 1));
                    TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                }
            }
            finishRunning(0);
            return true;
        }

        /** Takes what is free of some files; whether anything was. */
        private boolean look(List<String> some, Map<String, CorpusFolder.Entry> open) throws InterruptedException {
            Map<String, LeaseTable.Entry> standing = table.look(some);
            boolean took = false;
            int size = Math.clamp(open.size() / GROUPS_AT_LEAST, 1, MOST);
            List<LeaseTable.Wish> free = new ArrayList<>();
            for (String path : some) {
                CorpusFolder.Entry entry = open.get(path);
                LeaseTable.Entry now = standing.get(path);
                if (entry == null) {
                    continue;
                }
                String wanted = papers.wanted(entry);
                if (now != null && now.done() && now.wanted().equals(wanted)) {
                    open.remove(path);
                } else if (holding.isFree(now, wanted)) {
                    free.add(new LeaseTable.Wish(path, wanted, now));
                    if (free.size() == size) {
                        took |= take(free, open);
                        free.clear();
                    }
                }
            }
            return took | take(free, open);
        }

        /** Takes a group of files that were free and reads what no other process took meanwhile; whether that is any. */
        private boolean take(List<LeaseTable.Wish> free, Map<String, CorpusFolder.Entry> open)
                throws InterruptedException {
            if (free.isEmpty()) {
                return false;
            }
            finishRunning(AHEAD * settings.processes() - 1);
            List<CorpusFolder.Entry> taken = new ArrayList<>();
            holding.take(free).forEach(path -> taken.add(open.get(path)));
            if (!taken.isEmpty()) {
                running.add(threads.submit(() -> read(taken)));
            }
            return !taken.isEmpty();
        }

        private void read(List<CorpusFolder.Entry> taken) {
            try {
                Map<String, String> kept = new LinkedHashMap<>();
                for (CorpusFolder.Entry each : taken) {
                    kept.put(each.path(), papers.kept(each, files.read(pool, corpus, each)));
                }
                holding.finish(kept);
            } finally {
                taken.forEach(each -> holding.drop(each.path()));
            }
        }

        private void finishRunning(int most) throws InterruptedException {
            while (running.size() > most) {
                try {
                    running.remove().get();
                } catch (ExecutionException e) {
                    throw new IngestException(
                            "reading stopped: " + (e.getCause() == null ? e : e.getCause()).getMessage(), e);
                }
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
            pool.close();
        }
    }
}
