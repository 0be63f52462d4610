package dev.apatite.cli;

import dev.apatite.evaluation.AccountEvaluation;
import dev.apatite.evaluation.ReadingEvaluation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--words",
            description = "Ask instead which share of the words of each file's text layer was read or counted as"
                    + " furniture, and name the worst.")
    private boolean words;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        options.print(words ? new AccountEvaluation().evaluate(folder) : new ReadingEvaluation().evaluate(folder), out);
        return 0;
    }
}
