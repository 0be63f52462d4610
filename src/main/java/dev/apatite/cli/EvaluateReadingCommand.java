package dev.apatite.cli;

import dev.apatite.evaluation.ReadingEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scores the reading of PDFs. */
@Command(
        name = "reading",
        mixinStandardHelpOptions = true,
        description = "Scores the reading of each X.pdf in a folder against that of the X.xml beside it.")
final class EvaluateReadingCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A folder with pairs X.pdf, X.xml.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        options.print(
                new ReadingEvaluation().evaluate(folder), spec.commandLine().getOut());
        return 0;
    }
}
