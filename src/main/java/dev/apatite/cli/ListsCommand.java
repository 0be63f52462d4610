package dev.apatite.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.export.ListCsv;
import dev.apatite.export.ListRis;
import dev.apatite.export.MarksCsvImport;
import dev.apatite.review.PaperList;
import dev.apatite.review.PaperLists;
import dev.apatite.search.Searcher;
import dev.apatite.text.Printable;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists of papers with decisions and notes, from a terminal. */
@Command(
        name = "lists",
        mixinStandardHelpOptions = true,
        description = "Says what lists of papers there are, or writes one with its decisions and notes.")
final class ListsCommand implements Callable<Integer> {
    enum Format {
        text,
        csv,
        ris,
        prisma
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private IndexOption index;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private EngineOption engine;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The list (default: all of them, with their counts).")
    private @Nullable String name;

    @Option(
            names = "--format",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "text")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(
            names = "--import",
            paramLabel = "FILE",
            description =
                    "Take decisions and notes from this table, another reader's too; rows that make no sense are named.")
    private @Nullable Path table;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write to (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        PaperLists lists = PaperLists.open(index.folder());
        lists.notices().forEach(each -> spec.commandLine().getErr().println("apatite: " + Printable.of(each)));
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            Terminal terminal = Terminal.of(out);
            lists.all().forEach(each -> terminal.line(counts(each)));
            out.flush();
            return 0;
        }
        Vocabulary vocabulary = index.vocabulary();
        try (OpenPapers opened = engine.openToRead(index, vocabulary)) {
            Searcher searcher = opened.searcher();
            if (table != null) {
                return take(table, name, lists, searcher);
            }
            PaperList list = lists.of(name)
                    .orElseThrow(
                            () -> new CommandLine.ParameterException(spec.commandLine(), "there is no list " + name));
            Output.write(output, out, to -> write(list, searcher, to));
        }
        return 0;
    }

    private void write(PaperList list, Searcher searcher, Appendable to) throws IOException {
        switch (format) {
            case csv -> new ListCsv(searcher::paper).write(list, to);
            case ris -> ListRis.write(list, searcher::paper, to);
            case prisma ->
                to.append(JsonMapper.builder().build().writeValueAsString(list.prisma()))
                        .append("\n");
            case text -> {
                to.append(Printable.of(counts(list))).append("\n");
                for (String id : list.papers().keySet()) {
                    var decision = list.decision(id);
                    String said = decision == null ? "disagreed" : decision.code();
                    to.append(Printable.of(said + "  " + id + "  " + list.title(id)
                                    + (list.reasons(id).isEmpty()
                                            ? ""
                                            : "  (" + String.join("; ", list.reasons(id)) + ")")))
                            .append("\n");
                }
            }
        }
    }

    private static String counts(PaperList list) {
        PaperList.Prisma counts = list.prisma();
        return list.name() + ": " + counts.listed() + " papers, " + counts.included() + " included, "
                + counts.excluded() + " excluded, " + counts.open() + " open, " + counts.conflicts() + " disagreed";
    }

    private int take(Path file, String list, PaperLists lists, Searcher searcher) throws IOException {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            MarksCsvImport.Outcome outcome = new ListCsv(searcher::paper).read(in, list, lists, null, now);
            PrintWriter out = spec.commandLine().getOut();
            MarksCommand.say(outcome, out);
            return outcome.problems().isEmpty() ? 0 : 1;
        }
    }
}
