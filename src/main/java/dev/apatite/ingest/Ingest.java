package dev.apatite.ingest;

import dev.apatite.annotation.Annotator;
import dev.apatite.index.FailedFile;
import dev.apatite.index.IndexState;
import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.works.CorpusCitations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings an index up to date with a corpus folder: new, changed, moved and deleted files, and papers that another version
 * of the rules annotated. One run at a time.
 */
public final class Ingest {
    private final CorpusFolder corpus;
    private final PaperIndex index;
    private final Annotator annotator;
    private final ReaderSettings settings;
    private volatile IngestStatus status = IngestStatus.idle();

    public Ingest(Path corpus, PaperIndex index, Annotator annotator, ReaderSettings settings) {
        this.corpus = new CorpusFolder(corpus, index.folder());
        this.index = index;
        this.annotator = annotator;
        this.settings = settings;
    }

    /** What is being done right now; for anyone who asks, at any time. */
    public IngestStatus status() {
        return status;
    }

    /** The folder that is indexed. */
    public Path corpus() {
        return corpus.path();
    }

    /**
     * Makes one run. The index changes at its end, at once, or not at all.
     *
     * @throws IngestException where the folder is not there or cannot be read
     * @throws dev.apatite.index.IndexException where the index cannot be written
     */
    public synchronized IngestReport run() {
        Instant started = Instant.now();
        try {
            IngestReport report = update(started);
            status = new IngestStatus(IngestStatus.Phase.IDLE, 0, 0, report, Instant.now(), null);
            return report;
        } catch (RuntimeException e) {
            failed(e);
            throw e;
        }
    }

    /** What is in the folder now. */
    CorpusFolder.Listing listing() {
        return corpus.list();
    }

    /** Lets the status say that no run can be completed at present. */
    void failed(RuntimeException problem) {
        status = new IngestStatus(
                IngestStatus.Phase.IDLE, 0, 0, status.last(), status.finished(), String.valueOf(problem.getMessage()));
    }

    private IngestReport update(Instant started) {
        report(IngestStatus.Phase.LOOKING, 0, 0);
        CorpusFolder.Listing listing = corpus.list();
        IndexState state = index.state();
        boolean rebuild = state == IndexState.OTHER_SCHEMA || state == IndexState.DAMAGED;
        Stock stock = rebuild
                ? new Stock(new TreeMap<>(listing.files()), Map.of(), List.of(), Set.of())
                : Stock.take(listing.files(), index, PaperReader.VERSION);
        try (IndexUpdate update = rebuild ? index.rebuild() : index.update();
                Spool spool = new Spool()) {
            CorpusCitations citations = new CorpusCitations();
            Annotation annotation = new Annotation(annotator::annotate, annotator.version());
            ParallelReading.Outcome read = new ParallelReading(settings, spool, citations)
                    .read(
                            corpus.path(),
                            stock.read().values(),
                            done -> report(
                                    IngestStatus.Phase.READING,
                                    done,
                                    stock.read().size()));
            List<Outline> outlines = new ArrayList<>(read.papers());
            boolean changed = !read.papers().isEmpty() || !stock.gone().isEmpty() || stale(stock) || regrouped(stock);
            if (changed) {
                report(IngestStatus.Phase.RECONCILING, 0, 0);
                Set<String> before = new TreeSet<>();
                if (!rebuild) {
                    index.papers().forEach(stored -> before.add(stored.id()));
                    addKept(stock, citations, outlines);
                }
                new Writing(index, annotation, spool, update, settings.processes())
                        .write(
                                outlines,
                                citations,
                                before,
                                (done, total) -> report(IngestStatus.Phase.WRITING, done, total));
            }
            boolean failuresChanged = updateFailures(update, stock, read.failures(), rebuild);
            if (changed || failuresChanged || rebuild || index.state() == IndexState.EMPTY) {
                update.commit();
            }
            return account(listing, stock, read, started);
        }
    }

    private boolean stale(Stock stock) {
        return stock.keep().keySet().stream()
                .anyMatch(stored -> !stored.provenance().annotatorVersion().equals(annotator.version()));
    }

    private static boolean regrouped(Stock stock) {
        return stock.keep().entrySet().stream()
                .anyMatch(kept -> kept.getKey().provenance().files().size()
                        != kept.getValue().size());
    }

    /** Adds the papers that stand, and gives those that were read anew the ids that they had. */
    private void addKept(Stock stock, CorpusCitations citations, List<Outline> outlines) {
        Map<String, Paper> before = new HashMap<>();
        Map<String, List<SourceFile>> files = new HashMap<>();
        stock.keep().forEach((stored, standing) -> files.put(stored.id(), standing));
        index.outlines(paper -> {
            List<SourceFile> standing = files.get(paper.stored().id());
            if (standing != null) {
                outlines.add(Outline.stored(paper, standing, citations));
            } else {
                before.put(paper.bare().sourceFile(), paper.bare().withReferences(List.of()));
            }
        });
        outlines.replaceAll(each -> each.spooled() == null ? each : each.after(before.get(each.path())));
    }

    private boolean updateFailures(IndexUpdate update, Stock stock, List<FailedFile> failures, boolean rebuild) {
        boolean changed = !failures.isEmpty();
        failures.forEach(update::putFailure);
        if (!rebuild) {
            Set<String> standing = new TreeSet<>();
            stock.failed().forEach(failure -> standing.add(failure.file().path()));
            failures.forEach(failure -> standing.add(failure.file().path()));
            for (FailedFile before : index.failures()) {
                if (!standing.contains(before.file().path())) {
                    update.removeFailure(before.file().path());
                    changed = true;
                }
            }
        }
        return changed;
    }

    private IngestReport account(
            CorpusFolder.Listing listing, Stock stock, ParallelReading.Outcome read, Instant started) {
        Map<String, String> failures = new HashMap<>(listing.refused());
        read.failures().forEach(failure -> failures.put(failure.file().path(), failure.reason()));
        stock.failed().forEach(failure -> failures.put(failure.file().path(), failure.reason()));
        int unchanged = stock.keep().values().stream().mapToInt(List::size).sum();
        return new IngestReport(
                read.papers().size(),
                unchanged,
                stock.gone().size(),
                failures.entrySet().stream()
                        .map(failure -> new Failure(failure.getKey(), failure.getValue()))
                        .sorted(Comparator.comparing(Failure::file))
                        .toList(),
                Duration.between(started, Instant.now()));
    }

    private void report(IngestStatus.Phase phase, int done, int total) {
        status = status.at(phase, done, total);
    }
}
