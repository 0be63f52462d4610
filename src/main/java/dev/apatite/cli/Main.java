package dev.apatite.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code apatite} command. */
@Command(
        name = "apatite",
        mixinStandardHelpOptions = true,
        description = "Full-text and evidence search for clinical case literature.",
        subcommands = {ReadCommand.class, EvaluateCommand.class})
public final class Main implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((exception, failed, result) -> {
            failed.getErr().println("apatite: " + exception.getMessage());
            return 1;
        });
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
