package dev.apatite.cli;

import dev.apatite.evaluation.NegationEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scores negation. */
@Command(
        name = "negation",
        mixinStandardHelpOptions = true,
        description = "Scores negation against sentences in the layout of the NegEx test kit.")
final class EvaluateNegationCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Number, condition, sentence, negation; tab-separated.")
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
                new NegationEvaluation().evaluate(file), spec.commandLine().getOut());
        return 0;
    }
}
