package dev.apatite.cli;

import dev.apatite.evaluation.Report;
import dev.apatite.evaluation.ReportPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A command that scores against gold: the options that all of them share, and the printing of what was scored. */
abstract class ScoringCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "text")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--errors", description = "List each gold row missed and each row too many.")
    private boolean errors;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    /** What was scored, a report for each way in which it was. */
    abstract List<Report> score() throws IOException;

    /** Prints the scores in the form that was asked for; several reports are an array in JSON. */
    @Override
    public final Integer call() throws IOException {
        List<Report> reports = score();
        ReportPrinter printer = new ReportPrinter();
        PrintWriter out = spec.commandLine().getOut();
        out.print(format == Format.json ? printer.json(reports, errors) : printer.text(reports, errors));
        out.flush();
        return 0;
    }
}
