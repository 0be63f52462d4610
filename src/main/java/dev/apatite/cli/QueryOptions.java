package dev.apatite.cli;

import dev.apatite.search.SearchRequest;
import dev.apatite.search.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is asked for; the commands that search have it by {@code @Mixin}. */
final class QueryOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Parameters(paramLabel = "QUERY", arity = "0..*", description = "Words and fields; without any, all papers.")
    private @Nullable List<String> words;

    @Option(
            names = {"-f", "--filter"},
            paramLabel = "NAME=VALUE",
            description = "As in the API: treatment=diltiazem, finding=diltiazem:no_response, year=2010..2020, ...")
    private @Nullable List<String> filters;

    @Option(names = "--no-synonyms", description = "Search only the words as typed.")
    private boolean noSynonyms;

    @Option(
            names = "--except",
            paramLabel = "CONCEPT",
            description = "A concept that is not searched beside the typed words; the JSON answer names them.")
    private @Nullable List<String> except;

    @Option(
            names = "--match",
            paramLabel = "all|most",
            description = "Papers with all words, or also those with most of them behind (default: most).",
            defaultValue = "most")
    @SuppressWarnings("NullAway.Init")
    private String match;

    @Option(names = "--as-typed", description = "Do not mend misspelt words.")
    private boolean asTyped;

    @Option(names = "--no-semantic", description = "Search words only, not meanings.")
    private boolean noSemantic;

    @Option(names = "--sort", paramLabel = "ORDER", description = "As in the API, e.g. \"P_PDATE_D desc\".")
    private @Nullable String sort;

    /** The request, with its first page of the given size. */
    SearchRequest request(int pageSize) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String filter : filters == null ? List.<String>of() : filters) {
            int equals = filter.indexOf('=');
            if (equals < 1) {
                throw new CommandLine.ParameterException(
                        command.commandLine(), "--filter must be NAME=VALUE, not \"" + filter + "\"");
            }
            values.merge(filter.substring(0, equals), List.of(filter.substring(equals + 1)), (had, more) -> {
                List<String> both = new java.util.ArrayList<>(had);
                both.addAll(more);
                return both;
            });
        }
        if (!match.equals("all") && !match.equals("most")) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--match must be all or most, not \"" + match + "\"");
        }
        return SearchRequest.of(words == null ? "" : String.join(" ", words))
                .withFilters(values)
                .withWording(new Wording(
                        !noSynonyms, except == null ? List.of() : except, match.equals("most"), !noSemantic, !asTyped))
                .withSort(sort == null ? "" : sort)
                .withPageSize(pageSize);
    }
}
