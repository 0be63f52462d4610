package dev.apatite.cli;

import dev.apatite.evaluation.HarmEvaluation;
import dev.apatite.evaluation.Report;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Scores harm and benefit of drugs. */
@Command(
        name = "harms",
        mixinStandardHelpOptions = true,
        description = "Scores harm and benefit of drugs in sentences of case reports (.jsonl).")
final class EvaluateHarmsCommand extends ScoringCommand {
    @Parameters(paramLabel = "FILE", description = "A report a line: pmid, sentences with their events.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Override
    List<Report> score() throws IOException {
        return List.of(new HarmEvaluation(Vocabulary.builtIn()).evaluate(file));
    }
}
