package dev.apatite.search;

import dev.apatite.index.Schema;
import dev.apatite.paper.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What findings say together, treatment by treatment. Own cases are counted by paper; cited evidence by the work that is
 * cited, once however many papers cite it.
 */
final class Summaries {
    private static final int MOST_TREATMENTS = 200;

    /**
     * What findings say together.
     *
     * @param share how many of the judged ones are right, by the judge's calibrated confidence; null where none is
     */
    record Result(
            List<TreatmentSummary> treatments, @Nullable Double share) {
        Result {
            treatments = List.copyOf(treatments);
        }
    }

    /** One treatment with one response, or with any. */
    private static final class Tally {
        final Map<Long, Set<Long>> named = new HashMap<>();
        final Map<Long, Integer> groups = new HashMap<>();
        final Map<String, Integer> works = new HashMap<>();

        /** A group that a paper reports several times is counted at its largest, and holds the patients that are named. */
        void own(long paper, long patient, int treated) {
            Set<Long> patients = named.computeIfAbsent(paper, each -> new HashSet<>());
            if (patient >= 0) {
                patients.add(patient);
            } else {
                groups.merge(paper, treated, Math::max);
            }
        }

        void cited(String work, int treated) {
            works.merge(work, treated, Math::max);
        }

        TreatmentSummary.Total total() {
            int patients = named.entrySet().stream()
                    .mapToInt(each -> Math.max(each.getValue().size(), groups.getOrDefault(each.getKey(), 0)))
                    .sum();
            return new TreatmentSummary.Total(
                    named.size(),
                    patients,
                    works.size(),
                    works.values().stream().mapToInt(Integer::intValue).sum());
        }

        TreatmentSummary.Count count(Response response) {
            TreatmentSummary.Total all = total();
            return new TreatmentSummary.Count(response, all.own(), all.ownPatients(), all.cited(), all.citedPatients());
        }

        int reports() {
            return named.size() + works.size();
        }
    }

    /** One treatment: its responses, and all of them together. */
    private static final class Tallies {
        final Map<Response, Tally> responses = new EnumMap<>(Response.class);
        final Tally all = new Tally();
    }

    private record Both(Tally one, Tally all) {
        void own(long paper, long patient, int treated) {
            one.own(paper, patient, treated);
            all.own(paper, patient, treated);
        }

        void cited(String work, int treated) {
            one.cited(work, treated);
            all.cited(work, treated);
        }
    }

    private final Map<String, Tallies> treatments = new HashMap<>();
    private double right;
    private int judged;

    /** The summary of all findings that match, most reported treatments first. */
    Result of(IndexSearcher searcher, Query findings) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(findings), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                add(leaf, scorer.iterator());
            }
        }
        return result();
    }

    /** The summary of what was added so far. */
    Result result() {
        List<TreatmentSummary> summaries = new ArrayList<>();
        treatments.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Tallies> each) ->
                                -each.getValue().all.reports())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_TREATMENTS)
                .forEach(each -> summaries.add(new TreatmentSummary(
                        each.getKey(),
                        each.getValue().all.total(),
                        each.getValue().responses.entrySet().stream()
                                .map(one -> one.getValue().count(one.getKey()))
                                .toList())));
        return new Result(summaries, judged == 0 ? null : right / judged);
    }

    private void add(LeafReaderContext leaf, DocIdSetIterator documents) throws IOException {
        Columns columns = new Columns(leaf);
        var live = leaf.reader().getLiveDocs();
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (live == null || live.get(doc)) {
                add(doc, columns);
            }
        }
    }

    /**
     * A finding.
     *
     * @param own the number of its patient, -1 where none is named; null where it is cited
     * @param works that it cites
     */
    record Row(
            String treatment,
            Response response,
            double confidence,
            int treated,
            String paper,
            long paperNumber,
            @Nullable Long own,
            List<String> works) {}

    /** Adds a finding. */
    void add(Row row) {
        judge(row.confidence());
        Both tally = Columns.both(row.treatment(), row.response(), treatments);
        if (row.own() != null) {
            tally.own(row.paperNumber(), row.own(), row.treated());
        } else if (row.works().isEmpty()) {
            tally.cited(row.paper(), row.treated());
        } else {
            for (int i = 0; i < row.works().size(); i++) {
                tally.cited(row.works().get(i), i == 0 ? row.treated() : 0);
            }
        }
    }

    private void judge(double sure) {
        if (sure < 1) {
            right += sure;
            judged++;
        }
    }

    private void add(int doc, Columns columns) throws IOException {
        Both tally = columns.tally(doc, treatments);
        judge(columns.confidences.advanceExact(doc) ? Double.longBitsToDouble(columns.confidences.longValue()) : 1);
        int treated = columns.treated.advanceExact(doc) ? (int) columns.treated.longValue() : 0;
        if (columns.own.advanceExact(doc) && columns.own.longValue() == 1) {
            tally.own(columns.number(columns.papers, doc), columns.number(columns.patients, doc), treated);
        } else if (columns.works.advanceExact(doc)) {
            // Of several works that one sentence cites, none is known to hold the patients alone.
            int works = columns.works.docValueCount();
            for (int i = 0; i < works; i++) {
                String work = columns.works.lookupOrd(columns.works.nextOrd()).utf8ToString();
                tally.cited(work, works == 1 || i == 0 ? treated : 0);
            }
        } else {
            // Of what no reference is given for, a paper's sentences may all tell of one study.
            tally.cited(text(columns.papers, doc), treated);
        }
    }

    private static String text(SortedDocValues values, int doc) throws IOException {
        return values.advanceExact(doc) ? values.lookupOrd(values.ordValue()).utf8ToString() : "";
    }

    /** The doc values of a segment. */
    private static final class Columns {
        final SortedDocValues treatments;
        final SortedDocValues responses;
        final SortedDocValues papers;
        final SortedDocValues patients;
        final SortedSetDocValues works;
        final NumericDocValues own;
        final NumericDocValues treated;
        final NumericDocValues confidences;

        private final long base;
        private final Map<Integer, Both> tallies = new HashMap<>();

        /** Names are looked up once for all findings that share them. */
        Both tally(int doc, Map<String, Tallies> all) throws IOException {
            int response = responses.advanceExact(doc) ? responses.ordValue() : -1;
            int treatment = treatments.advanceExact(doc) ? treatments.ordValue() : -1;
            int both = treatment * (responses.getValueCount() + 1) + response;
            Both known = tallies.get(both);
            if (known == null) {
                known = both(text(treatments, doc), response(doc), all);
                tallies.put(both, known);
            }
            return known;
        }

        private Response response(int doc) throws IOException {
            return Response.valueOf(text(responses, doc).toUpperCase(Locale.ROOT));
        }

        private static Both both(String treatment, Response response, Map<String, Tallies> all) {
            Tallies of = all.computeIfAbsent(treatment, name -> new Tallies());
            return new Both(of.responses.computeIfAbsent(response, each -> new Tally()), of.all);
        }

        /** A number that stands for a paper or a patient, each of which is in one segment only; -1 for none. */
        long number(SortedDocValues values, int doc) throws IOException {
            return values.advanceExact(doc) ? base << 32 | values.ordValue() : -1;
        }

        Columns(LeafReaderContext leaf) throws IOException {
            base = leaf.ord;
            treatments = DocValues.getSorted(leaf.reader(), Schema.TREATMENT_ORDER);
            responses = DocValues.getSorted(leaf.reader(), Schema.RESPONSE);
            papers = DocValues.getSorted(leaf.reader(), Schema.PAPER);
            patients = DocValues.getSorted(leaf.reader(), Schema.PATIENT);
            works = DocValues.getSortedSet(leaf.reader(), Schema.WORKS);
            own = DocValues.getNumeric(leaf.reader(), Schema.OWN);
            treated = DocValues.getNumeric(leaf.reader(), Schema.TREATED);
            confidences = DocValues.getNumeric(leaf.reader(), Schema.CONFIDENCE);
        }
    }
}
