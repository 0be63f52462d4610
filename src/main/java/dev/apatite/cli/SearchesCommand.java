package dev.apatite.cli;

import dev.apatite.review.SavedSearch;
import dev.apatite.review.SavedSearches;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.text.Printable;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.web.SearchRuns;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Saved searches from a terminal. */
@Command(
        name = "searches",
        mixinStandardHelpOptions = true,
        description = "Runs the saved searches anew and says what is new in each; saves one with --save NAME QUERY.")
final class SearchesCommand implements Callable<Integer> {
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

    @Option(names = "--save", paramLabel = "NAME", description = "Save the query with its filters under this name.")
    private @Nullable String save;

    @Option(names = "--remove", paramLabel = "NAME", description = "Forget the search of this name.")
    private @Nullable String remove;

    @Override
    public Integer call() {
        Vocabulary vocabulary = index.vocabulary();
        PrintWriter out = spec.commandLine().getOut();
        try (OpenPapers opened = engine.openToRead(index, vocabulary)) {
            Searcher searcher = opened.searcher();
            SavedSearches searches = SavedSearches.open(index.folder());
            SearchRuns runs = new SearchRuns(searcher, searches, Clock.systemUTC());
            String now = runs.now();
            if (remove != null && !searches.remove(remove, now)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--remove: there is no saved search " + remove);
            }
            if (save != null) {
                SearchRequest request = query.request(0);
                searches.save(
                        save, request.query(), request.filters(), runs.papers(request.query(), request.filters()), now);
            }
            Terminal terminal = Terminal.of(out);
            for (SavedSearch each : searches.all()) {
                SavedSearch anew = runs.anew(each);
                List<String> fresh =
                        anew.papers().keySet().stream().filter(anew::isNew).toList();
                terminal.line(anew.name() + ": " + anew.papers().size() + " papers, " + fresh.size() + " new  ("
                        + anew.query() + (anew.filters().isEmpty() ? "" : " " + anew.filters()) + ")");
                fresh.forEach(id -> terminal.line(2, id + "  " + anew.papers().get(id)));
            }
            searches.notices().forEach(each -> spec.commandLine().getErr().println("apatite: " + Printable.of(each)));
            out.flush();
            return 0;
        }
    }
}
