package dev.apatite.cli;

import dev.apatite.annotation.Annotator;
import dev.apatite.index.PaperIndex;
import dev.apatite.ingest.Ingest;
import dev.apatite.ingest.IngestReport;
import dev.apatite.languagemodel.ModelReading;
import dev.apatite.languagemodel.ModelWorker;
import dev.apatite.reading.worker.OwnedFolder;
import dev.apatite.review.Reviews;
import dev.apatite.search.Semantics;
import dev.apatite.text.Printable;
import dev.apatite.vocabulary.Vocabulary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
        try (PaperIndex papers = PaperIndex.open(index.folder(), vocabulary);
                Semantics semantics = vectors.beside(index.folder(), false);
                ModelReading reading = model.beside(index.folder())) {
            Annotator annotator = index.annotator(vocabulary, reading);
            Ingest ingest = new Ingest(corpus, papers, annotator, this.reading.settings());
            removals.tell(ingest);
            // What rotted since the last run is built anew, and not taken for what stands.
            papers.verify(true);
            IngestReport report;
            try (ProgressLine progress = ProgressLine.of(ingest)) {
                progress.start();
                report = ingest.run();
            }
            IndexedPapers.follow(papers, Reviews.open(index.folder()));
            semantics.complete(papers, () -> {});
            PrintWriter out = spec.commandLine().getOut();
            if (reading != null) {
                try (ModelWorker worker = new ModelWorker(papers, annotator, reading)) {
                    worker.complete();
                }
                out.println(Printable.of(reading.report().words()));
            }
            report.failures()
                    .forEach(failure -> out.println(
                            "failed " + Printable.of(failure.file()) + ": " + Printable.of(failure.reason())));
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
}
