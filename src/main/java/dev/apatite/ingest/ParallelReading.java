package dev.apatite.ingest;

import dev.apatite.index.FailedFile;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.ContentHash;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.paper.SourcePath;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.worker.ReaderPool;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.works.CorpusCitations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Reads files, as many at once as there are reading processes. */
final class ParallelReading {
    private final ReaderSettings settings;
    private final Spool spool;
    private final CorpusCitations citations;
    private final PaperJson json = new PaperJson();
    private final Stock.Versions versions;
    private final Map<String, FailedFile> retried;

    /** {@code retried} are the failures of files that are tried again, by path. */
    ParallelReading(ReaderSettings settings, Spool spool, CorpusCitations citations, Map<String, FailedFile> retried) {
        this.retried = retried;
        versions = new Stock.Versions(PaperReader.version(), settings.bounds());
        this.settings = settings;
        this.spool = spool;
        this.citations = citations;
    }

    /**
     * What became of the files.
     *
     * @param papers in the spool
     * @param files how many the papers were read from
     */
    record Outcome(List<Outline> papers, int files, List<FailedFile> failures, WarningCount warnings) {}

    private sealed interface Result {
        record Read(List<Outline> outlines, List<List<String>> warnings) implements Result {}

        record Failed(FailedFile failure) implements Result {}
    }

    Outcome read(Path corpus, Collection<CorpusFolder.Entry> entries, IntConsumer progress) {
        List<Outline> papers = new ArrayList<>();
        List<FailedFile> failures = new ArrayList<>();
        List<List<String>> warnings = new ArrayList<>();
        int files = 0;
        AtomicInteger done = new AtomicInteger();
        try (ReaderPool pool = new ReaderPool(settings);
                ExecutorService threads = Executors.newFixedThreadPool(
                        settings.processes(),
                        Thread.ofPlatform().daemon().name("apatite-reading-", 1).factory())) {
            List<Future<Result>> results = new ArrayList<>();
            for (CorpusFolder.Entry entry : entries) {
                Callable<Result> task = () -> {
                    Result result = read(pool, corpus, entry);
                    progress.accept(done.incrementAndGet());
                    return result;
                };
                results.add(threads.submit(task));
            }
            try {
                for (Future<Result> result : results) {
                    switch (result.get()) {
                        case Result.Read read -> {
                            papers.addAll(read.outlines());
                            warnings.addAll(read.warnings());
                            files++;
                        }
                        case Result.Failed failed -> failures.add(failed.failure());
                    }
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw new IngestException(
                        "reading stopped: " + (e.getCause() == null ? e : e.getCause()).getMessage(), e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IngestException("reading was interrupted", e);
            }
        }
        return new Outcome(papers, files, failures, WarningCount.of(warnings));
    }

    private Result read(ReaderPool pool, Path corpus, CorpusFolder.Entry entry) {
        try {
            List<Outline> outlines = new ArrayList<>();
            List<List<String>> warnings = new ArrayList<>();
            for (String read : pool.readJson(corpus, entry.path())) {
                Paper paper = json.read(read);
                warnings.add(paper.warnings());
                SourceFile file =
                        new SourceFile(paper.sourceFile(), paper.contentHash(), entry.size(), entry.modified());
                outlines.add(Outline.read(paper, file, spool.put(read), citations));
            }
            return new Result.Read(outlines, warnings);
        } catch (ReadingException e) {
            return failed(corpus, entry, e);
        }
    }

    private Result failed(Path corpus, CorpusFolder.Entry entry, ReadingException e) {
        FailedFile.Kind kind = switch (e.fault()) {
            case FILE -> FailedFile.Kind.FILE;
            case BOUNDS -> FailedFile.Kind.BOUNDS;
            case MOMENT -> FailedFile.Kind.MOMENT;
        };
        FailedFile before = retried.get(entry.path());
        int tries = before == null || before.kind() != kind ? 1 : before.tries() + 1;
        String version = kind == FailedFile.Kind.BOUNDS ? versions.ofBrokenBounds() : versions.reader();
        return new Result.Failed(
                new FailedFile(source(corpus, entry), String.valueOf(e.getMessage()), version, kind, tries));
    }

    /** A file that cannot even be read for its hash is known by its size and time alone. */
    private static SourceFile source(Path corpus, CorpusFolder.Entry entry) {
        String hash;
        try {
            hash = ContentHash.of(SourcePath.in(corpus, entry.path()));
        } catch (IOException e) {
            hash = "";
        }
        return new SourceFile(entry.path(), hash, entry.size(), entry.modified());
    }
}
