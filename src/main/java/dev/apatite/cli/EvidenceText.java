package dev.apatite.cli;

import dev.apatite.export.Export;
import dev.apatite.paper.Finding;
import dev.apatite.search.EvidenceRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings for people: a short row in columns (treatment, response, whose patients, how many of how many, confidence), and the
 * sentence under it. Where a terminal is too narrow for the columns, the treatment stands on a line of its own.
 */
final class EvidenceText implements Export<EvidenceRow> {
    private static final int TREATMENT = 26;
    private static final int NARROWEST_TREATMENT = 16;
    private static final int RESPONSE = 17;
    private static final int WHOSE = 5;
    private static final int PATIENTS = 7;
    private static final int CONFIDENCE = 4;

    private final PrintWriter writer;
    private final Terminal out;

    private EvidenceText(PrintWriter writer, Terminal out) {
        this.writer = writer;
        this.out = out;
    }

    /** Writes to a file, or to standard output as what that is. */
    static EvidenceText to(Appendable target) {
        if (target instanceof PrintWriter standard) {
            return new EvidenceText(standard, Terminal.of(standard));
        }
        PrintWriter file = new PrintWriter((Writer) target);
        return new EvidenceText(file, new Terminal(file, 0, false));
    }

    @Override
    public void add(EvidenceRow row) {
        Finding finding = row.finding();
        heading(finding);
        String course = Stream.of(
                        finding.dose(), finding.frequency(), finding.harm() == null ? null : "harm: " + finding.harm())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        if (!course.isEmpty()) {
            out.line(2, course);
        }
        out.line(2, "\"" + finding.sentence() + "\"");
        out.aside(2, row.paper().id() + (row.page() == null ? "" : ", p. " + row.page()));
        out.line();
    }

    private void heading(Finding finding) {
        String patients = finding.treated() == null
                ? ""
                : (finding.responding() == null ? "" : finding.responding() + "/") + finding.treated();
        String sure = finding.confidence() == null ? "" : String.format(Locale.ROOT, "%.2f", finding.confidence());
        String behind = " " + Terminal.cell(finding.response().code().replace('_', ' '), RESPONSE)
                + " " + Terminal.cell(finding.own() ? "own" : "cited", WHOSE)
                + " " + Terminal.cell(patients, PATIENTS)
                + " " + Terminal.cell(sure, CONFIDENCE);
        int room = out.room(TREATMENT + behind.length()) - behind.length();
        if (room >= NARROWEST_TREATMENT) {
            out.heading((Terminal.cell(finding.treatment(), room) + behind).stripTrailing());
        } else {
            out.heading(finding.treatment());
            out.line(1, behind.strip());
        }
    }

    @Override
    public void close() throws IOException {
        if (writer.checkError()) {
            throw new IOException("it could not be written to its end");
        }
    }
}
