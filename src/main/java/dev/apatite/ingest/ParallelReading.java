package dev.apatite.ingest;

import dev.apatite.index.FailedFile;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.ReadingException;
import dev.apatite.reading.worker.ReaderPool;
import dev.apatite.reading.worker.ReaderSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Reads and annotates files, as many at once as there are reading processes. */
final class ParallelReading {
    private final Annotation annotation;
    private final ReaderSettings settings;
    private final Spool spool;
    private final Citations citations;

    ParallelReading(Annotation annotation, ReaderSettings settings, Spool spool, Citations citations) {
        this.annotation = annotation;
        this.settings = settings;
        this.spool = spool;
        this.citations = citations;
    }

    /** What became of the files: papers in the spool, and failures. */
    record Outcome(List<Outline> papers, List<FailedFile> failures) {}

    private sealed interface Result {
        record Read(Outline outline) implements Result {}

        record Failed(FailedFile failure) implements Result {}
    }

    Outcome read(Path corpus, Collection<CorpusFolder.Entry> entries, IntConsumer progress) {
        List<Outline> papers = new ArrayList<>();
        List<FailedFile> failures = new ArrayList<>();
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
                        case Result.Read read -> papers.add(read.outline());
                        case Result.Failed failed -> failures.add(failed.failure());
                    }
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw new IngestException("reading stopped: " + e.getCause(), e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IngestException("reading was interrupted", e);
            }
        }
        return new Outcome(papers, failures);
    }

    private Result read(ReaderPool pool, Path corpus, CorpusFolder.Entry entry) {
        try {
            return annotated(pool.read(corpus, entry.path()), entry);
        } catch (ReadingException e) {
            return failed(entry, String.valueOf(e.getMessage()), PaperReader.VERSION);
        }
    }

    /** A text that breaks the rules is one file's failure and not the whole corpus's. */
    private Result annotated(Paper read, CorpusFolder.Entry entry) {
        Paper paper;
        try {
            paper = annotation.of(read);
        } catch (Annotation.BrokenRules e) {
            String versions = Stock.versions(PaperReader.VERSION, annotation.version());
            return failed(entry, String.valueOf(e.getMessage()), versions);
        }
        SourceFile file = new SourceFile(entry.path(), paper.contentHash(), entry.size(), entry.modified());
        return new Result.Read(Outline.read(paper, file, spool.put(paper), citations));
    }

    private static Result failed(CorpusFolder.Entry entry, String reason, String version) {
        SourceFile file = new SourceFile(entry.path(), "", entry.size(), entry.modified());
        return new Result.Failed(new FailedFile(file, reason, version));
    }
}
