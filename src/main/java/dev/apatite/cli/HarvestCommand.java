package dev.apatite.cli;

import dev.apatite.harvest.Harvest;
import dev.apatite.harvest.HarvestReport;
import dev.apatite.harvest.HarvestRequest;
import dev.apatite.harvest.PaperNames;
import dev.apatite.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches papers into a folder. */
@Command(
        name = "harvest",
        mixinStandardHelpOptions = true,
        description =
                "Fetches the open-access papers that a search at Europe PMC finds, or that a list names, into a folder;"
                        + " run again it fetches what is new. Licences stand in the folder's .harvest/ledger.jsonl.")
final class HarvestCommand implements Callable<Integer> {
    /** So many titles are told on the terminal. */
    private static final int SHOWN = 5;

    /** Where full texts come from. */
    enum Source {
        EUROPE_PMC("europe-pmc"),
        PMC_BUCKET("pmc-bucket");

        private final String name;

        Source(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "QUERY", arity = "0..1", description = "In Europe PMC's query language.")
    private @Nullable String query;

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description = "Instead of a query: a list of PMIDs, PMCIDs and DOIs, or an .nbib, .ris or .bib file.")
    private @Nullable Path ids;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "The folder (default: ${DEFAULT-VALUE}).",
            defaultValue = "corpus")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Only papers published on this day (YYYY-MM-DD) or later.")
    private @Nullable String since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Fetch at most so many papers (default: ${DEFAULT-VALUE}).",
            defaultValue = "1000")
    private int limit;

    @Option(
            names = "--from",
            paramLabel = "SOURCE",
            description = "Where full texts come from: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "europe-pmc")
    @SuppressWarnings("NullAway.Init")
    private Source source;

    @Option(
            names = "--base",
            paramLabel = "URL",
            description = "The address of Europe PMC's REST service, or of one that answers as it does.")
    private URI base = Harvest.EUROPE_PMC;

    @Option(
            names = "--bucket",
            paramLabel = "URL",
            description = "The address of PubMed Central's bucket, or of a copy.")
    private URI bucket = Harvest.PMC_BUCKET;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests a second at most (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private double rate;

    @Option(
            names = "--missing",
            paramLabel = "FILE",
            description = "Write the papers without a full text as CSV: id, title, DOI, why, and where they are free.")
    private @Nullable Path missing;

    private List<String> nameless = List.of();
    private Map<String, PaperNames.Told> told = Map.of();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        HarvestReport report;
        Harvest.Sources sources = new Harvest.Sources(
                checked(base, "--base"),
                source == Source.PMC_BUCKET ? checked(bucket, "--bucket") : null,
                rate(),
                "Apatite harvest");
        try (Harvest harvest = new Harvest(folder, sources, line -> {
            out.println(Printable.of(line));
            out.flush();
        })) {
            report = harvest.run(request());
        }
        List<HarvestReport.Missing> without = new ArrayList<>();
        report.missing()
                .forEach(each -> without.add(each.toldBy(told.get(each.id().toLowerCase(Locale.ROOT)))));
        nameless.forEach(each ->
                without.add(new HarvestReport.Missing("", each, null, "the list names no DOI of it", List.of())));
        if (missing != null) {
            write(missing, without);
        }
        if (!nameless.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("apatite: " + nameless.size() + (nameless.size() == 1 ? " record of " : " records of ")
                            + ids
                            + " cannot be asked for, without a DOI: "
                            + Printable.of(String.join("; ", nameless.subList(0, Math.min(SHOWN, nameless.size()))))
                            + (nameless.size() > SHOWN ? "; ..." : ""));
        }
        for (HarvestReport.Failure each : report.failures()) {
            out.println("failed " + Printable.of(each.id()) + ": " + Printable.of(each.reason()));
        }
        out.println(report.summary() + " of " + report.found());
        out.flush();
        if (report.stopped() != null) {
            spec.commandLine()
                    .getErr()
                    .println("apatite: stopped: " + Printable.of(report.stopped())
                            + "; what was fetched stays, and the same command goes on from there");
            return 1;
        }
        return 0;
    }

    private HarvestRequest request() {
        if ((query == null) == (ids == null)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "give a QUERY, or --ids FILE");
        }
        if (limit < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--limit must be 1 or more");
        }
        if (ids == null) {
            return new HarvestRequest(query, List.of(), day(), limit);
        }
        List<String> names;
        try {
            String text = Files.readString(ids, StandardCharsets.UTF_8);
            names = PaperNames.in(text);
            nameless = PaperNames.nameless(text);
            told = PaperNames.told(text);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--ids: " + ids + " cannot be read", e);
        }
        if (names.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--ids: " + ids + " names no PMID, PMCID or DOI");
        }
        return new HarvestRequest(null, names, day(), limit);
    }

    private @Nullable LocalDate day() {
        try {
            return since == null ? null : LocalDate.parse(since);
        } catch (DateTimeParseException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--since must be a day as 2026-01-31, not " + since, e);
        }
    }

    private double rate() {
        if (!(rate > 0 && rate <= 100)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--rate must be above 0, at most 100");
        }
        return rate;
    }

    private URI checked(URI address, String option) {
        String scheme = address.getScheme();
        if (address.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), option + " must be an http or https address, not " + address);
        }
        return address;
    }

    private static void write(Path file, List<HarvestReport.Missing> missing) throws IOException {
        try (CSVPrinter csv = CSVFormat.DEFAULT
                .builder()
                .setHeader("id", "title", "doi", "reason", "free_at")
                .get()
                .print(file, StandardCharsets.UTF_8)) {
            for (HarvestReport.Missing each : missing) {
                csv.printRecord(each.id(), each.title(), each.doi(), each.reason(), String.join(" ", each.freeAt()));
            }
        }
    }
}
