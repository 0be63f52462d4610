package dev.apatite.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.engine.LeaseTable;
import dev.apatite.engine.SharedIndex;
import dev.apatite.paper.PaperJson;
import dev.apatite.reading.worker.ReaderPool;
import dev.apatite.reading.worker.ReaderSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Reads and annotates files together with other processes: each file is taken by whoever comes first, and what came of it
 * is left where all find it. Both are pure, so that a file that is done twice comes out the same. What a process held that
 * died is taken by another once its lease has ended.
 */
final class SharedReading {
    /** Looked at together. */
    private static final int AT_ONCE = 200;

    /** How many files a process takes for each that it reads. */
    private static final int AHEAD = 2;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SharedIndex index;
    private final LeaseTable table;
    private final ReaderSettings settings;
    private final Annotation annotation;
    private final String versions;
    private final Duration lease;
    private final PaperJson papers = new PaperJson();
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    SharedReading(
            SharedIndex index,
            ReaderSettings settings,
            Annotation annotation,
            Stock.Versions versions,
            Duration lease) {
        this.index = index;
        table = index.leases();
        this.settings = settings;
        this.annotation = annotation;
        this.versions = versions.ofBrokenBounds() + " " + annotation.version();
        this.lease = lease;
    }

    /** Another commit asks for everything anew: what was read for one before is in the index, or not wanted. */
    private String wanted(CorpusFolder.Entry entry, String commit) {
        return commit + " " + versions + " " + entry.size() + " " + entry.modified();
    }

    /**
     * Takes part until all files are read by whomever.
     *
     * @return false where another process has begun to write meanwhile, or has written: what there is to read is another
     *     matter then
     */
    boolean read(Path corpus, FileReading files, Collection<CorpusFolder.Entry> entries, IntConsumer progress)
            throws InterruptedException {
        String commit = index.commit();
        try (Turn turn = new Turn(corpus, files)) {
            return turn.take(entries, commit, progress);
        }
    }

    /** What came of the files that are read; of the others nothing. */
    Map<CorpusFolder.Entry, FileReading.Result> results(Collection<CorpusFolder.Entry> entries) {
        String commit = index.commit();
        Map<CorpusFolder.Entry, FileReading.Result> results = new LinkedHashMap<>();
        for (CorpusFolder.Entry each : entries) {
            table.outcome(each.path(), wanted(each, commit)).ifPresent(found -> results.put(each, unpacked(found)));
        }
        return results;
    }

    /** Forgets what is in the index by now. */
    void forget(Collection<CorpusFolder.Entry> entries) {
        table.forget(entries.stream().map(CorpusFolder.Entry::path).toList());
    }

    private String packed(FileReading.Result result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(json.writeValueAsString(result).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private FileReading.Result unpacked(String packed) {
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return json.readValue(in.readAllBytes(), FileReading.Result.class);
        } catch (JsonProcessingException e) {
            throw new IngestException("what another process left cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One turn at reading. */
    private final class Turn implements AutoCloseable {
        private final Path corpus;
        private final FileReading files;
        private final ReaderPool pool = new ReaderPool(settings);
        private final ExecutorService threads = Executors.newFixedThreadPool(
                settings.processes(),
                Thread.ofPlatform().daemon().name("apatite-shared-reading-", 1).factory());
        private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("apatite-leases").factory());
        private final Map<String, LeaseTable.Held> held = new ConcurrentHashMap<>();
        private final Map<String, Sight> seen = new HashMap<>();
        private final Deque<Future<?>> running = new ArrayDeque<>();

        /** How something stood, and since when it was seen so. */
        private record Sight(String version, long since) {}

        Turn(Path corpus, FileReading files) {
            this.corpus = corpus;
            this.files = files;
            long often = lease.toMillis() / 4;
            beats.scheduleWithFixedDelay(this::beat, often, often, TimeUnit.MILLISECONDS);
        }

        private void beat() {
            for (String each : held.keySet()) {
                try {
                    held.computeIfPresent(
                            each, (name, mine) -> table.renew(mine).orElse(null));
                } catch (RuntimeException unreachable) {
                    // Nobody else reaches the table either, as a rule; else the file is read twice.
                    continue;
                }
            }
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
                    took |= look(some, open, commit);
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
        private boolean look(List<String> some, Map<String, CorpusFolder.Entry> open, String commit)
                throws InterruptedException {
            Map<String, LeaseTable.Entry> standing = table.look(some);
            boolean took = false;
            for (String path : some) {
                CorpusFolder.Entry entry = open.get(path);
                LeaseTable.Entry now = standing.get(path);
                if (entry == null || held.containsKey(path)) {
                    continue;
                }
                String wanted = wanted(entry, commit);
                boolean same = now != null && now.wanted().equals(wanted);
                if (same && now != null && now.done()) {
                    open.remove(path);
                } else if (now == null || !same || hasEnded(now)) {
                    finishRunning(AHEAD * settings.processes() - 1);
                    Optional<LeaseTable.Held> mine = table.take(path, wanted, now);
                    if (mine.isPresent()) {
                        held.put(path, mine.get());
                        running.add(threads.submit(() -> read(entry)));
                        took = true;
                    }
                }
            }
            return took;
        }

        private boolean hasEnded(LeaseTable.Entry now) {
            Sight before = seen.get(now.name());
            if (before == null || !before.version().equals(now.version())) {
                seen.put(now.name(), new Sight(now.version(), System.nanoTime()));
                return false;
            }
            return System.nanoTime() - before.since() > lease.toNanos();
        }

        private void read(CorpusFolder.Entry entry) {
            FileReading.Result read = files.read(pool, corpus, entry);
            List<String> annotated = new ArrayList<>();
            for (String each : read.papers()) {
                annotated.add(papers.write(annotation.orWarned(papers.read(each))));
            }
            String outcome = packed(new FileReading.Result(annotated, read.failure()));
            LeaseTable.Held[] mine = new LeaseTable.Held[1];
            held.computeIfPresent(entry.path(), (name, now) -> {
                mine[0] = now;
                return null;
            });
            if (mine[0] != null) {
                table.finish(mine[0], outcome);
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
            beats.shutdownNow();
            pool.close();
        }
    }
}
