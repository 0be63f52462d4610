package dev.apatite.cli;

import dev.apatite.evaluation.ReferenceEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scores the parsing of reference strings. */
@Command(
        name = "references",
        mixinStandardHelpOptions = true,
        description = "Scores parsed reference strings against gold fields (.jsonl, or AnyStyle's .xml).")
final class EvaluateReferencesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Gold references.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        options.print(
                new ReferenceEvaluation().evaluate(file), spec.commandLine().getOut());
        return 0;
    }
}
