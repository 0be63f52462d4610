package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.query.CitedWorkQueries;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.query.QueryException;
import dev.apatite.query.QueryPrinter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
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
    /** So many of the papers that cite a work are named with it. */
    static final int MOST_CITING = 25;

    static final Sort NEWEST_FIRST = new Sort(new SortField(Schema.YEAR, SortField.Type.INT, true, Integer.MIN_VALUE));

    /** Filters that only cited works know. */
    static final String CITING = "citing";

    static final String IN_CORPUS = "inCorpus";

    static final int MOST_TOLD = 50;

    /** Fewer words are a topic. */
    private static final int FEWEST_OF_A_CITATION = 4;

    private static final double NEARLY_ALL = 0.75;

    static final int MOST_MEANT = 3;

    private static final Pattern AND_OTHERS = Pattern.compile("\\bet al\\b\\.?");

    private final EvidenceQueries evidence;
    private final CitedWorkQueries queries;

    WorkSearch(EvidenceQueries evidence, TextAnalysis analysis) {
        this.evidence = evidence;
        queries = new CitedWorkQueries(analysis);
    }

    /** The question whose papers cite the works that a request asks for. */
    static SearchRequest citing(SearchRequest request) {
        Map<String, List<String>> filters = new LinkedHashMap<>(request.filters());
        List<String> citing = filters.getOrDefault(CITING, List.of());
        filters.remove(CITING);
        filters.remove(IN_CORPUS);
        String query = citing.size() == 1
                ? citing.getFirst()
                : citing.stream().map(each -> "(" + each + ")").collect(Collectors.joining(" OR "));
        return request.withQuery(query).withFilters(filters);
    }

    /** Works with the words of a request, which the papers of a question cite. */
    WorksResponse works(IndexView view, SearchRequest request, Question question) throws IOException {
        refuse(request);
        boolean all = question.request().query().isBlank()
                && question.request().filters().isEmpty();
        Query references = all
                ? EvidenceQueries.kind(Schema.KIND_REFERENCE)
                : new BooleanQuery.Builder()
                        .add(evidence.rowsOf(question.papersBut(List.of())), Occur.FILTER)
                        .add(EvidenceQueries.kind(Schema.KIND_REFERENCE), Occur.FILTER)
                        .build();
        WorkCounts counts = view.attachment(WorkCounts.class, "", WorkCounts::new);
        Named named = named(counts, references, request.query());
        WorkCounts.Ranked counted = held(view.searcher().getIndexReader(), request, named.works());
        Cursor cursor = Cursor.of(request, "works", "", question.searched());
        Object @Nullable [] after = cursor.read(request.cursor(), List.of(Integer.class, BytesRef.class));
        int from = after == null ? 0 : counted.behind((Integer) after[0], (BytesRef) after[1]);
        int to = Math.min(counted.size(), from + request.pageSize());
        StoredRows rows = new StoredRows(view);
        WorkRows lately = view.attachment(WorkRows.class, "", any -> new WorkRows());
        List<WorkRow> works = new ArrayList<>();
        for (int rank = from; rank < to; rank++) {
            String work = counted.work(rank);
            int papers = counted.papers(rank);
            works.add(lately.of(references, work, () -> row(view.searcher(), references, work, papers, rows)));
        }
        String next = null;
        if (to < counted.size() && to > from) {
            next = cursor.after(counted.papers(to - 1), new BytesRef(counted.work(to - 1)));
        }
        return new WorksResponse(
                counted.size(),
                named.allWords(),
                works,
                next,
                question.expansions(),
                QueryPrinter.print(question.tree()));
    }

    /** Refuses what no request for works can ask for. */
    static void refuse(SearchRequest request) {
        if (!request.sort().isEmpty()) {
            throw new BadRequest("sort", "cited works are sorted by how often they are cited");
        }
        if (request.pageSize() < 0 || request.pageSize() > SearchRequest.LARGEST_PAGE) {
            throw new BadRequest(
                    "pageSize", "a page has 0 to " + SearchRequest.LARGEST_PAGE + " rows, not " + request.pageSize());
        }
    }

    /** Works that have what was typed; where none has all the words, those with most of them. */
    private record Named(WorkCounts.Ranked works, boolean allWords) {}

    private Named named(WorkCounts counts, Query references, String typed) throws IOException {
        if (typed.isBlank()) {
            return new Named(counts.count(references), true);
        }
        try {
            CitedWorkQueries.Asked asked = queries.read(typed);
            int all = asked.parts().size();
            WorkCounts.Ranked found = counts.count(references, asked.having(all));
            int most = all;
            while (found.size() == 0 && most > asked.fewest()) {
                most--;
                found = counts.count(references, asked.having(most));
            }
            return new Named(found, most == all);
        } catch (QueryException e) {
            throw new BadRequest("query", String.valueOf(e.getMessage()), e.position());
        }
    }

    /**
     * The works that papers cite and that have nearly all of some words, so many that a citation or a title is meant; most
     * cited first. None where many have them, for then none was meant.
     */
    List<WorkRow> meant(IndexView view, String typed) throws IOException {
        CitedWorkQueries.Asked asked = queries.read(citation(typed));
        int all = asked.parts().size();
        Query references = EvidenceQueries.kind(Schema.KIND_REFERENCE);
        WorkCounts counts = view.attachment(WorkCounts.class, "", WorkCounts::new);
        for (int having = all; isCitation(having, all); having--) {
            view.check();
            Query named = asked.having(having);
            WorkCounts.Few few = counts.few(WorkCounts.both(references, named), MOST_MEANT);
            if (few == WorkCounts.Few.MORE) {
                return List.of();
            }
            if (few == WorkCounts.Few.SOME) {
                WorkCounts.Ranked found = counts.count(references, named);
                StoredRows rows = new StoredRows(view);
                List<WorkRow> works = new ArrayList<>();
                for (int rank = 0; rank < found.size(); rank++) {
                    works.add(row(view.searcher(), references, found.work(rank), found.papers(rank), rows));
                }
                return works;
            }
        }
        return List.of();
    }

    /** The words of a citation without those that stand for names. */
    static String citation(String typed) {
        return AND_OTHERS.matcher(typed).replaceAll(" ");
    }

    /** Whether so many of all words are enough for a citation or a title. */
    static boolean isCitation(int having, int all) {
        return all >= FEWEST_OF_A_CITATION && having >= Math.ceil(NEARLY_ALL * all);
    }

    /** Whether works are wanted that stand in the corpus, or that do not; empty where any are. */
    static Optional<Set<Boolean>> heldOnly(SearchRequest request) {
        List<String> held = request.filters().getOrDefault(IN_CORPUS, List.of());
        if (held.stream().anyMatch(each -> !each.equals("true") && !each.equals("false"))) {
            throw new BadRequest(IN_CORPUS, IN_CORPUS + " must be true or false, not " + held);
        }
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(held.stream().map(Boolean::valueOf).collect(Collectors.toSet()));
    }

    private static WorkCounts.Ranked held(IndexReader reader, SearchRequest request, WorkCounts.Ranked works)
            throws IOException {
        Optional<Set<Boolean>> held = heldOnly(request);
        return held.isEmpty()
                ? works
                : works.only(work -> held.get().contains(reader.docFreq(new Term(Schema.PAPER, work)) > 0));
    }

    /** A cited work, who cites it, and what they say of it. */
    Optional<WorkDetail> work(IndexView view, String id) throws IOException {
        StoredRows rows = new StoredRows(view);
        Query references = EvidenceQueries.kind(Schema.KIND_REFERENCE);
        Query ofWork = new BooleanQuery.Builder()
                .add(references, Occur.FILTER)
                .add(new TermQuery(new Term(Schema.WORK, id)), Occur.FILTER)
                .build();
        Set<String> papers = new LinkedHashSet<>();
        for (ScoreDoc each : view.searcher().search(ofWork, SearchRequest.LARGEST_PAGE, NEWEST_FIRST).scoreDocs) {
            papers.add(rows.paperOf(each.doc));
        }
        if (papers.isEmpty()) {
            return Optional.empty();
        }
        List<WorkDetail.Citing> citing = new ArrayList<>();
        for (String each : papers.stream().limit(MOST_TOLD).toList()) {
            Optional<Integer> document = rows.document(each);
            if (document.isPresent()) {
                Paper paper = rows.paper(document.get());
                citing.add(new WorkDetail.Citing(PaperCard.of(paper), CitingSentences.of(paper, id)));
            }
        }
        return Optional.of(new WorkDetail(row(view.searcher(), references, id, papers.size(), rows), citing));
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
            Reference reference = rows.reference(each.doc);
            best = best == null ? reference : moreComplete(best, reference);
            String paper = rows.paperOf(each.doc);
            if (seen.add(paper)) {
                rows.card(paper).map(StoredRows::outside).ifPresent(citing::add);
            }
        }
        Reference reference = Objects.requireNonNull(best);
        return new WorkRow(work, reference, inCorpus(searcher, reference, rows).orElse(null), papers, citing);
    }

    /** Of two citations of a work the one that says more; the first where both say as much. */
    static Reference moreComplete(Reference one, Reference other) {
        return completeness(other) > completeness(one) ? other : one;
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
