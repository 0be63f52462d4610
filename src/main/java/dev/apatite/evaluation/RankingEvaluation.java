package dev.apatite.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.annotation.Annotator;
import dev.apatite.index.IndexState;
import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Provenance;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.search.BadRequest;
import dev.apatite.search.EmbeddedSearcher;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.search.Semantics;
import dev.apatite.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scores the ranking on a retrieval collection in BEIR's layout: {@code corpus.jsonl}, {@code queries.jsonl} and
 * {@code qrels/test.tsv}. The collection is indexed in a folder of its own.
 */
public final class RankingEvaluation {
    private static final int DEEPEST = 1000;

    /** By what papers are ranked. */
    public enum By {
        WORDS("words"),
        VECTORS("vectors alone"),
        BOTH("words and vectors");

        private final String label;

        By(String label) {
            this.label = label;
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final Vocabulary vocabulary;

    public RankingEvaluation(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Mean nDCG at 10, recall at 100 and average precision over all judged queries, a report for each way of ranking. By
     * words, and by words and vectors, each query is asked as a person would ask it who chooses nothing.
     *
     * @param kept a folder for the collection's index, which is used again where it is there; null for one that is deleted
     *     afterwards
     * @param ways by what papers are ranked
     * @param asked changes what is asked for
     */
    public List<Report> evaluate(
            Path collection, @Nullable Path kept, List<By> ways, UnaryOperator<SearchRequest> asked)
            throws IOException {
        Map<String, Map<String, Integer>> judgements = judgements(collection.resolve("qrels/test.tsv"));
        Path folder = kept == null ? Files.createTempDirectory("apatite-ranking") : kept;
        boolean vectors = ways.stream().anyMatch(each -> each != By.WORDS);
        try (PaperIndex index = PaperIndex.open(folder, vocabulary);
                Semantics semantics = vectors ? Semantics.beside(folder) : Semantics.none();
                Searcher searcher = new EmbeddedSearcher(index, vocabulary, semantics)) {
            if (index.state() != IndexState.CURRENT) {
                index(index, collection.resolve("corpus.jsonl"));
            }
            semantics.complete(index, () -> {});
            int papers = index.summary().papers();
            List<Report> reports = new ArrayList<>();
            for (By way : ways) {
                reports.add(report(collection, papers, judgements, new Asking(searcher, way, asked)));
            }
            return reports;
        } finally {
            if (kept == null) {
                delete(folder);
            }
        }
    }

    /** Asks, and counts what there is to count. */
    private static final class Asking {
        private final Searcher searcher;
        private final By way;
        private final UnaryOperator<SearchRequest> asked;
        private int withoutHits;
        private long nanoseconds;

        Asking(Searcher searcher, By way, UnaryOperator<SearchRequest> asked) {
            this.searcher = searcher;
            this.way = way;
            this.asked = asked;
        }

        List<String> ask(String query) {
            SearchRequest request =
                    asked.apply(SearchRequest.of(query)).rowsOnly().withPageSize(DEEPEST);
            long start = System.nanoTime();
            List<String> ids;
            try {
                ids = ids(request);
            } catch (BadRequest e) {
                ids = List.of();
            }
            nanoseconds += System.nanoTime() - start;
            withoutHits += ids.isEmpty() ? 1 : 0;
            return ids;
        }

        private List<String> ids(SearchRequest request) {
            return switch (way) {
                case WORDS -> found(request.withWording(request.wording().withSemantic(false)));
                case BOTH -> found(request);
                case VECTORS -> searcher.nearest(request);
            };
        }

        private List<String> found(SearchRequest request) {
            return searcher.search(request).hits().stream()
                    .map(each -> each.paper().id())
                    .toList();
        }
    }

    private Report report(Path collection, int papers, Map<String, Map<String, Integer>> judgements, Asking asking)
            throws IOException {
        double ndcg = 0;
        double recall = 0;
        double precision = 0;
        int queries = 0;
        List<String> missed = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(collection.resolve("queries.jsonl"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode query = json.readTree(line);
                Map<String, Integer> judged = judgements.get(query.get("_id").asText());
                if (judged == null) {
                    continue;
                }
                queries++;
                String text = query.get("text").asText();
                Ranking ranking = new Ranking(asking.ask(text), judged);
                double each = ranking.ndcg(10);
                ndcg += each;
                recall += ranking.recall(100);
                precision += ranking.averagePrecision();
                if (each == 0) {
                    missed.add("none of the first ten is relevant: " + text);
                }
            }
        }
        int asked = Math.max(1, queries);
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("papers", papers);
        figures.put("queries", queries);
        figures.put("queries without hits", asking.withoutHits);
        figures.put("nDCG@10", ndcg / asked);
        figures.put("recall@100", recall / asked);
        figures.put("MAP", precision / asked);
        figures.put("milliseconds per query", asking.nanoseconds / 1e6 / asked);
        return new Report(
                "ranking on " + collection.getFileName() + " by " + asking.way.label, List.of(), figures, missed);
    }

    private void index(PaperIndex index, Path corpus) throws IOException {
        Annotator annotator = new Annotator(vocabulary);
        try (IndexUpdate update = index.update();
                BufferedReader lines = Files.newBufferedReader(corpus)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode document = json.readTree(line);
                Paper paper = paper(document);
                update.put(annotator.annotate(paper), new Provenance(List.of(), "", ""));
            }
            update.commit();
        }
    }

    private static Paper paper(JsonNode document) {
        String id = document.get("_id").asText();
        Section text = new Section(
                SectionKind.ABSTRACT, null, 1, List.of(document.path("text").asText()));
        return Paper.ofText(id, id, document.path("title").asText(), text);
    }

    private static Map<String, Map<String, Integer>> judgements(Path file) throws IOException {
        Map<String, Map<String, Integer>> judgements = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", -1);
            if (cells.length >= 3 && cells[2].strip().matches("[0-9]+")) {
                judgements
                        .computeIfAbsent(cells[0], query -> new LinkedHashMap<>())
                        .put(cells[1], Integer.parseInt(cells[2].strip()));
            }
        }
        return judgements;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
