package dev.apatite.ingest;

import dev.apatite.index.FailedFile;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.reading.worker.ReaderPool;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.works.CorpusCitations;
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
    private final FileReading files;

    /** {@code retried} are the failures of files that are tried again, by path. */
    ParallelReading(ReaderSettings settings, Spool spool, CorpusCitations citations, Map<String, FailedFile> retried) {
        files = new FileReading(settings, retried);
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
        List<Result> read = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        try (ReaderPool pool = new ReaderPool(settings);
                ExecutorService threads = Executors.newFixedThreadPool(
                        settings.processes(),
                        Thread.ofPlatform().daemon().name("apatite-reading-", 1).factory())) {
            List<Future<Result>> results = new ArrayList<>();
            for (CorpusFolder.Entry entry : entries) {
                Callable<Result> task = () -> {
                    Result result = kept(files.read(pool, corpus, entry), entry);
                    progress.accept(done.incrementAndGet());
                    return result;
                };
                results.add(threads.submit(task));
            }
            try {
                for (Future<Result> result : results) {
                    read.add(result.get());
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
        return outcome(read);
    }

    /** What was read of a file, set down for this run. */
    private Result kept(FileReading.Result result, CorpusFolder.Entry entry) {
        if (result.failure() != null) {
            return new Result.Failed(result.failure());
        }
        List<Outline> outlines = new ArrayList<>();
        List<List<String>> warnings = new ArrayList<>();
        for (String read : result.papers()) {
            Paper paper = json.read(read);
            warnings.add(paper.warnings());
            outlines.add(Outline.read(paper, file(paper, entry), spool.put(read), citations));
        }
        return new Result.Read(outlines, warnings);
    }

    /** Files that were read by this process and others, each with what is recognised in it. */
    static Outcome known(
            SharedPapers papers, Map<CorpusFolder.Entry, SharedPapers.Briefs> briefs, CorpusCitations citations) {
        List<Result> kept = new ArrayList<>();
        briefs.forEach((entry, file) -> {
            List<Outline> outlines = new ArrayList<>();
            List<List<String>> warnings = new ArrayList<>();
            for (SharedPapers.Brief each : file.papers()) {
                Paper bare = papers.bare(each);
                warnings.add(bare.warnings());
                outlines.add(Outline.read(
                        bare,
                        each.textLength(),
                        each.sketch(),
                        file(bare, entry),
                        SharedPapers.name(entry, outlines.size(), file.reader(), bare.contentHash()),
                        citations));
            }
            kept.add(file.failure() == null ? new Result.Read(outlines, warnings) : new Result.Failed(file.failure()));
        });
        return outcome(kept);
    }

    private static SourceFile file(Paper paper, CorpusFolder.Entry entry) {
        return new SourceFile(paper.sourceFile(), paper.contentHash(), entry.size(), entry.modified());
    }

    private static Outcome outcome(List<Result> results) {
        List<Outline> papers = new ArrayList<>();
        List<FailedFile> failures = new ArrayList<>();
        List<List<String>> warnings = new ArrayList<>();
        int files = 0;
        for (Result result : results) {
            switch (result) {
                case Result.Read read -> {
                    papers.addAll(read.outlines());
                    warnings.addAll(read.warnings());
                    files++;
                }
                case Result.Failed failed -> failures.add(failed.failure());
            }
        }
        return new Outcome(papers, files, failures, WarningCount.of(warnings));
    }
}
