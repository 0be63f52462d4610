package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.engine.RemoteRow;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.FacetDimensions;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Paper;
import dev.apatite.query.QueryPrinter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Answers requests for papers from a cluster. */
final class RemotePapers {
    private static final int EXPORT_PAGE = 100;
    private static final int FACETS_KEPT = 12;

    private final TextAnalysis analysis;
    private final PaperSearch papers;
    private final Ending ending;
    private final FoundPapers found;
    private final RemoteSemantics semantics;
    private final Cache<String, FacetIndex> facets = Caffeine.newBuilder()
            .maximumSize(FACETS_KEPT)
            .executor(Runnable::run)
            .build();

    private final Cache<String, RemoteVersions> versions = Caffeine.newBuilder()
            .maximumSize(FACETS_KEPT)
            .executor(Runnable::run)
            .build();

    RemotePapers(
            TextAnalysis analysis, PaperSearch papers, Ending ending, FoundPapers found, RemoteSemantics semantics) {
        this.analysis = analysis;
        this.papers = papers;
        this.ending = ending;
        this.found = found;
        this.semantics = semantics;
    }

    /** Some rows of a plan, in order. */
    private interface Rows {
        List<RemoteRow> page(@Nullable List<Object> after, int size);
    }

    /**
     * A question that is ready to be asked.
     *
     * @param second the papers that are not shown, for another version of their work is
     * @param byMeaning those of the others that were found by meaning alone
     */
    private record Ready(
            Optional<RemoteLoose> loose, Page.Plan plan, Rows rows, Set<String> second, Set<String> byMeaning) {}

    /** The papers of a state that are versions of one work. */
    RemoteVersions versions(RemoteSnapshot snapshot) {
        return versions.get(snapshot.state(), any -> RemoteVersions.of(snapshot));
    }

    private Ready ready(RemoteSnapshot snapshot, Question question, boolean once) throws IOException {
        Optional<RemoteLoose> loose = RemoteLoose.of(snapshot, analysis, question);
        Order order = Order.ofPapers(question.request().sort());
        Cursor cursor = Cursor.of(question.request(), "papers", order.name(), question.searched());
        Query base;
        Optional<RemoteRelevance> relevance = Optional.empty();
        if (loose.isEmpty()) {
            base = question.exactPapers();
        } else if (order.isRelevance()) {
            relevance = Optional.of(
                    new RemoteRelevance(snapshot, question, loose.get(), order.sort(), nearness(snapshot, question)));
            base = relevance.get().found();
        } else {
            base = RemoteRelevance.tiered(
                    new BoostQuery(
                            new ConstantScoreQuery(question.papers(loose.get().matching())), 0),
                    loose.get(),
                    0);
        }
        Order whole = loose.isPresent() ? order.allWordsFirst() : order;
        Page.Plan plan = new Page.Plan(
                base,
                base,
                question.filters().ofFacets(),
                question.filters().without(),
                whole,
                cursor,
                Optional.of(new Page.FacetPlan(
                        facets(snapshot, FacetDimensions.PAPER_FIELD),
                        question.request().query().isBlank() ? PaperSearch.FACETS : PaperSearch.FACETS_OF_A_QUERY,
                        question.filters().selected())));
        RemoteVersions known = versions(snapshot);
        Set<String> second = !once || known.papers().isEmpty()
                ? Set.of()
                : known.second(
                        relevance.isPresent()
                                ? relevance.get().scores(known.papers())
                                : snapshot.scores(plan.everything(), known.papers()));
        Page.Plan shown = second.isEmpty() ? plan : plan.without(RemoteLoose.of(List.copyOf(second)));
        relevance.ifPresent(each -> each.leaveOut(second));
        Rows rows = relevance.isPresent()
                ? relevance.get()::page
                : (after, size) -> snapshot.page(shown.everything(), whole.sort(), after, size)
                        .rows();
        Set<String> byMeaning =
                new HashSet<>(relevance.map(RemoteRelevance::byMeaning).orElse(Set.of()));
        byMeaning.removeAll(second);
        return new Ready(loose, shown, rows, second, byMeaning);
    }

    /** How near the papers are to a question in meaning; nothing where it is not to be searched so. */
    private Optional<RemoteNearness> nearness(RemoteSnapshot snapshot, Question question) {
        return question.request().wording().semantic()
                ? semantics.nearness(snapshot, question.request().query())
                : Optional.empty();
    }

    /** Ids of the papers nearest in meaning, of those that filters and syntax leave. */
    List<String> nearest(RemoteSnapshot snapshot, Question question) {
        return semantics
                .nearness(snapshot, question.request().query())
                .map(each -> RemoteRelevance.nearest(snapshot, question, each))
                .orElse(List.of());
    }

    /** What counting in a field needs. */
    FacetIndex facets(RemoteSnapshot snapshot, String field) {
        return facets.get(snapshot.state() + " " + field, any -> {
            FacetDictionary.Snapshot known = FacetDictionary.of(
                    field, snapshot.values(new MatchAllDocsQuery(), field).keySet());
            Map<String, Long> all = snapshot.values(new MatchAllDocsQuery(), RemoteSnapshot.NODES + field);
            return new FacetIndex(known, FacetNodes.counts(known, all));
        });
    }

    /** The facets of a plan. */
    static Map<String, List<FacetValue>> counted(RemoteSnapshot snapshot, Page.Plan plan, String field) {
        Page.FacetPlan wanted = plan.facets().orElseThrow();
        Map<String, int[]> chosen = new LinkedHashMap<>();
        for (String dimension : plan.choices().keySet()) {
            chosen.put(dimension, counts(snapshot, wanted, plan.allBut(dimension), field));
        }
        return wanted.values(counts(snapshot, wanted, plan.everything(), field), chosen);
    }

    private static int[] counts(RemoteSnapshot snapshot, Page.FacetPlan wanted, Query query, String field) {
        return FacetNodes.counts(wanted.index().dictionary(), snapshot.values(query, RemoteSnapshot.NODES + field));
    }

    /** The values of one facet of a plan. */
    static List<FacetValue> listed(RemoteSnapshot snapshot, Page.Plan plan, String field, FacetRequest wanted) {
        Page.FacetPlan facets = plan.facets().orElseThrow();
        String dimension = facets.dimension(wanted);
        return FacetCounter.listed(
                facets.index(),
                counts(snapshot, facets, plan.allBut(dimension), field),
                dimension,
                wanted,
                facets.selected().getOrDefault(wanted.name(), List.of()));
    }

    SearchResponse search(RemoteSnapshot snapshot, Question question) throws IOException {
        SearchRequest request = question.request();
        int size = Page.size(request);
        Ready ready = ready(snapshot, question, true);
        Page.Plan plan = ready.plan();
        List<RemoteRow> rows = ready.rows().page(after(request, plan), size + 1);
        long total = snapshot.counts(List.of(plan.everything())).getFirst();
        boolean more = rows.size() > size;
        List<RemoteRow> shown = more ? rows.subList(0, size) : rows;
        String next =
                more && size > 0 ? plan.cursor().after(shown.getLast().values().toArray()) : null;
        Map<String, List<FacetValue>> values =
                request.facets() ? counted(snapshot, plan, FacetDimensions.PAPER_FIELD) : Map.of();
        long exact = ready.loose()
                .map(each -> each.exact()
                        - snapshot.scores(new ConstantScoreQuery(each.all()), ready.second())
                                .size())
                .orElse(total);
        boolean meaningsMatter = Order.ofPapers(request.sort()).isRelevance()
                && request.wording().semantic()
                && ready.loose().isPresent();
        return new SearchResponse(
                total,
                exact,
                ready.byMeaning().size(),
                ready.loose().map(RemoteLoose::anyWord).orElse(false),
                question.mended(),
                hits(snapshot, question, ready, total, shown, values),
                values,
                next,
                question.expansions(),
                question.suggestion(),
                QueryPrinter.print(question.tree()),
                exact == 0 && request.highlight()
                        ? ending.of(query -> snapshot.counts(List.of(query)).getFirst(), question, total > 0)
                        : List.of(),
                question.searched().isOther(Cursor.searched(request.cursor()), meaningsMatter));
    }

    /** A question whose rows are of papers with most of its words where none has all. */
    Question loosened(RemoteSnapshot snapshot, Question question) {
        return RemoteLoose.of(snapshot, analysis, question)
                .map(loose -> new Question(
                        question.request(),
                        question.searched(),
                        question.tree(),
                        question.compiled(),
                        question.sentences(),
                        question.filters(),
                        Optional.of(new Loose(
                                loose.parts(),
                                loose.matching(),
                                loose.anyWord(),
                                loose.all(),
                                loose.exact(),
                                Set.of())),
                        question.mended(),
                        question.suggestion()))
                .orElse(question);
    }

    /** The best papers, set up in memory, with how many there are in all. */
    SentenceSearch.Best best(RemoteSnapshot snapshot, Question question, int most) throws IOException {
        Ready ready = ready(snapshot, question, false);
        long total = snapshot.counts(List.of(ready.plan().everything())).getFirst();
        List<String> ids = most == 0
                ? List.of()
                : ready.rows().page(null, most).stream().map(RemoteRow::id).toList();
        FoundPapers.Found here = found.of(snapshot, ids);
        return new SentenceSearch.Best(
                total,
                here.view(),
                ids.stream()
                        .filter(here.documents()::containsKey)
                        .mapToInt(here::document)
                        .toArray());
    }

    /** How many papers a question finds. */
    long count(RemoteSnapshot snapshot, Question question) throws IOException {
        return snapshot.counts(List.of(ready(snapshot, question, false).plan().everything()))
                .getFirst();
    }

    static @Nullable List<Object> after(SearchRequest request, Page.Plan plan) {
        FieldDoc row = plan.cursor().row(request.cursor(), plan.order().sort());
        return row == null ? null : Arrays.asList(row.fields);
    }

    private List<Hit> hits(
            RemoteSnapshot snapshot,
            Question question,
            Ready ready,
            long total,
            List<RemoteRow> rows,
            Map<String, List<FacetValue>> values)
            throws IOException {
        FoundPapers.Found here =
                found.of(snapshot, rows.stream().map(RemoteRow::id).toList());
        List<RemoteRow> there = rows.stream()
                .filter(each -> here.documents().containsKey(each.id()))
                .toList();
        ScoreDoc[] documents = there.stream()
                .map(each -> new FieldDoc(
                        here.document(each.id()), each.score(), each.values().toArray()))
                .toArray(ScoreDoc[]::new);
        Map<String, Integer> cited = cited(snapshot, here, there);
        here.view().attachment(Citations.class, "", (IndexSearcher any) -> new Citations(any, cited));
        RemoteVersions known = versions(snapshot);
        Map<Integer, Integer> numbers = new HashMap<>();
        here.documents().forEach((id, document) -> numbers.put(document, known.number(id)));
        here.view().attachment(Versions.class, "", (IndexSearcher any) -> new Versions(numbers));
        Question found = new Question(
                question.request(),
                new Searched(here.view(), question.searched().meanings()),
                question.tree(),
                question.compiled(),
                question.sentences(),
                question.filters(),
                ready.loose().map(each -> each.in(question.compiled(), here.documents())),
                question.mended(),
                question.suggestion());
        Set<Integer> byMeaning = new HashSet<>();
        ready.byMeaning().stream()
                .filter(here.documents()::containsKey)
                .forEach(each -> byMeaning.add(here.document(each)));
        return papers.hits(here.view(), found, new Page(total, documents, values, null), byMeaning);
    }

    /** How many papers cite each one. */
    private static Map<String, Integer> cited(RemoteSnapshot snapshot, FoundPapers.Found here, List<RemoteRow> papers)
            throws IOException {
        StoredRows cards = new StoredRows(here.view());
        List<Query> queries = new ArrayList<>();
        for (RemoteRow each : papers) {
            queries.add(Citations.citing(
                    each.id(), cards.card(here.document(each.id())).doi()));
        }
        List<Long> counts = snapshot.counts(queries);
        Map<String, Integer> cited = new HashMap<>();
        for (int i = 0; i < papers.size(); i++) {
            cited.put(papers.get(i).id(), counts.get(i).intValue());
        }
        return cited;
    }

    List<FacetValue> facet(RemoteSnapshot snapshot, Question question, FacetRequest wanted) throws IOException {
        return listed(snapshot, ready(snapshot, question, true).plan(), FacetDimensions.PAPER_FIELD, wanted);
    }

    void forEach(RemoteSnapshot snapshot, Question question, Consumer<Paper> each) throws IOException {
        Ready ready = ready(snapshot, question, false);
        List<Object> after = after(question.request(), ready.plan());
        while (true) {
            List<RemoteRow> rows = ready.rows().page(after, EXPORT_PAGE);
            if (rows.isEmpty()) {
                return;
            }
            Map<String, Paper> fetched =
                    snapshot.papers(rows.stream().map(RemoteRow::id).toList());
            rows.stream().map(RemoteRow::id).filter(fetched::containsKey).forEach(id -> each.accept(fetched.get(id)));
            after = rows.getLast().values();
        }
    }
}
