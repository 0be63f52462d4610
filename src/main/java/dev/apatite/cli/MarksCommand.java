package dev.apatite.cli;

import dev.apatite.annotation.Annotator;
import dev.apatite.export.Export;
import dev.apatite.export.MarksCsvExport;
import dev.apatite.export.MarksCsvImport;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.review.Mark;
import dev.apatite.review.Reviews;
import dev.apatite.search.Searcher;
import dev.apatite.text.Printable;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Readers' marks as a table, out and in again. */
@Command(
        name = "marks",
        mixinStandardHelpOptions = true,
        description =
                "Writes the marks that readers made on findings as CSV, or takes them from a table with --import.")
final class MarksCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EngineOption engine;

    @Option(
            names = "--import",
            paramLabel = "FILE",
            description = "Keep the marks of this table; rows that make no sense are named, the others count.")
    private @Nullable Path table;

    @Option(names = "--reader", paramLabel = "NAME", description = "Only the marks of this reader.")
    private @Nullable String reader;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write to (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        Reviews reviews = engine.reviews(index);
        if (table != null) {
            return take(table, reviews);
        }
        Output.write(output, spec.commandLine().getOut(), out -> {
            try (Export<Mark> export = new MarksCsvExport(out)) {
                for (Mark each : reviews.all()) {
                    if (reader == null || each.reader().equals(reader)) {
                        export.add(each);
                    }
                }
            }
        });
        reviews.notices().forEach(each -> spec.commandLine().getErr().println("apatite: " + Printable.of(each)));
        return 0;
    }

    private int take(Path file, Reviews reviews) throws IOException {
        Vocabulary vocabulary = index.vocabulary();
        Annotator annotator = index.annotator(vocabulary);
        PrintWriter out = spec.commandLine().getOut();
        try (OpenPapers opened = engine.openToRead(index, vocabulary);
                Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Searcher searcher = opened.searcher();
            String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            MarksCsvImport.Outcome outcome = new MarksCsvImport(of(searcher, annotator), reviews, reader, now).read(in);
            say(outcome, out);
            return outcome.problems().isEmpty() ? 0 : 1;
        }
    }

    /** Names each row that was not taken, and counts the others. */
    static void say(MarksCsvImport.Outcome outcome, PrintWriter out) {
        for (MarksCsvImport.Problem each : outcome.problems()) {
            String place = each.row() == 0 ? "" : "row " + each.row() + ": ";
            out.println(Printable.of("not taken " + place + each.message()));
        }
        out.println("kept " + outcome.kept() + ", unchanged " + outcome.unchanged() + ", not taken "
                + outcome.problems().size());
        out.flush();
    }

    private static MarksCsvImport.Papers of(Searcher searcher, Annotator annotator) {
        return new MarksCsvImport.Papers() {
            @Override
            public Optional<Paper> paper(String id) {
                return searcher.paper(id);
            }

            @Override
            public List<Finding> rows(Paper paper) {
                Map<String, Finding> all = new LinkedHashMap<>();
                Stream.concat(annotator.withCandidates(paper).findings().stream(), paper.findings().stream())
                        .forEach(each -> all.putIfAbsent(each.id(), each));
                return List.copyOf(all.values());
            }
        };
    }
}
