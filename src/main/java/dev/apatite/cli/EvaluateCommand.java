package dev.apatite.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The evaluations, one subcommand each: a new one is added to the list here. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores reading, recognition and ranking against gold files.",
        subcommands = {
            EvaluateReadingCommand.class,
            EvaluateReferencesCommand.class,
            EvaluateNegationCommand.class,
            EvaluateAbbreviationsCommand.class,
            EvaluateEntitiesCommand.class,
            EvaluateCoursesCommand.class,
            EvaluateRankingCommand.class,
            EvaluateFindingsCommand.class,
            EvaluateHarmsCommand.class
        })
final class EvaluateCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to evaluate");
    }
}
