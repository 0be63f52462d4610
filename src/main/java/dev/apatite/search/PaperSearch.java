package dev.apatite.search;

import dev.apatite.index.FacetDimensions;
import dev.apatite.index.IndexView;
import dev.apatite.index.StoredJson;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Span;
import dev.apatite.query.QueryPrinter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Answers requests for papers. */
final class PaperSearch {
    private static final int EXPORT_PAGE = 200;
    private static final int HIGHLIGHT_PAGE = 50;

    static final Map<String, String> FACETS = Collections.unmodifiableMap(facets());

    /** A section chosen beside a query is where its words must stand: to count that, each section would have to be searched. */
    static final Map<String, String> FACETS_OF_A_QUERY = but(FacetDimensions.SECTION);

    private final TextAnalysis analysis;
    private final FacetCounter counter;
    private final Relevance relevance;
    private final Ending ending;

    PaperSearch(TextAnalysis analysis, FacetCounter counter, Semantics semantics, Ending ending) {
        this.ending = ending;
        this.analysis = analysis;
        this.counter = counter;
        relevance = new Relevance(semantics);
    }

    /** A facet's outside name is that in the index. */
    private static Map<String, String> facets() {
        Map<String, String> facets = new LinkedHashMap<>();
        FacetDimensions.OF_PAPERS.forEach(each -> facets.put(each, each));
        return facets;
    }

    private static Map<String, String> but(String name) {
        Map<String, String> facets = facets();
        facets.remove(name);
        return Collections.unmodifiableMap(facets);
    }

    SearchResponse search(IndexView view, Question question) throws IOException {
        SearchRequest request = question.request();
        Order order = order(question);
        Ranked papers = papers(view, question, order);
        Page.Plan all = plan(view, question, order, papers);
        Versions versions = versions(view);
        Set<Integer> second = versions.second(view.searcher(), all.everything());
        Page page = Page.read(view.searcher(), request, all.without(second));
        long exact =
                question.loose().isPresent() ? exactBut(view, question.loose().get(), second) : page.hits();
        Set<Integer> byMeaning = new HashSet<>(papers.byMeaning());
        byMeaning.removeAll(second);
        boolean meaningsMatter = order.isRelevance()
                && request.wording().semantic()
                && question.loose().isPresent();
        return new SearchResponse(
                page.hits(),
                exact,
                byMeaning.size(),
                question.loose().map(Loose::anyWord).orElse(false),
                question.mended(),
                hits(view, question, page, byMeaning),
                page.facets(),
                page.next(),
                question.expansions(),
                question.suggestion(),
                QueryPrinter.print(question.tree()),
                exact == 0 && request.highlight() ? ending.of(view, question, page.hits() > 0) : List.of(),
                question.searched().isOther(Cursor.searched(request.cursor()), meaningsMatter));
    }

    private static Versions versions(IndexView view) {
        return view.attachment(Versions.class, "", Versions::new);
    }

    /** How many papers have all that was asked for, without some of them. */
    private static long exactBut(IndexView view, Loose loose, Set<Integer> without) throws IOException {
        Documents all = Gathering.unscored(view.searcher(), loose.all());
        return loose.exact() - without.stream().filter(all::has).count();
    }

    /** Cards of all versions of the work that a paper is one of, the leading one first; none where there is one. */
    List<PaperCard> versions(IndexView view, String id) throws IOException {
        StoredRows rows = new StoredRows(view);
        Optional<Integer> document = rows.document(id);
        List<PaperCard> cards = new ArrayList<>();
        for (String each :
                document.isEmpty() ? List.<String>of() : versions(view).ids(document.get())) {
            Optional<Integer> version = rows.document(each);
            if (version.isPresent()) {
                cards.add(StoredRows.outside(rows.card(version.get())));
            }
        }
        return cards;
    }

    /** Ids of the papers nearest in meaning, of those that filters and syntax leave. */
    List<String> nearest(IndexView view, Question question) throws IOException {
        StoredRows rows = new StoredRows(view);
        List<String> ids = new ArrayList<>();
        for (int document : relevance.nearest(view, question)) {
            ids.add(rows.card(document).id());
        }
        return ids;
    }

    private static Order order(Question question) {
        return Order.ofPapers(question.request().sort());
    }

    private Page.Plan plan(IndexView view, Question question) throws IOException {
        Order order = order(question);
        return plan(view, question, order, papers(view, question, order));
    }

    private Page.Plan plan(IndexView view, Question question, Order order, Ranked papers) {
        return new Page.Plan(
                papers.query(),
                papers.asked(),
                question.filters().ofFacets(),
                question.filters().without(),
                question.loose().isPresent() ? order.allWordsFirst() : order,
                Cursor.of(question.request(), "papers", order.name(), question.searched()),
                Optional.of(new Page.FacetPlan(
                        counter.index(view, FacetDimensions.PAPER_FIELD),
                        question.request().query().isBlank() ? FACETS : FACETS_OF_A_QUERY,
                        question.filters().selected())));
    }

    /** The best papers, with how many there are in all. */
    Page best(IndexView view, Question question, int most) throws IOException {
        SearchRequest request = question.request().rowsOnly().withPageSize(most).withCursor(SearchRequest.FIRST_PAGE);
        return Page.read(view.searcher(), request, plan(view, question));
    }

    /** The values of one facet of the papers. */
    List<FacetValue> facet(IndexView view, Question question, FacetRequest wanted) throws IOException {
        Page.Plan all = plan(view, question);
        return Page.listed(
                view.searcher(), all.without(versions(view).second(view.searcher(), all.everything())), wanted);
    }

    private Ranked papers(IndexView view, Question question, Order order) throws IOException {
        if (question.loose().isEmpty()) {
            Query exact = question.exactPapers();
            return new Ranked(exact, exact, Set.of());
        }
        Loose loose = question.loose().get();
        return order.isRelevance()
                ? relevance.ranked(view, question, loose)
                : Relevance.unranked(view.searcher(), question, loose);
    }

    List<Hit> hits(IndexView view, Question question, Page page, Set<Integer> byMeaning) throws IOException {
        StoredRows rows = new StoredRows(view);
        Citations citations = view.attachment(Citations.class, "", Citations::new);
        List<List<Highlight>> highlights = highlights(view, question, page, rows);
        boolean byRelevance = Order.ofPapers(question.request().sort()).isRelevance();
        List<List<String>> missing = Missing.of(view.searcher(), question, page.rows());
        // What is possible only is shown by the evidence, where it is asked for.
        double likely = view.likely().orElse(0);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < page.rows().length; i++) {
            StoredJson.Card card = rows.card(page.rows()[i].doc);
            hits.add(new Hit(
                    StoredRows.outside(card),
                    missing.get(i),
                    byMeaning.contains(page.rows()[i].doc),
                    byRelevance ? Relevance.shown(Page.score(page.rows()[i])) : 0,
                    citations.of(card.id(), card.doi()),
                    versions(view).number(page.rows()[i].doc),
                    highlights.isEmpty() ? List.of() : highlights.get(i),
                    card.outcomes().stream()
                            .filter(each -> each.confidence() == null || each.confidence() >= likely)
                            .map(each -> new FindingChip(each.treatment(), each.response(), each.own()))
                            .toList(),
                    card.sera().stream()
                            .map(each -> new AntibodyChip(each.name(), each.status()))
                            .toList()));
        }
        return hits;
    }

    private List<List<Highlight>> highlights(IndexView view, Question question, Page page, StoredRows rows)
            throws IOException {
        if (!question.request().highlight()
                || page.rows().length == 0
                || !PaperHighlighter.marks(question.compiled().marks())) {
            return List.of();
        }
        PaperHighlighter highlighter = new PaperHighlighter(view.searcher(), analysis, rows);
        int[] documents = Arrays.stream(page.rows()).mapToInt(each -> each.doc).toArray();
        List<List<Highlight>> highlights = new ArrayList<>();
        for (int from = 0; from < documents.length; from += HIGHLIGHT_PAGE) {
            view.check();
            int to = Math.min(documents.length, from + HIGHLIGHT_PAGE);
            highlights.addAll(
                    highlighter.highlight(question.compiled().marks(), Arrays.copyOfRange(documents, from, to)));
        }
        return highlights;
    }

    /** Where what was searched stands in one paper. */
    List<Span> hits(IndexView view, Question question, String id) throws IOException {
        StoredRows rows = new StoredRows(view);
        Optional<Integer> document = rows.document(id);
        return document.isEmpty()
                ? List.of()
                : new PaperHighlighter(view.searcher(), analysis, rows)
                        .hits(question.compiled().marks(), document.get());
    }

    void forEach(IndexView view, Question question, Consumer<Paper> each) throws IOException {
        Page.Plan plan = plan(view, question);
        StoredRows rows = new StoredRows(view);
        SearchRequest request = question.request().rowsOnly().withPageSize(EXPORT_PAGE);
        for (String cursor = request.cursor(); cursor != null; ) {
            Page page = Page.read(view.searcher(), request.withCursor(cursor), plan);
            for (ScoreDoc row : page.rows()) {
                each.accept(rows.paper(row.doc));
            }
            cursor = page.next();
        }
    }
}
