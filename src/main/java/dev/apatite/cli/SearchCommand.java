package dev.apatite.cli;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.export.BatchCsv;
import dev.apatite.export.Export;
import dev.apatite.export.PaperFormat;
import dev.apatite.export.SearchJson;
import dev.apatite.export.TrecRun;
import dev.apatite.paper.Paper;
import dev.apatite.search.BadRequest;
import dev.apatite.search.Hit;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.web.Offers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches from a terminal. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Searches the papers; the same answer as the API gives.")
final class SearchCommand implements Callable<Integer> {
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
            names = "--page-size",
            paramLabel = "N",
            description = "At most so many papers, 0 to 1000 (default: ${DEFAULT-VALUE}).",
            defaultValue = "25")
    private int pageSize;

    @Option(
            names = "--cursor",
            paramLabel = "MARK",
            description = "The page after the one that gave this mark.",
            defaultValue = SearchRequest.FIRST_PAGE)
    @SuppressWarnings("NullAway.Init")
    private String cursor;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text, json, ris, bibtex, csl-json, csv, jsonl, bioc, pubtator, phenopackets (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    @SuppressWarnings("NullAway.Init")
    private String format;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "Queries of a file (- is the standard input), one a line, or topic, tab, query: all answered in"
                            + " one go, with the filters, as --format csv or trec.")
    private @Nullable Path batch;

    /** Answers all queries of the file, each with its best papers. */
    private int answerAll(Path file) throws IOException {
        if (!format.equals("csv") && !format.equals("trec")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--batch answers with --format csv or --format trec, not \"" + format + "\"");
        }
        BatchQueries queries;
        try {
            queries = BatchQueries.read(file);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), file + ": " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--batch: there is no file " + file, e);
        }
        SearchRequest usual = query.request(pageSize).rowsOnly();
        Vocabulary vocabulary = index.vocabulary();
        PrintWriter out = spec.commandLine().getOut();
        try (OpenPapers opened = engine.openToAsk(index, vocabulary, true)) {
            Searcher searcher = opened.searcher();
            @Nullable BatchCsv rows = format.equals("csv") ? new BatchCsv(out) : null;
            for (BatchQueries.Asked asked : queries.queries()) {
                List<Hit> hits;
                try {
                    hits = searcher.search(usual.withQuery(asked.query())).hits();
                } catch (BadRequest e) {
                    throw new BadRequest(e.parameter(), asked.topic() + ": " + e.getMessage());
                }
                if (rows == null) {
                    TrecRun.write(out, asked.topic(), hits);
                } else {
                    rows.add(asked.topic(), asked.query(), hits);
                }
            }
            out.flush();
            return 0;
        }
    }

    @Override
    public Integer call() throws IOException {
        if (batch != null) {
            return answerAll(batch);
        }
        Optional<PaperFormat> papers = PaperFormat.of(format);
        if (papers.isEmpty() && !format.equals("text") && !format.equals("json")) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--format must be text, json, " + PaperFormat.codes() + ", not \"" + format + "\"");
        }
        SearchRequest request = query.request(pageSize).withCursor(cursor);
        Vocabulary vocabulary = index.vocabulary();
        PrintWriter out = spec.commandLine().getOut();
        try (OpenPapers opened = engine.openToAsk(index, vocabulary, true)) {
            Searcher searcher = opened.searcher();
            SearchResponse response = searcher.search(request);
            if (papers.isPresent()) {
                try (Export<Paper> export = papers.get().to(out, searcher.concepts())) {
                    for (Hit hit : response.hits()) {
                        export.add(searcher.paper(hit.paper().id()).orElseThrow());
                    }
                }
            } else if (format.equals("json")) {
                Map<String, Object> answer = SearchJson.answer(request, response, SearchJson.ResultType.CORE, null);
                // There is no server here: addresses begin at its root.
                answer.put(
                        "structured",
                        searcher.structured(request).stream()
                                .map(each -> Offers.json(each, ""))
                                .toList());
                answer.put(
                        "citedWorks",
                        searcher.citedWorks(request).stream()
                                .map(each -> Offers.work(each, ""))
                                .toList());
                out.println(JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(answer));
            } else {
                new SearchText(Terminal.of(out))
                        .print(response, searcher.structured(request), searcher.citedWorks(request));
            }
            out.flush();
            return 0;
        }
    }
}
