package dev.apatite.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.export.Export;
import dev.apatite.export.RowFormat;
import dev.apatite.export.RowJson;
import dev.apatite.review.Reviews;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
            description =
                    "Only findings at least as sure as this, from 0 to 1 (default: likely and possible ones). Those less"
                            + " sure than possible are worked out anew, paper by paper.")
    private @Nullable String minConfidence;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write to (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() {
        SearchRequest request = query.request(SearchRequest.LARGEST_PAGE).rowsOnly();
        SearchRequest asked = minConfidence == null ? request : request.filter("minConfidence", minConfidence);
        Vocabulary vocabulary = index.vocabulary();
        Reviews reviews = engine.reviews(index);
        try (OpenPapers opened = engine.openToAsk(index, vocabulary, false)) {
            Searcher searcher = opened.searcher();
            Output.write(output, spec.commandLine().getOut(), out -> {
                try (Export<EvidenceRow> export = export(out, reviews)) {
                    searcher.forEachOfAllFindings(asked, Integer.MAX_VALUE, unchecked(export));
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
            case text -> EvidenceText.to(out);
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
}
