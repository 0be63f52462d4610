package dev.apatite.cli;

import dev.apatite.evaluation.EntityEvaluation;
import dev.apatite.evaluation.Report;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Scores mentions. */
@Command(
        name = "entities",
        mixinStandardHelpOptions = true,
        description = "Scores treatments and conditions against texts with brat annotations (MACCROBAT's types).")
final class EvaluateEntitiesCommand extends ScoringCommand {
    @Parameters(paramLabel = "DIR", description = "A folder with X.txt and X.ann.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    List<Report> score() throws IOException {
        return List.of(new EntityEvaluation(Vocabulary.builtIn()).evaluate(folder));
    }
}
