package dev.apatite.cli;

import dev.apatite.evaluation.Report;
import dev.apatite.evaluation.ReportPrinter;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The options that every evaluation shares; a subcommand has them by {@code @Mixin} and prints its report with them. */
final class ReportOptions {
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

    /** Prints the report in the form that was asked for. */
    void print(Report report, PrintWriter out) {
        ReportPrinter printer = new ReportPrinter();
        out.print(format == Format.json ? printer.json(report, errors) : printer.text(report, errors));
        out.flush();
    }
}
