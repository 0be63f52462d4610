package dev.apatite.cli;

import dev.apatite.evaluation.FindingEvaluation;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scores patients and findings. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = "Scores patients and findings against texts read by hand (.json).")
final class EvaluateFindingsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "Gold findings; their texts stand beside it in entities/ or ../seeds/.")
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
                new FindingEvaluation(Vocabulary.builtIn()).evaluate(file),
                spec.commandLine().getOut());
        return 0;
    }
}
