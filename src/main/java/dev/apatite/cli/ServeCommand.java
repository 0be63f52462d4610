package dev.apatite.cli;

import dev.apatite.index.IndexView;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.PaperStore;
import dev.apatite.ingest.CorpusFollower;
import dev.apatite.ingest.Ingest;
import dev.apatite.ingest.RotWatch;
import dev.apatite.ingest.Uploads;
import dev.apatite.languagemodel.ModelReading;
import dev.apatite.languagemodel.ModelWorker;
import dev.apatite.opensearch.ClusterIndex;
import dev.apatite.reading.worker.OwnedFolder;
import dev.apatite.review.ReaderRevisions;
import dev.apatite.review.Reviews;
import dev.apatite.search.ClusterSearcher;
import dev.apatite.search.EmbeddedSearcher;
import dev.apatite.search.RemoteSemantics;
import dev.apatite.search.Searcher;
import dev.apatite.search.Semantics;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.web.Access;
import dev.apatite.web.SearchRuns;
import dev.apatite.web.ServerSettings;
import dev.apatite.web.WebServer;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the search page and the API, and keeps the index up to date with the folder. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the search page and the API, indexes what changed, and follows the folder while it runs.")
final class ServeCommand implements Callable<Integer> {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "The folder of papers (default: ${DEFAULT-VALUE}).",
            defaultValue = "corpus")
    @SuppressWarnings("NullAway.Init")
    private Path corpus;

    @Option(
            names = "--host",
            description = "The address to listen on (default: ${DEFAULT-VALUE}: this machine only).",
            defaultValue = "127.0.0.1")
    @SuppressWarnings("NullAway.Init")
    private String host;

    @Option(
            names = "--port",
            description = "The port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).",
            defaultValue = "7070")
    private int port;

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description = "Pages of this origin may read the API's answers; * for all. May be given several times.")
    private List<String> readers = List.of();

    @Option(
            names = "--allow-upload",
            description =
                    "Whoever may change marks may add papers: files go into the folder \"uploaded\" of the corpus.")
    private boolean upload;

    @Option(names = "--no-index", description = "Serve what others index into the cluster, and follow no folder.")
    private boolean askedOnly;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EngineOption engine;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ReadingOptions reading;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private AccessOptions access;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private RemovalOption removals;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private VectorOption vectors;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ModelOption model;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw refused("--port must be from 0 to 65535, not " + port);
        }
        if (askedOnly && !engine.isCluster()) {
            throw refused("--no-index is for --engine opensearch, whose papers others may index");
        }
        if (engine.isCluster() && model.isNamed()) {
            throw refused("--reader-model is for --engine lucene: a cluster keeps no rows of a model");
        }
        if (!askedOnly && !Files.isDirectory(corpus)) {
            throw refused("the corpus folder " + corpus + " is not there; name a folder of papers with --corpus");
        }
        Access may = access.settings(host);
        OwnedFolder.sweep();
        Vocabulary vocabulary = index.vocabulary();
        Reviews reviews = engine.reviews(index);
        if (engine.isCluster()) {
            CurrentAnnotator annotators = new CurrentAnnotator(index, vocabulary, null);
            LatelyAsked candidates = new LatelyAsked(annotators);
            try (ClusterIndex papers = engine.cluster(index, vocabulary, reviews);
                    RemoteSemantics semantics = vectors.in(papers, true);
                    Searcher searcher = new ClusterSearcher(papers, vocabulary, semantics, candidates)) {
                serve(
                        new Served(
                                papers,
                                ingest(papers, annotators),
                                searcher,
                                reviews,
                                candidates,
                                null,
                                () -> {},
                                () -> papers.snapshot("").state()),
                        may,
                        () -> semantics.start(() -> engine.tellLacking(semantics)));
            }
            return 0;
        }
        ModelReading second = model.beside(index.folder());
        CurrentAnnotator annotators = new CurrentAnnotator(index, vocabulary, second);
        LatelyAsked candidates = new LatelyAsked(annotators);
        try (PaperIndex papers = PaperIndex.open(index.folder(), vocabulary, new ReaderRevisions(reviews));
                Semantics semantics = vectors.beside(index.folder(), true);
                Searcher searcher = new EmbeddedSearcher(papers, vocabulary, semantics, candidates)) {
            Served served = new Served(
                    papers,
                    ingest(papers, annotators),
                    searcher,
                    reviews,
                    candidates,
                    second,
                    papers::refresh,
                    () -> papers.read(IndexView::state));
            try (RotWatch watch = new RotWatch(papers, served.ingest()::request);
                    ModelWorker worker = second == null ? null : new ModelWorker(papers, annotators, second)) {
                serve(served, may, () -> {
                    watch.start();
                    semantics.start(papers);
                    if (worker != null) {
                        worker.start();
                    }
                });
            }
        }
        return 0;
    }

    private Ingest ingest(PaperStore papers, CurrentAnnotator annotators) {
        Ingest ingest = new Ingest(corpus, papers, annotators, reading.settings());
        removals.tell(ingest);
        return ingest;
    }

    private CommandLine.ParameterException refused(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }

    /**
     * What is served.
     *
     * @param refresh looks for changes of the papers
     * @param state names their state
     */
    private record Served(
            PaperStore papers,
            Ingest ingest,
            Searcher searcher,
            Reviews reviews,
            LatelyAsked candidates,
            @Nullable ModelReading model,
            Runnable refresh,
            Supplier<String> state) {}

    /** Serves until the process is to end; {@code beside} is begun once the port is open. */
    private void serve(Served served, Access may, Runnable beside) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Ingest ingest = served.ingest();
        Runnable searches = new SearchRuns(served.searcher(), served.reviews().searches(), Clock.systemUTC())
                .afterChanges(served.state());
        Optional<Uploads> uploads = upload ? Optional.of(new Uploads(corpus, ingest::request)) : Optional.empty();
        try (WebServer server = new WebServer(
                                new ServerSettings(host, port, may, Set.copyOf(readers)),
                                served.searcher(),
                                served.reviews(),
                                served.candidates(),
                                new Keeper(served.papers(), ingest, !askedOnly, served.model(), uploads))
                        .start();
                ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("apatite-searches").factory());
                CorpusFollower follower = new CorpusFollower(ingest, INTERVAL, () -> {
                    served.refresh().run();
                    IndexedPapers.follow(served.papers(), served.reviews());
                    searches.run();
                });
                ProgressLine progress = ProgressLine.ofEach(ingest)) {
            PrintWriter out = spec.commandLine().getOut();
            if (access.isOpen()) {
                spec.commandLine().getErr().println("apatite: --open: anyone who reaches this server may change marks");
            }
            out.println("Apatite is listening on " + server.address());
            out.flush();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stopped, closed), "apatite-shutdown"));
            if (askedOnly) {
                timer.scheduleWithFixedDelay(searches, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                progress.start();
                follower.start();
            }
            beside.run();
            stopped.await();
        } finally {
            closed.countDown();
        }
    }

    /** Lets everything be closed in its order before the process ends. */
    private static void end(CountDownLatch stopped, CountDownLatch closed) {
        stopped.countDown();
        try {
            boolean inTime = closed.await(10, TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("apatite: was stopped before everything was closed; the last index stands");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
