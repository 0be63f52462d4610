package dev.apatite.search;

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
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
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
    private final TextAnalysis analysis;

    PatientLikeness(EvidenceQueries queries, TextAnalysis analysis) {
        this.queries = queries;
        this.analysis = analysis;
    }

    /** A patient that a query found. */
    record Found(PatientRow row, float score) {}

    /** Finds patients. */
    interface Patients {
        /** The best that match, each with its score. */
        List<Found> best(Query patients, int most) throws IOException;
    }

    /** The patients most like a case, without the one that it is. */
    List<LikePatient> of(Corpus corpus, Patients all, CaseFacts facts, @Nullable String without, int most)
            throws IOException {
        corpus.look(PatientComparison.named(facts).stream().map(this::term).toList());
        Map<String, Double> words = words(corpus, facts.text());
        Query papers = candidates(corpus, facts, words);
        Query patients = new BooleanQuery.Builder()
                .add(queries.rowsOf(papers), Occur.MUST)
                .add(EvidenceQueries.kind(Schema.KIND_PATIENT), Occur.FILTER)
                .build();
        List<Found> found = all.best(patients, CANDIDATES);
        double best = 0;
        for (Found each : found) {
            best = Math.max(best, each.score());
        }
        PatientComparison comparison = new PatientComparison(
                facts, name -> rarity(corpus, name), named -> queries.narrower(named.type(), named.name()));
        List<LikePatient> like = new ArrayList<>();
        for (Found each : found) {
            PatientRow row = each.row();
            Patient patient = row.patient();
            if (!Objects.equals(patient.id(), without)) {
                PatientComparison.Result result = comparison.with(patient);
                double alike = words.isEmpty() || best == 0 ? 0 : OF_WORDS * each.score() / best;
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

    private Query candidates(Corpus corpus, CaseFacts facts, Map<String, Double> words) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (PatientComparison.Named each : PatientComparison.named(facts)) {
            add(any, term(each), (float) (each.weight() * rarity(corpus, each)));
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

    private Term term(PatientComparison.Named named) {
        return new Term(Schema.CONCEPT, queries.term(named.type(), named.name()));
    }

    private double rarity(Corpus corpus, PatientComparison.Named named) {
        try {
            return Math.log(1 + Math.max(1, corpus.papers()) / (corpus.having(term(named)) + 1.0));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The most telling words of the text that the corpus has too. */
    private Map<String, Double> words(Corpus corpus, String text) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (TextAnalysis.Word word : analysis.words(text)) {
            word.parts().stream()
                    .filter(each -> each.length() >= SHORTEST_WORD && !Character.isDigit(each.charAt(0)))
                    .forEach(each -> counts.merge(analysis.stem(each), 1, Integer::sum));
        }
        corpus.look(
                counts.keySet().stream().map(each -> new Term(Schema.ALL, each)).toList());
        int papers = corpus.papers();
        Map<String, Double> weights = new HashMap<>();
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            int having = corpus.having(new Term(Schema.ALL, each.getKey()));
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
