package dev.apatite.ingest;

import dev.apatite.annotation.Annotator;
import dev.apatite.engine.SharedIndex;
import dev.apatite.index.FailedFile;
import dev.apatite.index.IndexBusy;
import dev.apatite.index.IndexState;
import dev.apatite.index.PaperStore;
import dev.apatite.index.PaperUpdate;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.works.CitationKeys;
import dev.apatite.works.CorpusCitations;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings an index up to date with a corpus folder: new, changed, moved and deleted files, and papers that another version
 * of the rules annotated. One run at a time.
 */
public final class Ingest {
    private static final Predicate<Absence> NOTHING = absence -> false;
    private static final Absence NO_ABSENCE = new Absence(new TreeSet<>(), 0);

    /** A first index is committed after so long, and again; a commit costs little beside that. */
    private static final Duration STEP = Duration.ofSeconds(10);

    /** A process that says nothing for so long has died. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration WAIT = Duration.ofMillis(250);

    /** A process that writes and has nothing to be helped with is left alone for so long, before it is taken for dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So many files are read together before they are compared and written: what was read waits in the cluster. */
    private static final int ROUND = 20_000;

    private final CitationKeys keys = new CitationKeys();
    private final CorpusFolder corpus;
    private final PaperStore index;
    private final Supplier<Annotator> annotators;
    private final ReaderSettings settings;
    private final Stock.Versions versions;
    private final @Nullable SharedIndex shared;
    private final Duration lease;
    private volatile IngestStatus status = IngestStatus.idle();
    private volatile Predicate<Absence> allowed = NOTHING;
    private volatile boolean requested;
    /** What the last run annotated by. */
    private volatile @Nullable Annotator by;

    public Ingest(Path corpus, PaperStore index, Annotator annotator, ReaderSettings settings) {
        this(corpus, index, () -> annotator, settings);
    }

    /** {@code annotators} gives the one that counts now, as often as it is asked; each run keeps to one. */
    public Ingest(Path corpus, PaperStore index, Supplier<Annotator> annotators, ReaderSettings settings) {
        this(corpus, index, annotators, settings, null, LEASE);
    }

    /**
     * Takes part in the reading of a folder that other processes read too, on this machine or others that see the same
     * files under the same names.
     *
     * @param lease how long a process may say nothing before what it was doing is done by another
     */
    public static Ingest together(
            Path corpus,
            PaperStore index,
            SharedIndex shared,
            Annotator annotator,
            ReaderSettings settings,
            Duration lease) {
        return new Ingest(corpus, index, () -> annotator, settings, shared, lease);
    }

    private Ingest(
            Path corpus,
            PaperStore index,
            Supplier<Annotator> annotators,
            ReaderSettings settings,
            @Nullable SharedIndex shared,
            Duration lease) {
        this.shared = shared;
        this.lease = lease;
        this.corpus = new CorpusFolder(corpus, index.folder());
        this.index = index;
        this.annotators = annotators;
        this.settings = settings;
        versions = new Stock.Versions(PaperReader.version(), settings.bounds());
    }

    /** Lets the next run take whatever is not in the folder for deleted. */
    public void allowRemovals() {
        allowed = absence -> true;
        requested = true;
    }

    /**
     * Lets the next run take the files that are away for deleted, if they are still the same by then.
     *
     * @param fingerprint of the absence that the last run reported
     * @return false where that is not what the last run reported
     */
    public boolean allowRemovals(String fingerprint) {
        IngestReport last = status.last();
        if (last == null
                || last.absence().files().isEmpty()
                || !last.absence().fingerprint().equals(fingerprint)) {
            return false;
        }
        allowed = absence -> absence.fingerprint().equals(fingerprint);
        requested = true;
        return true;
    }

    /** Asks for a run although nothing changed. */
    public void request() {
        requested = true;
    }

    /** Whether somebody asked for a run although nothing changed, or papers are annotated otherwise now. */
    boolean isRequested() {
        Annotator last = by;
        return requested
                || (last != null && !last.version().equals(annotators.get().version()));
    }

    /** Whether there is no index that counts: it is damaged, gone, or another version's. */
    boolean lacksIndex() {
        return index.state() != IndexState.CURRENT;
    }

    /** What is being done right now; for anyone who asks, at any time. */
    public IngestStatus status() {
        return status;
    }

    /** The folder that is indexed. */
    public Path corpus() {
        return corpus.path();
    }

    /** The file of the corpus that a paper was read from, by the paper's name of it; empty where it is not there any more. */
    public Optional<Original> original(String sourceFile) {
        return corpus.original(sourceFile);
    }

    /**
     * Makes one run. An index that counts changes at its end, at once, or not at all; where there is none, papers can be
     * found as soon as they are written.
     *
     * @throws IngestException where the folder is not there or cannot be read
     * @throws dev.apatite.index.IndexException where the index cannot be written
     */
    public synchronized IngestReport run() {
        Instant started = Instant.now();
        requested = false;
        try (SharedReading sharing =
                shared == null ? null : new SharedReading(shared, corpus.path(), settings, versions, lease)) {
            Annotator annotator = annotators.get();
            by = annotator;
            Annotation annotation = new Annotation(annotator::annotate, annotator.version());
            Means means = new Means(annotator, annotation, sharing);
            IngestReport report = shared == null ? update(started, means).report() : together(shared, started, means);
            allowed = NOTHING;
            status = new IngestStatus(IngestStatus.Phase.IDLE, 0, 0, report, Instant.now(), null);
            return report;
        } catch (RuntimeException e) {
            if (wasToldToEnd(e)) {
                // It was told to end: that a file was closed before it is no problem of the index or the folder.
                status = new IngestStatus(
                        IngestStatus.Phase.IDLE, 0, 0, status.last(), status.finished(), status.problem());
            } else {
                failed(e);
            }
            throw e;
        }
    }

    private static boolean wasToldToEnd(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException || cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
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

    /**
     * By what a run annotates and reads.
     *
     * @param sharing where others read the same folder; null where none do
     */
    private record Means(
            Annotator annotator,
            Annotation annotation,
            @Nullable SharedReading sharing) {}

    /** Takes part in reading and writing until all is done, by whomever. */
    private IngestReport together(SharedIndex shared, Instant started, Means means) {
        SharedReading sharing = Objects.requireNonNull(means.sharing());
        long helped = System.nanoTime();
        while (true) {
            boolean another = shared.isWrittenByAnother();
            try {
                if (another
                        && writing(shared, means, sharing.papers(Stock.NONE)).help()) {
                    helped = System.nanoTime();
                } else if (!another && read(sharing, stock())
                        || another && System.nanoTime() - helped > PATIENCE.toNanos()) {
                    // Where another writes, it has nothing to be helped with: or it has died.
                    helped = System.nanoTime();
                    Updated updated = update(started, means);
                    if (!updated.more()) {
                        return updated.report();
                    }
                }
            } catch (IndexBusy anotherWrites) {
                // It may be done with all that there is to do.
                report(IngestStatus.Phase.RECONCILING, 0, 0);
            }
            pause();
        }
    }

    /** What there is to do next, as it looks to a process that does not write. */
    private Stock stock() {
        report(IngestStatus.Phase.LOOKING, 0, 0);
        CorpusFolder.Listing listing = corpus.list();
        return (isToBeBuiltAnew(index.state())
                        ? Stock.ofNothing(listing)
                        : Stock.take(
                                corpus.path(),
                                listing,
                                new Presence(corpus.path(), listing, index)
                                        .absence(allowed)
                                        .files(),
                                index,
                                versions))
                .first(ROUND);
    }

    private SharedWriting writing(SharedIndex shared, Means means, SharedPapers papers) {
        return new SharedWriting(
                index,
                shared,
                papers,
                means.annotation(),
                keys,
                settings.processes(),
                Objects.requireNonNull(means.sharing()));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(WAIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngestException("the other processes were not waited for: interrupted", e);
        }
    }

    private boolean read(SharedReading shared, Stock stock) {
        int files = stock.read().size();
        try {
            return shared.read(stock, done -> report(IngestStatus.Phase.READING, done, files));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IngestException("reading was interrupted", e);
        }
    }

    private ParallelReading.Outcome outcome(
            Stock stock, Spool spool, CorpusCitations citations, @Nullable SharedReading sharing) {
        if (sharing == null) {
            return new ParallelReading(settings, spool, citations, stock.retried())
                    .read(
                            corpus.path(),
                            stock.read().values(),
                            done -> report(
                                    IngestStatus.Phase.READING,
                                    done,
                                    stock.read().size()));
        }
        SharedPapers papers = sharing.papers(stock);
        Map<CorpusFolder.Entry, SharedPapers.Briefs> briefs =
                papers.briefs(stock.read().values());
        while (briefs.size() < stock.read().size()) {
            // Files that came while this process waited to write.
            if (!read(sharing, stock)) {
                throw new IndexBusy("another process has taken over the writing");
            }
            briefs = papers.briefs(stock.read().values());
        }
        return ParallelReading.known(papers, briefs, citations);
    }

    private static boolean isToBeBuiltAnew(IndexState state) {
        return state == IndexState.OTHER_SCHEMA || state == IndexState.DAMAGED;
    }

    /**
     * What an update did.
     *
     * @param more whether there are files that it left to the next one
     */
    private record Updated(IngestReport report, boolean more) {}

    private Updated update(Instant started, Means means) {
        report(IngestStatus.Phase.LOOKING, 0, 0);
        Annotator annotator = means.annotator();
        Annotation annotation = means.annotation();
        SharedReading sharing = means.sharing();
        CorpusFolder.Listing listing = corpus.list();
        IndexState state = index.state();
        boolean rebuild = isToBeBuiltAnew(state);
        if (rebuild) {
            refuseToForget(listing);
        }
        try (PaperUpdate update = rebuild ? index.rebuild() : index.update();
                Spool spool = new Spool()) {
            if (rebuild && !isToBeBuiltAnew(index.state())) {
                throw new IndexBusy("another process has built the index anew meanwhile");
            }
            // Nobody else writes from here on, so that what stands is looked at now.
            Absence absence = rebuild ? NO_ABSENCE : new Presence(corpus.path(), listing, index).absence(allowed);
            Stock all = rebuild
                    ? Stock.ofNothing(listing)
                    : Stock.take(corpus.path(), listing, absence.files(), index, versions);
            Stock stock = sharing == null ? all : all.first(ROUND);
            annotator.likely().ifPresent(update::likelyFrom);
            CorpusCitations citations = new CorpusCitations();
            ParallelReading.Outcome outcome = outcome(stock, spool, citations, sharing);
            boolean settled = isSettled(stock);
            boolean changed = !outcome.papers().isEmpty()
                    || !stock.gone().isEmpty()
                    || stale(stock, annotator)
                    || regrouped(stock)
                    || !settled;
            boolean failuresChanged = updateFailures(update, stock, outcome.failures(), rebuild);
            if (changed) {
                report(IngestStatus.Phase.RECONCILING, 0, 0);
                ReadPapers papers = sharing == null ? spool : sharing.papers(stock);
                Planner planner = new Planner(index, papers, annotator.version(), keys, stock, outcome.papers());
                Change.Plan plan = rebuild
                        ? planner.ofNothing(citations)
                        : settled && planner.touchesLittle() ? planner.touched() : planner.whole(citations);
                // What is there already is not mixed with what is to come; where nothing is, some is better.
                boolean first = state != IndexState.CURRENT || index.isUnfinished();
                Steps steps = new Steps(STEP, () -> update.step(listing.files().size()));
                Writing.Progress progress = (done, total) -> {
                    report(IngestStatus.Phase.WRITING, done, total);
                    if (first && done < total) {
                        steps.look();
                    }
                };
                if (shared != null && papers instanceof SharedPapers read) {
                    writing(shared, means, read).write(plan, update, progress);
                } else {
                    new Writing(index, annotation, spool, update, keys, settings.processes()).write(plan, progress);
                }
            }
            if (changed || failuresChanged || rebuild || index.state() == IndexState.EMPTY) {
                update.commit(listing.files().size());
            }
            if (sharing != null) {
                SharedPapers papers = sharing.papers(stock);
                writing(Objects.requireNonNull(shared), means, papers).forget();
                papers.forget(stock.read().values());
            }
            boolean more = stock.read().size() < all.read().size();
            return new Updated(account(new Account(listing, stock, absence, outcome, started)), more);
        }
    }

    /** An index that has to be built anew is not given up for a folder that has lost most of what it held. */
    private void refuseToForget(CorpusFolder.Listing listing) {
        int before = index.corpusFiles().orElse(1);
        int now = listing.files().size();
        boolean most = now == 0 || Presence.areMost(before - now, before);
        if ((most || !listing.closed().isEmpty()) && !allowed.test(NO_ABSENCE)) {
            throw new IngestException("the index has to be built anew, but only " + now + " files can be seen in "
                    + corpus.path() + (before > 1 ? ", where there were " + before : "")
                    + "; it is kept as it is until they are back, or until a start with --allow-removals");
        }
    }

    /** Whether the papers that stand were compared with each other, and can be found for it again. */
    private boolean isSettled(Stock stock) {
        return stock.keep().isEmpty()
                || !index.isUnfinished()
                        && stock.keep().keySet().stream()
                                .allMatch(stored -> stored.keys().equals(Writing.VERSION));
    }

    private static boolean stale(Stock stock, Annotator annotator) {
        return stock.keep().keySet().stream()
                .anyMatch(stored -> !stored.provenance().annotatorVersion().equals(annotator.version()));
    }

    private static boolean regrouped(Stock stock) {
        return stock.keep().entrySet().stream()
                .anyMatch(kept -> kept.getKey().provenance().files().size()
                        != kept.getValue().size());
    }

    private boolean updateFailures(PaperUpdate update, Stock stock, List<FailedFile> failures, boolean rebuild) {
        List<FailedFile> before = rebuild ? List.of() : index.failures();
        List<FailedFile> fresh =
                failures.stream().filter(each -> !before.contains(each)).toList();
        fresh.forEach(update::putFailure);
        Set<String> standing = new TreeSet<>();
        stock.failed().forEach(failure -> standing.add(failure.file().path()));
        failures.forEach(failure -> standing.add(failure.file().path()));
        List<FailedFile> mended = before.stream()
                .filter(each -> !standing.contains(each.file().path()))
                .toList();
        mended.forEach(each -> update.removeFailure(each.file().path()));
        return !fresh.isEmpty() || !mended.isEmpty();
    }

    private record Account(
            CorpusFolder.Listing listing,
            Stock stock,
            Absence absence,
            ParallelReading.Outcome read,
            Instant started) {}

    private static IngestReport account(Account of) {
        Set<String> away = of.absence().files();
        Map<String, Failure> failures = new TreeMap<>();
        of.listing().refused().forEach((path, reason) -> failures.put(path, new Failure(path, reason)));
        Stream.concat(of.read().failures().stream(), of.stock().failed().stream())
                .filter(failure -> !away.contains(failure.file().path()))
                .forEach(failure -> failures.put(
                        failure.file().path(),
                        new Failure(failure.file().path(), failure.reason(), failure.passing())));
        long unchanged = of.stock().keep().values().stream()
                .flatMap(List::stream)
                .map(file -> of.listing().holding(file.path()))
                .filter(file -> !away.contains(file))
                .distinct()
                .count();
        return new IngestReport(
                of.read().files(),
                (int) unchanged,
                of.stock().gone().size(),
                List.copyOf(failures.values()),
                of.absence(),
                of.read().warnings(),
                Duration.between(of.started(), Instant.now()));
    }

    private void report(IngestStatus.Phase phase, int done, int total) {
        status = status.at(phase, done, total);
    }
}
