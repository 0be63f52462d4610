package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.query.QueryPrinter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Answers requests for cited works, and for what cites what. */
final class WorkSearch {
    private static final int MOST_CITING = 100;
    private static final Sort NEWEST_FIRST =
            new Sort(new SortField(Schema.YEAR, SortField.Type.INT, true, Integer.MIN_VALUE));

    private record Counted(String work, int papers) {
        static final Comparator<Counted> ORDER =
                Comparator.comparingInt(Counted::papers).reversed().thenComparing(Counted::work);
    }

    private final EvidenceQueries evidence;

    WorkSearch(EvidenceQueries evidence) {
        this.evidence = evidence;
    }

    WorksResponse works(IndexView view, Question question) throws IOException {
        SearchRequest request = question.request();
        if (!request.sort().isEmpty()) {
            throw new BadRequest("sort", "cited works are sorted by how often they are cited");
        }
        if (request.pageSize() < 0 || request.pageSize() > SearchRequest.LARGEST_PAGE) {
            throw new BadRequest(
                    "pageSize", "a page has 0 to " + SearchRequest.LARGEST_PAGE + " rows, not " + request.pageSize());
        }
        Query references = new BooleanQuery.Builder()
                .add(evidence.rowsOf(question.papersBut(List.of())), Occur.FILTER)
                .add(EvidenceQueries.kind(Schema.KIND_REFERENCE), Occur.FILTER)
                .build();
        List<Counted> counted = count(view.searcher(), references);
        Cursor cursor = Cursor.of(request, "works", "");
        int from = from(counted, cursor.read(request.cursor(), List.of(Integer.class, BytesRef.class)));
        int to = Math.min(counted.size(), from + request.pageSize());
        StoredRows rows = new StoredRows(view);
        List<WorkRow> works = new ArrayList<>();
        for (Counted each : counted.subList(from, to)) {
            works.add(row(view.searcher(), references, each.work(), rows));
        }
        String next = null;
        if (to < counted.size() && to > from) {
            Counted last = counted.get(to - 1);
            next = cursor.after(last.papers(), new BytesRef(last.work()));
        }
        return new WorksResponse(
                counted.size(), works, next, question.expansions(), QueryPrinter.print(question.tree()));
    }

    private static int from(List<Counted> counted, Object @Nullable [] after) {
        if (after == null) {
            return 0;
        }
        Counted last = new Counted(((BytesRef) after[1]).utf8ToString(), (Integer) after[0]);
        int from = 0;
        while (from < counted.size() && Counted.ORDER.compare(counted.get(from), last) <= 0) {
            from++;
        }
        return from;
    }

    /** How many papers cite each work; a paper that lists a work twice cites it once. */
    private static List<Counted> count(IndexSearcher searcher, Query references) throws IOException {
        Map<String, Integer> papers = new HashMap<>();
        Weight weight = searcher.createWeight(searcher.rewrite(references), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            SortedDocValues works = DocValues.getSorted(leaf.reader(), Schema.WORK);
            SortedDocValues owners = DocValues.getSorted(leaf.reader(), Schema.PAPER);
            int[] counts = new int[works.getValueCount()];
            Set<Integer> ofPaper = new HashSet<>();
            int paper = -1;
            DocIdSetIterator documents = scorer.iterator();
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                boolean deleted = leaf.reader().getLiveDocs() != null
                        && !Objects.requireNonNull(leaf.reader().getLiveDocs()).get(doc);
                if (deleted || !works.advanceExact(doc) || !owners.advanceExact(doc)) {
                    continue;
                }
                if (owners.ordValue() != paper) {
                    paper = owners.ordValue();
                    ofPaper.clear();
                }
                if (ofPaper.add(works.ordValue())) {
                    counts[works.ordValue()]++;
                }
            }
            for (int ord = 0; ord < counts.length; ord++) {
                if (counts[ord] > 0) {
                    papers.merge(works.lookupOrd(ord).utf8ToString(), counts[ord], Integer::sum);
                }
            }
        }
        return papers.entrySet().stream()
                .map(each -> new Counted(each.getKey(), each.getValue()))
                .sorted(Counted.ORDER)
                .toList();
    }

    private static WorkRow row(IndexSearcher searcher, Query references, String work, StoredRows rows)
            throws IOException {
        Query cited = new BooleanQuery.Builder()
                .add(references, Occur.FILTER)
                .add(new TermQuery(new Term(Schema.WORK, work)), Occur.FILTER)
                .build();
        Reference best = null;
        List<PaperCard> citing = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ScoreDoc each : searcher.search(cited, MOST_CITING, NEWEST_FIRST).scoreDocs) {
            Reference reference = rows.row(each.doc, Reference.class);
            if (best == null || completeness(reference) > completeness(best)) {
                best = reference;
            }
            String paper = rows.paperOf(each.doc);
            if (seen.add(paper)) {
                rows.card(paper).map(StoredRows::outside).ifPresent(citing::add);
            }
        }
        Reference reference = Objects.requireNonNull(best);
        return new WorkRow(work, reference, inCorpus(searcher, reference, rows).orElse(null), citing);
    }

    private static long completeness(Reference reference) {
        return Stream.of(
                                reference.title(),
                                reference.journal(),
                                reference.year(),
                                reference.volume(),
                                reference.firstPage(),
                                reference.doi(),
                                reference.pmid())
                        .filter(Objects::nonNull)
                        .count()
                + (reference.authors().isEmpty() ? 0 : 1);
    }

    /** The cited paper itself, by the work's id or the DOI. */
    private static Optional<PaperCard> inCorpus(IndexSearcher searcher, Reference reference, StoredRows rows)
            throws IOException {
        if (reference.workId() != null) {
            Optional<StoredJson.Card> card = rows.card(reference.workId());
            if (card.isPresent()) {
                return card.map(StoredRows::outside);
            }
        }
        if (reference.doi() == null) {
            return Optional.empty();
        }
        Query doi = new TermQuery(new Term(Schema.DOI, reference.doi().toLowerCase(java.util.Locale.ROOT)));
        ScoreDoc[] found = searcher.search(doi, 1).scoreDocs;
        return found.length == 0 ? Optional.empty() : Optional.of(StoredRows.outside(rows.card(found[0].doc)));
    }

    List<CitedReference> references(IndexView view, Paper paper) throws IOException {
        StoredRows rows = new StoredRows(view);
        List<CitedReference> cited = new ArrayList<>();
        for (int i = 0; i < paper.references().size(); i++) {
            Reference reference = paper.references().get(i);
            Optional<PaperCard> known = inCorpus(view.searcher(), reference, rows)
                    .filter(each -> !each.id().equals(paper.id()));
            int papers = reference.workId() == null
                    ? 1
                    : view.searcher().count(new TermQuery(new Term(Schema.CITES, reference.workId())));
            cited.add(new CitedReference(i, reference, known.orElse(null), Math.max(1, papers)));
        }
        return cited;
    }

    List<PaperCard> citedBy(IndexView view, Paper paper) throws IOException {
        StoredRows rows = new StoredRows(view);
        List<PaperCard> citing = new ArrayList<>();
        for (ScoreDoc each : view.searcher()
                .search(Citations.citing(paper.id(), paper.doi()), SearchRequest.LARGEST_PAGE, NEWEST_FIRST)
                .scoreDocs) {
            citing.add(StoredRows.outside(rows.card(each.doc)));
        }
        return citing;
    }
}
