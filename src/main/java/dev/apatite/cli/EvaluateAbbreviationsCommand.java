package dev.apatite.cli;

import dev.apatite.evaluation.AbbreviationEvaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scores abbreviations. */
@Command(
        name = "abbreviations",
        mixinStandardHelpOptions = true,
        description = "Scores abbreviations that texts define themselves, in the layout of Ab3P corpora.")
final class EvaluateAbbreviationsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Texts, each followed by lines of two blanks and SHORT|long form.")
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
                new AbbreviationEvaluation().evaluate(file), spec.commandLine().getOut());
        return 0;
    }
}
