package dev.apatite.cli;

import dev.apatite.reading.worker.ReaderSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The bounds of reading; {@code index} and {@code serve} have them by {@code @Mixin}. */
final class ReadingOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Reading processes at once (default: one a processor).")
    private @Nullable Integer workers;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "The longest that one file may take (default: ${DEFAULT-VALUE}).",
            defaultValue = "60")
    private int timeout;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            description = "The memory of one reading process (default: ${DEFAULT-VALUE}).",
            defaultValue = "1024")
    private int heap;

    ReaderSettings settings() {
        ReaderSettings standard = ReaderSettings.standard();
        int processes = workers == null ? standard.processes() : workers;
        atLeast("--workers", processes, 1);
        atLeast("--timeout", timeout, 1);
        atLeast("--heap", heap, 64);
        return new ReaderSettings(processes, Duration.ofSeconds(timeout), heap, standard.outputMegabytes());
    }

    private void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), option + " must be " + least + " or more, not " + value);
        }
    }
}
