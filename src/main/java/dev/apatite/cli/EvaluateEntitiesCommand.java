package dev.apatite.cli;

import dev.apatite.evaluation.EntityEvaluation;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scores mentions. */
@Command(
        name = "entities",
        mixinStandardHelpOptions = true,
        description = "Scores treatments and conditions against texts with brat annotations (MACCROBAT's types).")
final class EvaluateEntitiesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A folder with X.txt and X.ann.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        options.print(
                new EntityEvaluation(Vocabulary.builtIn()).evaluate(folder),
                spec.commandLine().getOut());
        return 0;
    }
}
