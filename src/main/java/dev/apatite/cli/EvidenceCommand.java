package dev.apatite.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.export.Export;
import dev.apatite.export.RowFormat;
import dev.apatite.export.RowJson;
import dev.apatite.paper.Finding;
import dev.apatite.review.Reviews;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes findings as rows: which treatment, at which dose, with which outcome, and the sentence that says so. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Writes the findings of the papers that a query finds: treatment, dose, outcome, sentence.")
final class EvidenceCommand implements Callable<Integer> {
    enum Format {
        text,
        csv,
        json,
        jsonl
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private QueryOptions query;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EngineOption engine;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--min-confidence",
            paramLabel = "SHARE",
            description = "Only findings at least as sure as this, from 0 to 1 (default: likely and possible ones).")
    private @Nullable String minConfidence;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write to (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() {
        SearchRequest request = query.request(SearchRequest.LARGEST_PAGE).rowsOnly();
        SearchRequest asked = minConfidence == null ? request : request.filter("minConfidence", minConfidence);
        Vocabulary vocabulary = index.vocabulary();
        Reviews reviews = Reviews.open(index.folder());
        try (OpenPapers opened = engine.openToAsk(index, vocabulary, false)) {
            Searcher searcher = opened.searcher();
            Output.write(output, spec.commandLine().getOut(), out -> {
                try (Export<EvidenceRow> export = export(out, reviews)) {
                    searcher.forEachFinding(asked, unchecked(export));
                }
            });
        }
        return 0;
    }

    private Export<EvidenceRow> export(Appendable out, Reviews reviews) throws IOException {
        return switch (format) {
            case csv -> RowFormat.CSV.evidence(out, reviews);
            case jsonl -> RowFormat.JSONL.evidence(out, reviews);
            case json -> new Json(out, reviews);
            case text -> new Text(out);
        };
    }

    private static Consumer<EvidenceRow> unchecked(Export<EvidenceRow> export) {
        return row -> {
            try {
                export.add(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static final class Json implements Export<EvidenceRow> {
        private final Appendable out;
        private final Reviews reviews;
        private final ObjectMapper mapper = JsonMapper.builder().build();
        private boolean first = true;

        Json(Appendable out, Reviews reviews) {
            this.out = out;
            this.reviews = reviews;
        }

        @Override
        public void add(EvidenceRow row) throws IOException {
            out.append(first ? "[\n" : ",\n").append(mapper.writeValueAsString(RowJson.evidence(row, reviews)));
            first = false;
        }

        @Override
        public void close() throws IOException {
            out.append(first ? "[]\n" : "\n]\n");
        }
    }

    /** A short row in columns (treatment, response, whose patients, how many of how many, confidence), and the sentence under it. */
    private static final class Text implements Export<EvidenceRow> {
        private static final int TREATMENT = 26;
        private static final int RESPONSE = 18;
        private static final int WHOSE = 5;
        private static final int PATIENTS = 8;

        private final PrintWriter writer;
        private final Terminal out;

        Text(Appendable target) {
            boolean standard = target instanceof PrintWriter;
            writer = standard ? (PrintWriter) target : new PrintWriter((Writer) target);
            out = standard ? Terminal.of(writer) : new Terminal(writer, 0, false);
        }

        @Override
        public void add(EvidenceRow row) {
            Finding finding = row.finding();
            String patients = finding.treated() == null
                    ? ""
                    : (finding.responding() == null ? "" : finding.responding() + "/") + finding.treated();
            String sure = finding.confidence() == null ? "" : String.format(Locale.ROOT, "%.2f", finding.confidence());
            out.heading((Terminal.cell(finding.treatment(), TREATMENT)
                            + " " + Terminal.cell(finding.response().code().replace('_', ' '), RESPONSE)
                            + " " + Terminal.cell(finding.own() ? "own" : "cited", WHOSE)
                            + " " + Terminal.cell(patients, PATIENTS)
                            + " " + sure)
                    .stripTrailing());
            String course = Stream.of(
                            finding.dose(),
                            finding.frequency(),
                            finding.harm() == null ? null : "harm: " + finding.harm())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            if (!course.isEmpty()) {
                out.line(2, course);
            }
            out.line(2, "\"" + finding.sentence() + "\"");
            out.aside(2, row.paper().id() + (row.page() == null ? "" : ", p. " + row.page()));
            out.line();
        }

        @Override
        public void close() throws IOException {
            if (writer.checkError()) {
                throw new IOException("it could not be written to its end");
            }
        }
    }
}
