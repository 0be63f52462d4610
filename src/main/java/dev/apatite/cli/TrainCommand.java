package dev.apatite.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be learned anew, one subcommand each. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Learns weights anew from texts read by hand.",
        subcommands = {TrainEvidenceCommand.class, TrainWordsCommand.class})
final class TrainCommand implements Runnable {
    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "say what to train");
    }
}
