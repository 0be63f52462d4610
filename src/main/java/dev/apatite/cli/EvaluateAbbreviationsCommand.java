package dev.apatite.cli;

import dev.apatite.evaluation.AbbreviationEvaluation;
import dev.apatite.evaluation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Scores abbreviations. */
@Command(
        name = "abbreviations",
        mixinStandardHelpOptions = true,
        description = "Scores abbreviations that texts define themselves, in the layout of Ab3P corpora.")
final class EvaluateAbbreviationsCommand extends ScoringCommand {
    @Parameters(paramLabel = "FILE", description = "Texts, each followed by lines of two blanks and SHORT|long form.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    List<Report> score() throws IOException {
        return List.of(new AbbreviationEvaluation().evaluate(file));
    }
}
