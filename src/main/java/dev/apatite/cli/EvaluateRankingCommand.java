package dev.apatite.cli;

import dev.apatite.evaluation.RankingEvaluation;
import dev.apatite.evaluation.Report;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores the ranking of a retrieval collection. */
@Command(
        name = "ranking",
        mixinStandardHelpOptions = true,
        description =
                "Scores the ranking on a collection in BEIR's layout (corpus.jsonl, queries.jsonl, qrels/test.tsv).")
final class EvaluateRankingCommand extends ScoringCommand {
    @Parameters(paramLabel = "DIR", description = "The collection's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep the collection's index in this folder, and use it again where it is there.")
    private @Nullable Path kept;

    @Option(
            names = "--vectors",
            paramLabel = "on|off",
            description = "Whether meanings are searched too (default: ${DEFAULT-VALUE}).",
            defaultValue = "on")
    @SuppressWarnings("NullAway.Init")
    private String vectors;

    @Option(names = "--no-synonyms", description = "Search only the words as typed.")
    private boolean noSynonyms;

    @Override
    Report score() throws IOException {
        return new RankingEvaluation(Vocabulary.builtIn())
                .evaluate(folder, kept, vectors.equals("on"), request -> request.withSynonym(!noSynonyms));
    }
}
