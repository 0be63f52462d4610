package dev.apatite.cli;

import dev.apatite.annotation.Annotator;
import dev.apatite.index.PaperIndex;
import dev.apatite.ingest.Ingest;
import dev.apatite.ingest.IngestReport;
import dev.apatite.languagemodel.ModelReading;
import dev.apatite.languagemodel.ModelWorker;
import dev.apatite.opensearch.ClusterIndex;
import dev.apatite.reading.worker.OwnedFolder;
import dev.apatite.review.Reviews;
import dev.apatite.search.RemoteSemantics;
import dev.apatite.search.Semantics;
import dev.apatite.text.Printable;
import dev.apatite.vocabulary.Vocabulary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings the index up to date with a folder. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Brings the index up to date with a folder of papers: new, changed, moved and deleted files.")
final class IndexCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "CORPUS",
            arity = "0..1",
            description = "The folder of papers (default: ${DEFAULT-VALUE}).",
            defaultValue = "corpus")
    @SuppressWarnings("NullAway.Init")
    private Path corpus;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EngineOption engine;

    @Option(
            names = "--together",
            description =
                    "Read the folder together with other processes that are given the same cluster, here or on other"
                            + " machines that see the same files; each file is read by one of them.")
    private boolean together;

    @Option(
            names = "--lease",
            paramLabel = "SECONDS",
            description = "How long another process may say nothing before its files are read by this one (default:"
                    + " ${DEFAULT-VALUE}; the same for all).",
            defaultValue = "15")
    private int lease;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ReadingOptions reading;

    @Option(names = "--strict", description = "Exit with 1 where a file failed or cannot be seen.")
    private boolean strict;

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
        OwnedFolder.sweep();
        Vocabulary vocabulary = index.vocabulary();
        if (together && !engine.isCluster()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--together is for --engine opensearch: one process writes the index of a folder");
        }
        return engine.isCluster() ? intoCluster(vocabulary) : intoFolder(vocabulary);
    }

    /** No second reader's rows are kept in a cluster. */
    private int intoCluster(Vocabulary vocabulary) throws InterruptedException {
        if (model.isNamed()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--reader-model is for --engine lucene: a cluster keeps no rows of a model");
        }
        if (lease < 2 || lease > 3600) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--lease must be from 2 to 3600 seconds, not " + lease);
        }
        try (ClusterIndex papers = engine.cluster(index, vocabulary);
                RemoteSemantics semantics = vectors.in(papers, false)) {
            engine.tellLacking(semantics);
            Annotator annotator = index.annotator(vocabulary);
            IngestReport report = run(
                    together
                            ? Ingest.together(
                                    corpus, papers, papers, annotator, reading.settings(), Duration.ofSeconds(lease))
                            : new Ingest(corpus, papers, annotator, reading.settings()));
            semantics.complete(() -> {});
            return account(report);
        }
    }

    private IngestReport run(Ingest ingest) {
        removals.tell(ingest);
        try (ProgressLine progress = ProgressLine.of(ingest)) {
            progress.start();
            return ingest.run();
        }
    }

    private int intoFolder(Vocabulary vocabulary) throws InterruptedException {
        try (PaperIndex papers = PaperIndex.open(index.folder(), vocabulary);
                Semantics semantics = vectors.beside(index.folder(), false);
                ModelReading reading = model.beside(index.folder())) {
            Annotator annotator = index.annotator(vocabulary, reading);
            Ingest ingest = new Ingest(corpus, papers, annotator, this.reading.settings());
            // What rotted since the last run is built anew, and not taken for what stands.
            papers.verify(true);
            IngestReport report = run(ingest);
            IndexedPapers.follow(papers, Reviews.open(index.folder()));
            semantics.complete(papers, () -> {});
            if (reading != null) {
                try (ModelWorker worker = new ModelWorker(papers, () -> annotator, reading)) {
                    worker.complete();
                }
                spec.commandLine()
                        .getOut()
                        .println(Printable.of(reading.report().words()));
            }
            return account(report);
        }
    }

    /** Says what became of every file, and has the exit code. */
    private int account(IngestReport report) {
        PrintWriter out = spec.commandLine().getOut();
        report.failures()
                .forEach(failure ->
                        out.println("failed " + Printable.of(failure.file()) + ": " + Printable.of(failure.reason())));
        boolean whole = report.absence().files().isEmpty();
        if (!whole) {
            out.println("kept: " + Printable.of(report.absence().words()) + "; --allow-removals removes them");
        }
        if (report.warnings().papers() > 0) {
            out.println(report.warnings().words());
        }
        out.println(report.summary());
        return strict && !(whole && report.failures().isEmpty()) ? 1 : 0;
    }
}
