package dev.apatite.cli;

import dev.apatite.evaluation.ReferenceEvaluation;
import dev.apatite.evaluation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Scores the parsing of reference strings. */
@Command(
        name = "references",
        mixinStandardHelpOptions = true,
        description = "Scores parsed reference strings against gold fields (.jsonl, or AnyStyle's .xml).")
final class EvaluateReferencesCommand extends ScoringCommand {
    @Parameters(paramLabel = "FILE", description = "Gold references.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    List<Report> score() throws IOException {
        return List.of(new ReferenceEvaluation().evaluate(file));
    }
}
