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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Answers requests for cited works, and for what cites what. */
final class WorkSearch {
    private static final int MOST_CITING = 25;
    private static final Sort NEWEST_FIRST =
            new Sort(new SortField(Schema.YEAR, SortField.Type.INT, true, Integer.MIN_VALUE));

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
        boolean all = request.query().isBlank() && request.filters().isEmpty();
        Query references = all
                ? EvidenceQueries.kind(Schema.KIND_REFERENCE)
                : new BooleanQuery.Builder()
                        .add(evidence.rowsOf(question.papersBut(List.of())), Occur.FILTER)
                        .add(EvidenceQueries.kind(Schema.KIND_REFERENCE), Occur.FILTER)
                        .build();
        WorkCounts.Ranked counted =
                view.attachment(WorkCounts.class, "", WorkCounts::new).count(references);
        Cursor cursor = Cursor.of(request, "works", "");
        Object @Nullable [] after = cursor.read(request.cursor(), List.of(Integer.class, BytesRef.class));
        int from = after == null ? 0 : counted.behind((Integer) after[0], (BytesRef) after[1]);
        int to = Math.min(counted.size(), from + request.pageSize());
        StoredRows rows = new StoredRows(view);
        List<WorkRow> works = new ArrayList<>();
        for (int rank = from; rank < to; rank++) {
            works.add(row(view.searcher(), references, counted.work(rank), counted.papers(rank), rows));
        }
        String next = null;
        if (to < counted.size() && to > from) {
            next = cursor.after(counted.papers(to - 1), new BytesRef(counted.work(to - 1)));
        }
        return new WorksResponse(
                counted.size(), works, next, question.expansions(), QueryPrinter.print(question.tree()));
    }

    private static WorkRow row(IndexSearcher searcher, Query references, String work, int papers, StoredRows rows)
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
        return new WorkRow(work, reference, inCorpus(searcher, reference, rows).orElse(null), papers, citing);
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
