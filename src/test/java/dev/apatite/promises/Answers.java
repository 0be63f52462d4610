package dev.apatite.promises;

import dev.apatite.index.IndexState;
import dev.apatite.index.PaperIndex;
import dev.apatite.paper.PaperJson;
import dev.apatite.search.EmbeddedSearcher;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an index answers: its papers whole, and some searches; for comparison with another index. */
record Answers(Map<String, String> papers, List<String> searches) {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    private static final List<String> QUERIES = List.of(
            "", "gout", "prednisone", "TITLE:morphea", "rash resol*", "\"anti-Scl-70\" OR lupus", "patient number");

    /**
     * What an index answers that was made by other steps: an update leaves what it replaced in the counts that scores rest on
     * until segments are merged, so scores differ, and the order of what is nearly as good.
     */
    Answers withoutScores() {
        return new Answers(
                papers,
                searches.stream()
                        .map(hits -> hits.lines()
                                .map(hit -> hit.replaceAll("score=[-0-9.E]+", ""))
                                .sorted()
                                .collect(Collectors.joining("\n")))
                        .toList());
    }

    /** What it answers; empty where it says that it is damaged, or that there is none. */
    static Optional<Answers> of(Path folder) {
        try (PaperIndex index = PaperIndex.open(folder, VOCABULARY)) {
            if (index.state() == IndexState.CURRENT) {
                index.verify(true);
            }
            if (index.state() != IndexState.CURRENT) {
                return Optional.empty();
            }
            PaperJson json = new PaperJson();
            Map<String, String> papers = new TreeMap<>();
            index.papers()
                    .forEach(each -> papers.put(
                            each.id(), json.write(index.paper(each.id()).orElseThrow())));
            try (Searcher searcher = new EmbeddedSearcher(index, VOCABULARY)) {
                return Optional.of(new Answers(
                        papers,
                        QUERIES.stream()
                                .map(query -> searcher
                                        .search(SearchRequest.of(query).withPageSize(100))
                                        .hits()
                                        .stream()
                                        .map(hit -> hit.toString())
                                        .collect(Collectors.joining("\n")))
                                .toList()));
            }
        }
    }
}
