package dev.apatite.cli;

import dev.apatite.evaluation.NegationEvaluation;
import dev.apatite.evaluation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Scores negation. */
@Command(
        name = "negation",
        mixinStandardHelpOptions = true,
        description = "Scores negation against sentences in the layout of the NegEx test kit.")
final class EvaluateNegationCommand extends ScoringCommand {
    @Parameters(paramLabel = "FILE", description = "Number, condition, sentence, negation; tab-separated.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    List<Report> score() throws IOException {
        return List.of(new NegationEvaluation().evaluate(file));
    }
}
