package dev.apatite.search;

import dev.apatite.index.Schema;
import dev.apatite.paper.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.apache.lucene.util.ArrayUtil;
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

    /** One treatment with one response, or with any. Takes the findings of a paper one behind the other. */
    private static final class Tally {
        final Map<String, Integer> works = new HashMap<>();
        private int papers;
        private int patients;
        private long paper = -1;
        private int group;
        private long[] named = new long[2];
        private int names;

        /** A group that a paper reports several times is counted at its largest, and holds the patients that are named. */
        void own(long ofPaper, long patient, int treated) {
            if (ofPaper != paper || papers == 0) {
                finish();
                paper = ofPaper;
                papers++;
            }
            if (patient < 0) {
                group = Math.max(group, treated);
            } else if (names == 0 || named[names - 1] != patient) {
                named = ArrayUtil.grow(named, names + 1);
                named[names++] = patient;
            }
        }

        /** The paper that was looked at is done with. */
        private void finish() {
            patients += Math.max(group, distinct());
            group = 0;
            names = 0;
        }

        private int distinct() {
            Arrays.sort(named, 0, names);
            int distinct = 0;
            for (int i = 0; i < names; i++) {
                distinct += i == 0 || named[i] != named[i - 1] ? 1 : 0;
            }
            return distinct;
        }

        void cited(String work, int treated) {
            works.merge(work, treated, Math::max);
        }

        TreatmentSummary.Total total() {
            finish();
            return new TreatmentSummary.Total(
                    papers,
                    patients,
                    works.size(),
                    works.values().stream().mapToInt(Integer::intValue).sum());
        }

        TreatmentSummary.Count count(Response response) {
            TreatmentSummary.Total all = total();
            return new TreatmentSummary.Count(response, all.own(), all.ownPatients(), all.cited(), all.citedPatients());
        }

        int reports() {
            return papers + works.size();
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
    private final List<Row> rows = new ArrayList<>();
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
        rows.sort(Comparator.comparingLong(Row::paperNumber));
        rows.forEach(this::count);
        rows.clear();
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

    /** Adds a finding, whichever papers' were added before. */
    void add(Row row) {
        rows.add(row);
    }

    private void count(Row row) {
        judge(row.confidence());
        Both tally = both(row.treatment(), row.response());
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
        Both tally = tally(doc, columns);
        judge(columns.confidences.advanceExact(doc) ? Double.longBitsToDouble(columns.confidences.longValue()) : 1);
        int treated = columns.treated.advanceExact(doc) ? (int) columns.treated.longValue() : 0;
        if (columns.own.advanceExact(doc) && columns.own.longValue() == 1) {
            tally.own(columns.number(columns.papers, doc), columns.number(columns.patients, doc), treated);
        } else if (columns.works.advanceExact(doc)) {
            // Of several works that one sentence cites, none is known to hold the patients alone.
            int works = columns.works.docValueCount();
            for (int i = 0; i < works; i++) {
                tally.cited(columns.work(columns.works.nextOrd()), works == 1 || i == 0 ? treated : 0);
            }
        } else {
            // Of what no reference is given for, a paper's sentences may all tell of one study.
            tally.cited(columns.paper(doc), treated);
        }
    }

    /** Names are looked up once for all findings of a segment that share them. */
    private Both tally(int doc, Columns columns) throws IOException {
        int response = columns.responses.advanceExact(doc) ? columns.responses.ordValue() : -1;
        int treatment = columns.treatments.advanceExact(doc) ? columns.treatments.ordValue() : -1;
        @Nullable Both[] known = columns.tallies[treatment + 1];
        if (known == null) {
            known = new Both[columns.responses.getValueCount() + 1];
            columns.tallies[treatment + 1] = known;
        }
        Both tally = known[response + 1];
        if (tally == null) {
            tally = both(
                    text(columns.treatments, doc),
                    Response.valueOf(text(columns.responses, doc).toUpperCase(Locale.ROOT)));
            known[response + 1] = tally;
        }
        return tally;
    }

    private Both both(String treatment, Response response) {
        Tallies of = treatments.computeIfAbsent(treatment, name -> new Tallies());
        return new Both(of.responses.computeIfAbsent(response, each -> new Tally()), of.all);
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

        final @Nullable Both[] @Nullable [] tallies;

        private final long base;
        private final Map<Long, String> names = new HashMap<>();
        private int lastPaper = -1;
        private String lastId = "";

        /** The id of a work by its number in the segment. */
        String work(long number) throws IOException {
            String known = names.get(number);
            if (known == null) {
                known = works.lookupOrd(number).utf8ToString();
                names.put(number, known);
            }
            return known;
        }

        /** The id of a finding's paper. */
        String paper(int doc) throws IOException {
            int number = papers.advanceExact(doc) ? papers.ordValue() : -1;
            if (number != lastPaper) {
                lastPaper = number;
                lastId = number < 0 ? "" : papers.lookupOrd(number).utf8ToString();
            }
            return lastId;
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
            tallies = new Both[treatments.getValueCount() + 1][];
        }
    }
}
