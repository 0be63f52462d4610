package dev.apatite.cli;

import dev.apatite.engine.Unanswerable;
import dev.apatite.index.IndexException;
import dev.apatite.ingest.IngestException;
import dev.apatite.review.ReviewException;
import dev.apatite.search.BadRequest;
import dev.apatite.text.Printable;
import dev.apatite.vocabulary.VocabularyException;
import dev.apatite.web.WebException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code apatite} command. */
@Command(
        name = "apatite",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Full-text and evidence search for clinical case literature.")
public final class Main implements Runnable {
    /** Lucene advises an incubator module that would print a warning of its own at every start. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    /** All commands by their names, as the help lists them. */
    static final Map<String, Supplier<Object>> COMMANDS = commands();

    private static final int FAILED = 1;
    private static final int NOT_A_VALID_CALL = 2;

    /** The version that Maven gave the jar; classes that are not packaged have none. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"apatite " + (version == null ? "(not packaged)" : version)};
        }
    }

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        LUCENE.setLevel(Level.SEVERE);
        CommandLine line = commandLine(arguments);
        int code = line.execute(arguments);
        line.getOut().flush();
        System.exit(code);
    }

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("index", IndexCommand::new);
        commands.put("serve", ServeCommand::new);
        commands.put("password", PasswordCommand::new);
        commands.put("search", SearchCommand::new);
        commands.put("searches", SearchesCommand::new);
        commands.put("show", ShowCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("evidence", EvidenceCommand::new);
        commands.put("marks", MarksCommand::new);
        commands.put("lists", ListsCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("read", ReadCommand::new);
        commands.put("harvest", HarvestCommand::new);
        commands.put("mcp", McpCommand::new);
        commands.put("evaluate", EvaluateCommand::new);
        commands.put("train", TrainCommand::new);
        return Collections.unmodifiableMap(commands);
    }

    /** For these arguments: to make a command known takes time, so that one that is called is the only one. */
    static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        Supplier<Object> called = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        (called == null ? COMMANDS.values() : List.of(called)).forEach(each -> line.addSubcommand(each.get()));
        line.setOut(Output.standard());
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((exception, failed, result) -> {
            failed.getErr().println("apatite: " + Printable.of(words(exception)));
            return exception instanceof BadRequest ? NOT_A_VALID_CALL : FAILED;
        });
        line.setParameterExceptionHandler((exception, given) -> {
            CommandLine failed = exception.getCommandLine();
            failed.getErr().println("apatite: " + Printable.of(call(exception)));
            failed.getErr().println("see: " + failed.getCommandSpec().qualifiedName() + " --help");
            return NOT_A_VALID_CALL;
        });
        return line;
    }

    /** What is wrong with the call; the parser's own words for an unknown command speak of an argument at an index. */
    private static String call(CommandLine.ParameterException exception) {
        boolean command = exception.getCommandLine().getParent() == null;
        if (command && exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String typed = unmatched.getUnmatched().getFirst();
            return "there is no " + (typed.startsWith("-") ? "option " : "command ") + typed;
        }
        return String.valueOf(exception.getMessage());
    }

    /** A sentence about what is known to go wrong; a plea for a report about what is not. */
    private static String words(Exception exception) {
        return switch (exception) {
            case BadRequest bad -> bad.parameter() + ": " + bad.getMessage();
            case Unanswerable known -> String.valueOf(known.getMessage());
            case IndexException known -> String.valueOf(known.getMessage());
            case IngestException known -> String.valueOf(known.getMessage());
            case VocabularyException known -> String.valueOf(known.getMessage());
            case ReviewException known -> String.valueOf(known.getMessage());
            case WebException known -> String.valueOf(known.getMessage());
            case UncheckedIOException known -> String.valueOf(known.getMessage());
            case IOException known -> file(known);
            default ->
                "this should not have happened (" + exception.getClass().getSimpleName()
                        + (exception.getMessage() == null ? "" : ": " + exception.getMessage())
                        + "); please report it with the command that you typed";
        };
    }

    /** The first two say no more themselves than the file's name. */
    private static String file(IOException exception) {
        return switch (exception) {
            case NoSuchFileException known -> "there is no file or folder " + known.getFile();
            case AccessDeniedException known -> "no permission for " + known.getFile();
            default -> String.valueOf(exception.getMessage());
        };
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
    }
}
