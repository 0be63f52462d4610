package dev.apatite.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.annotation.Annotator;
import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Provenance;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.search.Searcher;
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
import java.util.stream.Stream;

/**
 * Scores the ranking on a retrieval collection in BEIR's layout: {@code corpus.jsonl}, {@code queries.jsonl} and
 * {@code qrels/test.tsv}. The collection is indexed in a folder of its own, which is deleted afterwards.
 */
public final class RankingEvaluation {
    private static final int DEEPEST = 1000;

    private final ObjectMapper json = new ObjectMapper();
    private final Vocabulary vocabulary;

    public RankingEvaluation(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Mean nDCG at 10, recall at 100 and average precision over all judged queries. */
    public Report evaluate(Path collection) throws IOException {
        Map<String, Map<String, Integer>> judgements = judgements(collection.resolve("qrels/test.tsv"));
        Path folder = Files.createTempDirectory("apatite-ranking");
        try (PaperIndex index = PaperIndex.open(folder, vocabulary);
                Searcher searcher = new Searcher(index, vocabulary)) {
            int papers = index(index, collection.resolve("corpus.jsonl"));
            return report(collection, papers, judgements, searcher);
        } finally {
            delete(folder);
        }
    }

    private Report report(Path collection, int papers, Map<String, Map<String, Integer>> judgements, Searcher searcher)
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
                Ranking ranking = new Ranking(searcher.rank(query.get("text").asText(), DEEPEST), judged);
                double each = ranking.ndcg(10);
                ndcg += each;
                recall += ranking.recall(100);
                precision += ranking.averagePrecision();
                if (each == 0) {
                    missed.add("none of the first ten is relevant: "
                            + query.get("text").asText());
                }
            }
        }
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("papers", papers);
        figures.put("queries", queries);
        figures.put("nDCG@10", ndcg / Math.max(1, queries));
        figures.put("recall@100", recall / Math.max(1, queries));
        figures.put("MAP", precision / Math.max(1, queries));
        return new Report("ranking on " + collection.getFileName(), List.of(), figures, missed);
    }

    private int index(PaperIndex index, Path corpus) throws IOException {
        Annotator annotator = new Annotator(vocabulary);
        int papers = 0;
        try (IndexUpdate update = index.update();
                BufferedReader lines = Files.newBufferedReader(corpus)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode document = json.readTree(line);
                Paper paper = paper(document);
                update.put(annotator.annotate(paper), new Provenance(List.of(), "", ""));
                papers++;
            }
            update.commit();
        }
        return papers;
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
