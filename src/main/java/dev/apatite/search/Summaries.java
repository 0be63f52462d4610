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

/**
 * What findings say together, treatment by treatment. Own cases are counted by paper; cited evidence by the work that is
 * cited, once however many papers cite it.
 */
final class Summaries {
    private static final int MOST_TREATMENTS = 200;

    /** One treatment with one response. */
    private static final class Tally {
        final Set<Long> papers = new HashSet<>();
        final Set<Long> namedPatients = new HashSet<>();
        final Map<Long, Integer> groups = new HashMap<>();
        final Map<String, Integer> works = new HashMap<>();

        /** A group that a paper reports several times is counted at its largest. */
        void own(long paper, long patient, int treated) {
            papers.add(paper);
            if (patient >= 0) {
                namedPatients.add(patient);
            } else {
                groups.merge(paper, treated, Math::max);
            }
        }

        void cited(String work, int treated) {
            works.merge(work, treated, Math::max);
        }

        TreatmentSummary.Count count(Response response) {
            return new TreatmentSummary.Count(
                    response, papers.size(), namedPatients.size() + sum(groups), works.size(), sum(works));
        }

        private static int sum(Map<?, Integer> numbers) {
            return numbers.values().stream().mapToInt(Integer::intValue).sum();
        }

        int reports() {
            return papers.size() + works.size();
        }
    }

    private final Map<String, Map<Response, Tally>> treatments = new HashMap<>();

    /** The summary of all findings that match, most reported treatments first. */
    List<TreatmentSummary> of(IndexSearcher searcher, Query findings) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(findings), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                add(leaf, scorer.iterator());
            }
        }
        List<TreatmentSummary> summaries = new ArrayList<>();
        treatments.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, Map<Response, Tally>> each) -> -reports(each.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_TREATMENTS)
                .forEach(each -> summaries.add(new TreatmentSummary(
                        each.getKey(),
                        each.getValue().entrySet().stream()
                                .map(one -> one.getValue().count(one.getKey()))
                                .toList())));
        return summaries;
    }

    private static int reports(Map<Response, Tally> tallies) {
        return tallies.values().stream().mapToInt(Tally::reports).sum();
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

    private void add(int doc, Columns columns) throws IOException {
        Tally tally = columns.tally(doc, treatments);
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
            tally.cited(text(columns.rows, doc), treated);
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
        final SortedDocValues rows;
        final SortedSetDocValues works;
        final NumericDocValues own;
        final NumericDocValues treated;

        private final long base;
        private final Map<Integer, Tally> tallies = new HashMap<>();

        /** Names are looked up once for all findings that share them. */
        Tally tally(int doc, Map<String, Map<Response, Tally>> all) throws IOException {
            int response = responses.advanceExact(doc) ? responses.ordValue() : -1;
            int treatment = treatments.advanceExact(doc) ? treatments.ordValue() : -1;
            int both = treatment * (responses.getValueCount() + 1) + response;
            Tally known = tallies.get(both);
            if (known == null) {
                known = all.computeIfAbsent(text(treatments, doc), name -> new EnumMap<>(Response.class))
                        .computeIfAbsent(
                                Response.valueOf(text(responses, doc).toUpperCase(Locale.ROOT)), each -> new Tally());
                tallies.put(both, known);
            }
            return known;
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
            rows = DocValues.getSorted(leaf.reader(), Schema.ROW);
            works = DocValues.getSortedSet(leaf.reader(), Schema.WORKS);
            own = DocValues.getNumeric(leaf.reader(), Schema.OWN);
            treated = DocValues.getNumeric(leaf.reader(), Schema.TREATED);
        }
    }
}
