package dev.apatite.cli;

import dev.apatite.evaluation.HarmEvaluation;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scores harm and benefit of drugs. */
@Command(
        name = "harms",
        mixinStandardHelpOptions = true,
        description = "Scores harm and benefit of drugs in sentences of case reports (.jsonl).")
final class EvaluateHarmsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A report a line: pmid, sentences with their events.")
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
                new HarmEvaluation(Vocabulary.builtIn()).evaluate(file),
                spec.commandLine().getOut());
        return 0;
    }
}
