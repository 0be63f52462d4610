package dev.apatite.cli;

import dev.apatite.evaluation.RankingEvaluation;
import dev.apatite.evaluation.Report;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

    /** Whether meanings are searched. */
    enum Vectors {
        off,
        only,
        on
    }

    @Option(
            names = "--vectors",
            paramLabel = "off|only|on",
            description = "Rank by words, by vectors alone, or by both (default: each, one table after the other).")
    private @Nullable Vectors vectors;

    @Option(names = "--no-synonyms", description = "Search only the words as typed.")
    private boolean noSynonyms;

    @Override
    List<Report> score() throws IOException {
        return new RankingEvaluation(Vocabulary.builtIn())
                .evaluate(folder, kept, ways(), request -> request.withSynonym(!noSynonyms));
    }

    private List<RankingEvaluation.By> ways() {
        return vectors == null
                ? List.of(RankingEvaluation.By.values())
                : switch (vectors) {
                    case off -> List.of(RankingEvaluation.By.WORDS);
                    case only -> List.of(RankingEvaluation.By.VECTORS);
                    case on -> List.of(RankingEvaluation.By.BOTH);
                };
    }
}
