package dev.apatite.cli;

import dev.apatite.export.Export;
import dev.apatite.export.PaperFormat;
import dev.apatite.paper.Paper;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes all papers that a query finds, or the whole corpus. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes all papers that a query finds; without a query, the whole corpus.")
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private QueryOptions query;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EngineOption engine;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "ris, bibtex, csl-json, csv, jsonl, bioc, pubtator or phenopackets.")
    @SuppressWarnings("NullAway.Init")
    private String format;

    @Option(
            names = "--min-confidence",
            paramLabel = "SHARE",
            description =
                    "Of each paper's findings only those at least as sure as this, from 0 to 1 (default: likely and"
                            + " possible ones). Those less sure than possible are worked out anew.")
    private @Nullable Double minConfidence;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write to (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() {
        PaperFormat chosen = PaperFormat.of(format)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "--format must be " + PaperFormat.codes() + ", not \"" + format + "\""));
        if (minConfidence != null && !(minConfidence >= 0 && minConfidence <= 1)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--min-confidence must be a number from 0 to 1, not " + minConfidence);
        }
        SearchRequest request = query.request(SearchRequest.LARGEST_PAGE).rowsOnly();
        Vocabulary vocabulary = index.vocabulary();
        SureFindings sure = minConfidence == null
                ? null
                : new SureFindings(
                        minConfidence, LatelyAsked.once(() -> index.annotator(vocabulary)), engine.reviews(index));
        try (OpenPapers opened = engine.openToAsk(index, vocabulary, true)) {
            Searcher searcher = opened.searcher();
            Output.write(output, spec.commandLine().getOut(), out -> {
                try (Export<Paper> export = chosen.to(out, searcher.concepts())) {
                    searcher.forEachPaper(request, paper -> {
                        try {
                            export.add(sure == null ? paper : sure.of(paper));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
                }
            });
        }
        return 0;
    }
}
