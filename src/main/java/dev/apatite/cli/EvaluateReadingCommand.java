package dev.apatite.cli;

import dev.apatite.evaluation.AccountEvaluation;
import dev.apatite.evaluation.ReadingEvaluation;
import dev.apatite.evaluation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores the reading of PDFs. */
@Command(
        name = "reading",
        mixinStandardHelpOptions = true,
        description = "Scores the reading of each X.pdf in a folder against that of the X.xml beside it.")
final class EvaluateReadingCommand extends ScoringCommand {
    @Parameters(paramLabel = "DIR", description = "A folder with pairs X.pdf, X.xml.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--words",
            description = "Ask instead which share of the words of each file's text layer was read or counted as"
                    + " furniture, and name the worst.")
    private boolean words;

    @Override
    List<Report> score() throws IOException {
        return List.of(words ? new AccountEvaluation().evaluate(folder) : new ReadingEvaluation().evaluate(folder));
    }
}
