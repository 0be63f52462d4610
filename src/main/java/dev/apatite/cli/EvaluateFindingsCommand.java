package dev.apatite.cli;

import dev.apatite.evaluation.FindingEvaluation;
import dev.apatite.evaluation.Report;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Scores patients and findings. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = "Scores patients and findings against texts read by hand (.json).")
final class EvaluateFindingsCommand extends ScoringCommand {
    @Parameters(
            paramLabel = "FILE",
            description = "Gold findings; their texts stand beside it in entities/ or ../seeds/.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    List<Report> score() throws IOException {
        return List.of(new FindingEvaluation(Vocabulary.builtIn()).evaluate(file));
    }
}
