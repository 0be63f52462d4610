package dev.apatite.cli;

import dev.apatite.index.IndexException;
import dev.apatite.ingest.IngestException;
import dev.apatite.review.ReviewException;
import dev.apatite.search.BadRequest;
import dev.apatite.vocabulary.VocabularyException;
import dev.apatite.web.WebException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code apatite} command. */
@Command(
        name = "apatite",
        mixinStandardHelpOptions = true,
        version = "apatite 0.1.0",
        description = "Full-text and evidence search for clinical case literature.",
        subcommands = {
            IndexCommand.class,
            ServeCommand.class,
            SearchCommand.class,
            ShowCommand.class,
            ExportCommand.class,
            EvidenceCommand.class,
            CheckCommand.class,
            ReadCommand.class,
            EvaluateCommand.class
        })
public final class Main implements Runnable {
    /** Lucene advises an incubator module that would print a warning of its own at every start. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private static final int FAILED = 1;
    private static final int NOT_A_VALID_CALL = 2;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        LUCENE.setLevel(Level.SEVERE);
        CommandLine line = commandLine();
        int code = line.execute(arguments);
        line.getOut().flush();
        System.exit(code);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setOut(Output.standard());
        line.setExecutionExceptionHandler((exception, failed, result) -> {
            failed.getErr().println("apatite: " + words(exception));
            return exception instanceof BadRequest ? NOT_A_VALID_CALL : FAILED;
        });
        line.setParameterExceptionHandler((exception, arguments) -> {
            CommandLine failed = exception.getCommandLine();
            failed.getErr().println("apatite: " + exception.getMessage());
            failed.getErr().println("see: " + failed.getCommandSpec().qualifiedName() + " --help");
            return NOT_A_VALID_CALL;
        });
        return line;
    }

    /** A sentence about what is known to go wrong; a plea for a report about what is not. */
    private static String words(Exception exception) {
        return switch (exception) {
            case BadRequest bad -> bad.parameter() + ": " + bad.getMessage();
            case IndexException known -> String.valueOf(known.getMessage());
            case IngestException known -> String.valueOf(known.getMessage());
            case VocabularyException known -> String.valueOf(known.getMessage());
            case ReviewException known -> String.valueOf(known.getMessage());
            case WebException known -> String.valueOf(known.getMessage());
            case UncheckedIOException known -> String.valueOf(known.getMessage());
            case java.io.IOException known -> String.valueOf(known.getMessage());
            default ->
                "this should not have happened (" + exception.getClass().getSimpleName()
                        + (exception.getMessage() == null ? "" : ": " + exception.getMessage())
                        + "); please report it with the command that you typed";
        };
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
    }
}
