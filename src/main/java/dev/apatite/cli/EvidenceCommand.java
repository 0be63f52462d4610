package dev.apatite.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.export.Export;
import dev.apatite.export.RowFormat;
import dev.apatite.export.RowJson;
import dev.apatite.index.PaperIndex;
import dev.apatite.paper.Finding;
import dev.apatite.review.Reviews;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        try (PaperIndex papers = index.openToRead(vocabulary);
                Searcher searcher = new Searcher(papers, vocabulary)) {
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

    private static final class Text implements Export<EvidenceRow> {
        private final Appendable out;

        Text(Appendable out) {
            this.out = out;
        }

        @Override
        public void add(EvidenceRow row) throws IOException {
            Finding finding = row.finding();
            out.append(Stream.of(
                                    finding.treatment() + ": "
                                            + finding.response().code().replace('_', ' '),
                                    finding.own() ? "own case" : "cited",
                                    finding.dose(),
                                    finding.frequency(),
                                    finding.treated() == null ? null : finding.treated() + " treated",
                                    finding.responding() == null ? null : finding.responding() + " responded",
                                    finding.harm() == null ? null : "harm: " + finding.harm(),
                                    finding.confidence() == null
                                            ? null
                                            : String.format(Locale.ROOT, "confidence %.2f", finding.confidence()))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", ")))
                    .append("\n  \"")
                    .append(finding.sentence())
                    .append("\"\n  ")
                    .append(row.paper().id())
                    .append("\n\n");
        }

        @Override
        public void close() {}
    }
}
