package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Patient;
import dev.apatite.query.CaseFacts;
import dev.apatite.query.EvidenceQueries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reported patients most like a case. Candidates are patients of papers that share its concepts or words; they
 * are ranked by what the patients themselves share, each weighed by its rarity in the corpus.
 */
final class PatientLikeness {
    private static final int CANDIDATES = 500;
    private static final int MOST_WORDS = 30;
    private static final int SHORTEST_WORD = 3;
    private static final double OF_WORDS = 3;

    private final EvidenceQueries queries;
    private final EvidenceSearch rows;
    private final TextAnalysis analysis;

    PatientLikeness(EvidenceQueries queries, EvidenceSearch rows, TextAnalysis analysis) {
        this.queries = queries;
        this.rows = rows;
        this.analysis = analysis;
    }

    /** The patients most like a case, without the one that it is. */
    List<LikePatient> of(IndexView view, CaseFacts facts, @Nullable String without, int most) throws IOException {
        IndexReader reader = view.searcher().getIndexReader();
        Map<String, Double> words = words(reader, facts.text());
        Query papers = candidates(reader, facts, words);
        Query patients = new BooleanQuery.Builder()
                .add(queries.rowsOf(papers), Occur.MUST)
                .add(EvidenceQueries.kind(Schema.KIND_PATIENT), Occur.FILTER)
                .build();
        ScoreDoc[] found = view.searcher().search(patients, CANDIDATES).scoreDocs;
        double best = 0;
        for (ScoreDoc each : found) {
            best = Math.max(best, each.score);
        }
        EvidenceSearch.MadeRows made = rows.made(view);
        PatientComparison comparison = new PatientComparison(
                facts, name -> rarity(reader, name), named -> queries.narrower(named.type(), named.name()));
        List<LikePatient> like = new ArrayList<>();
        for (ScoreDoc each : found) {
            PatientRow row = made.patient(each.doc);
            Patient patient = row.patient();
            if (!Objects.equals(patient.id(), without)) {
                PatientComparison.Result result = comparison.with(patient);
                double alike = words.isEmpty() || best == 0 ? 0 : OF_WORDS * each.score / best;
                if (!result.shared().isEmpty()) {
                    like.add(new LikePatient(row, result.score() + alike, result.shared(), result.differs()));
                }
            }
        }
        like.sort(Comparator.comparingDouble(LikePatient::score)
                .reversed()
                .thenComparing(each -> each.row().patient().id()));
        return like.subList(0, Math.min(most, like.size()));
    }

    private Query candidates(IndexReader reader, CaseFacts facts, Map<String, Double> words) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (PatientComparison.Named each : PatientComparison.named(facts)) {
            Term term = new Term(Schema.CONCEPT, queries.term(each.type(), each.name()));
            add(any, term, (float) (each.weight() * rarity(reader, each)));
        }
        double sum = words.values().stream().mapToDouble(each -> each).sum();
        words.forEach((stem, weight) -> add(any, new Term(Schema.ALL, stem), (float) (10 * weight / sum)));
        // Whoever is known by age and sex alone is compared with everybody.
        if (PatientComparison.named(facts).isEmpty() && words.isEmpty()) {
            any.add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                .build();
    }

    private static void add(BooleanQuery.Builder any, Term term, float weight) {
        any.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(term)), weight), Occur.SHOULD);
    }

    private double rarity(IndexReader reader, PatientComparison.Named named) {
        try {
            int having = reader.docFreq(new Term(Schema.CONCEPT, queries.term(named.type(), named.name())));
            return Math.log(1 + Math.max(1, reader.getDocCount(Schema.ALL)) / (having + 1.0));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The most telling words of the text that the corpus has too. */
    private Map<String, Double> words(IndexReader reader, String text) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (TextAnalysis.Word word : analysis.words(text)) {
            word.parts().stream()
                    .filter(each -> each.length() >= SHORTEST_WORD && !Character.isDigit(each.charAt(0)))
                    .forEach(each -> counts.merge(analysis.stem(each), 1, Integer::sum));
        }
        int papers = reader.getDocCount(Schema.ALL);
        Map<String, Double> weights = new HashMap<>();
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            int having = reader.docFreq(new Term(Schema.ALL, each.getKey()));
            if (having > 0 && having <= papers / 2 + 1) {
                weights.put(each.getKey(), (1 + Math.log(each.getValue())) * Math.log(1 + papers / (having + 1.0)));
            }
        }
        Map<String, Double> heaviest = new HashMap<>();
        Stream<Map.Entry<String, Double>> sorted = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS);
        sorted.forEach(each -> heaviest.put(each.getKey(), each.getValue()));
        return heaviest;
    }
}
