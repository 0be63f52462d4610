package dev.apatite.search;

import dev.apatite.engine.RemoteIndex;
import dev.apatite.engine.RemoteRow;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.engine.StateLost;
import dev.apatite.index.IndexException;
import dev.apatite.index.IndexView;
import dev.apatite.index.PapersInMemory;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Span;
import dev.apatite.query.CaseFacts;
import dev.apatite.query.CaseReader;
import dev.apatite.query.ConceptNames;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.query.EvidenceReader;
import dev.apatite.query.PaperAddress;
import dev.apatite.query.QueryCompiler;
import dev.apatite.query.QueryNode;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/**
 * Answers from an index that stands in a cluster. What it cannot answer as the embedded engine does it refuses
 * ({@link dev.apatite.engine.Unanswerable}).
 */
public final class ClusterSearcher implements Searcher {
    /** How often a question is begun anew whose state is lost, after a delay that doubles: some 13 seconds. */
    private static final int TRIES = 8;

    private static final Duration FIRST_DELAY = Duration.ofMillis(100);

    private static final Sort NEWEST_FIRST = WorkSearch.NEWEST_FIRST;

    private final RemoteIndex index;
    private final Vocabulary vocabulary;
    private final RemoteSemantics semantics;
    private final QuestionReader questions;
    private final PaperSearch highlighting;
    private final FoundPapers found;
    private final RemotePapers papers;
    private final RemoteEvidence evidence;
    private final @Nullable RemoteUnsure unsure;
    private final RemoteWorks works;
    private final SentenceSearch sentences;
    private final Related related;
    private final Suggester suggester;
    private final Later<StructuredOffers> offers;
    private final Later<CaseReader> cases;
    private final PatientLikeness likeness;
    private final RemoteCorpus.Known frequencies = new RemoteCorpus.Known();

    /** Searches an index in a cluster by words alone. */
    public ClusterSearcher(RemoteIndex index, Vocabulary vocabulary) {
        this(index, vocabulary, RemoteSemantics.none(), null);
    }

    /**
     * Searches an index in a cluster by words and meaning, with findings that the index does not keep; what is given stays
     * the caller's to close.
     *
     * @param every works findings out; null where that is not to be done
     */
    public ClusterSearcher(
            RemoteIndex index, Vocabulary vocabulary, RemoteSemantics semantics, @Nullable EveryFinding every) {
        this.index = index;
        this.vocabulary = vocabulary;
        this.semantics = semantics;
        TextAnalysis analysis = new TextAnalysis();
        ConceptNames names = new ConceptNames(vocabulary, analysis);
        EvidenceQueries queries = new EvidenceQueries(names);
        FacetCounter counter = new FacetCounter();
        QueryCompiler compiler = new QueryCompiler(analysis, names, queries);
        Ending ending = new Ending(compiler);
        questions = new QuestionReader(analysis, names, compiler, new FilterReader(queries));
        highlighting = new PaperSearch(analysis, counter, Semantics.none(), ending);
        found = new FoundPapers(vocabulary);
        papers = new RemotePapers(analysis, highlighting, ending, found, semantics);
        EvidenceSearch searching = new EvidenceSearch(queries, counter);
        evidence = new RemoteEvidence(searching, papers);
        PapersInMemory memory = new PapersInMemory(vocabulary);
        unsure = every == null
                ? null
                : new RemoteUnsure(new UnsureEvidence(every, questions, searching, memory), papers, evidence, memory);
        works = new RemoteWorks(queries, analysis, papers);
        sentences = new SentenceSearch(highlighting, analysis);
        related = new Related(analysis);
        suggester = new Suggester(vocabulary, analysis);
        offers = new Later<>(() -> new StructuredOffers(analysis, new EvidenceReader(analysis, names)));
        cases = new Later<>(() -> new CaseReader(analysis, names));
        likeness = new PatientLikeness(queries, analysis);
    }

    private interface Reading<T> {
        T read(RemoteSnapshot snapshot) throws IOException;
    }

    private <T> T answer(Reading<T> reading) {
        return answer("", reading);
    }

    /** The page after another is of what that was of, as long as that is kept. */
    private <T> T answer(SearchRequest request, Reading<T> reading) {
        return answer(Searched.commit(Cursor.searched(request.cursor())), reading);
    }

    private <T> T answer(String state, Reading<T> reading) {
        return semantics.first(() -> read(state, reading));
    }

    private <T> T read(String state, Reading<T> reading) {
        String asked = state;
        Duration delay = FIRST_DELAY;
        for (int i = 1; ; i++) {
            try {
                return reading.read(index.snapshot(asked));
            } catch (StateLost lost) {
                if (i == TRIES) {
                    throw new IndexException("no state of the papers stays: " + lost.getMessage(), lost);
                }
                asked = "";
                pause(delay);
                delay = delay.multipliedBy(2);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A node that is gone is replaced by another that has the same papers, in a moment. */
    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexException("the cluster was not waited for: interrupted", e);
        }
    }

    private Question question(RemoteSnapshot snapshot, SearchRequest request, Rows rows) throws IOException {
        IndexView nothing = PapersInMemory.together(snapshot.state(), snapshot.said(), List.of());
        return questions.strict(new Searched(nothing, semantics.known()), corpus(snapshot), request, rows);
    }

    private Corpus corpus(RemoteSnapshot snapshot) {
        return new RemoteCorpus(snapshot, frequencies);
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        return answer(request, snapshot -> papers.search(snapshot, question(snapshot, request, Rows.PAPERS)));
    }

    @Override
    public List<String> nearest(SearchRequest request) {
        return answer(request, snapshot -> papers.nearest(snapshot, question(snapshot, request, Rows.PAPERS)));
    }

    @Override
    public void forEachPaper(SearchRequest request, Consumer<Paper> each) {
        run(each, (snapshot, to) -> papers.forEach(snapshot, question(snapshot, request, Rows.PAPERS), to));
    }

    @Override
    public EvidenceResponse evidence(SearchRequest request) {
        return answer(request, snapshot -> evidence.findings(snapshot, question(snapshot, request, Rows.FINDINGS)));
    }

    @Override
    public AllEvidence allEvidence(SearchRequest request) {
        RemoteUnsure more = unsure;
        return more == null || !more.isAsked(request)
                ? new AllEvidence(evidence(request), null)
                : answer(
                        request,
                        snapshot -> more.findings(snapshot, request, (asked, rows) -> question(snapshot, asked, rows)));
    }

    @Override
    public void forEachOfAllFindings(SearchRequest request, int most, Consumer<EvidenceRow> each) {
        RemoteUnsure more = unsure;
        if (more == null || !more.isAsked(request)) {
            forEachFinding(request, each);
            return;
        }
        run(
                each,
                (snapshot, to) ->
                        more.forEach(snapshot, request, (asked, rows) -> question(snapshot, asked, rows), most, to));
    }

    @Override
    public OptionalDouble likely() {
        return answer(snapshot -> PapersInMemory.together(snapshot.state(), snapshot.said(), List.of())
                .likely());
    }

    @Override
    public Concepts concepts() {
        return new Concepts(vocabulary);
    }

    @Override
    public void forEachFinding(SearchRequest request, Consumer<EvidenceRow> each) {
        run(each, (snapshot, to) -> evidence.forEachFinding(snapshot, question(snapshot, request, Rows.FINDINGS), to));
    }

    @Override
    public PatientsResponse patients(SearchRequest request) {
        return answer(request, snapshot -> evidence.patients(snapshot, question(snapshot, request, Rows.PATIENTS)));
    }

    @Override
    public void forEachPatient(SearchRequest request, Consumer<PatientRow> each) {
        run(each, (snapshot, to) -> evidence.forEachPatient(snapshot, question(snapshot, request, Rows.PATIENTS), to));
    }

    @Override
    public List<FacetValue> facet(Rows rows, SearchRequest request, FacetRequest wanted) {
        return answer(snapshot -> {
            Question question = question(snapshot, request, rows);
            return switch (rows) {
                case PAPERS -> papers.facet(snapshot, question, wanted);
                case FINDINGS -> evidence.findingFacet(snapshot, question, wanted);
                case PATIENTS -> evidence.patientFacet(snapshot, question, wanted);
            };
        });
    }

    @Override
    public Optional<Paper> paper(String address) {
        return answer(snapshot -> paper(snapshot, address));
    }

    private static Optional<Paper> paper(RemoteSnapshot snapshot, String address) {
        for (Query each : PaperAddress.queries(address)) {
            List<RemoteRow> rows = snapshot.page(
                            each, new Sort(new SortField(Schema.PAPER, SortField.Type.STRING)), null, 1)
                    .rows();
            if (!rows.isEmpty()) {
                String id = rows.getFirst().id();
                return Optional.ofNullable(snapshot.papers(List.of(id)).get(id));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<PaperEntry> entries(List<String> ids) {
        return answer(snapshot -> {
            List<PaperEntry> entries = new ArrayList<>();
            Map<String, Paper> all = snapshot.papers(ids);
            for (String each : ids) {
                Paper paper = all.get(each);
                if (paper != null) {
                    entries.add(PaperEntry.of(paper));
                }
            }
            return entries;
        });
    }

    @Override
    public List<Span> hits(String id, SearchRequest request) {
        if (request.query().isBlank()) {
            return List.of();
        }
        return answer(snapshot -> {
            Question question = question(snapshot, request.withFilters(Map.of()), Rows.PAPERS);
            Optional<Paper> paper = paper(snapshot, id);
            return paper.isEmpty()
                    ? List.<Span>of()
                    : highlighting.hits(
                            found.of(snapshot, List.of(paper.get().id())).view(),
                            question,
                            paper.get().id());
        });
    }

    @Override
    public List<PaperCard> citedBy(String id) {
        return answer(snapshot -> {
            Optional<Paper> paper = paper(snapshot, id);
            if (paper.isEmpty()) {
                return List.<PaperCard>of();
            }
            List<String> citing = snapshot
                    .page(
                            Citations.citing(paper.get().id(), paper.get().doi()),
                            NEWEST_FIRST,
                            null,
                            SearchRequest.LARGEST_PAGE)
                    .rows()
                    .stream()
                    .map(RemoteRow::id)
                    .toList();
            return cards(snapshot, citing);
        });
    }

    private static List<PaperCard> cards(RemoteSnapshot snapshot, List<String> ids) {
        Map<String, StoredJson.Card> cards = snapshot.cards(ids);
        return ids.stream()
                .map(cards::get)
                .filter(Objects::nonNull)
                .map(StoredRows::outside)
                .toList();
    }

    @Override
    public List<CitedReference> references(String id) {
        return answer(snapshot -> {
            Optional<Paper> paper = paper(snapshot, id);
            return paper.isEmpty() ? List.<CitedReference>of() : works.references(snapshot, paper.get());
        });
    }

    @Override
    public SentencesResponse sentences(SearchRequest request) {
        return answer(request, snapshot -> {
            Question question = question(snapshot, request, Rows.PAPERS);
            return sentences.sentences(corpus(snapshot), question, most -> papers.best(snapshot, question, most));
        });
    }

    @Override
    public WorksResponse works(SearchRequest request) {
        return answer(
                request,
                snapshot ->
                        works.works(snapshot, request, question(snapshot, WorkSearch.citing(request), Rows.PAPERS)));
    }

    @Override
    public Optional<WorkDetail> work(String id) {
        return answer(snapshot -> works.work(snapshot, id));
    }

    @Override
    public LikePatients patientsLike(String text, int most) {
        return like(cases.get().read(text), null, most);
    }

    @Override
    public LikePatients patientsLike(Patient patient, int most) {
        return like(PatientComparison.facts(patient), patient.id(), most);
    }

    private LikePatients like(CaseFacts facts, @Nullable String without, int most) {
        return new LikePatients(
                PatientComparison.understood(facts),
                facts.isEmpty()
                        ? List.of()
                        : answer(snapshot ->
                                likeness.of(corpus(snapshot), evidence.all(snapshot), facts, without, most)));
    }

    @Override
    public List<PaperCard> versions(String id) {
        return answer(snapshot -> {
            Optional<Paper> paper = paper(snapshot, id);
            return paper.isEmpty()
                    ? List.<PaperCard>of()
                    : cards(snapshot, papers.versions(snapshot).ids(paper.get().id()));
        });
    }

    @Override
    public List<RelatedPaper> related(String id) {
        return answer(snapshot -> {
            Optional<Paper> paper = paper(snapshot, id);
            return paper.isEmpty() ? List.<RelatedPaper>of() : related.to(corpus(snapshot), paper.get());
        });
    }

    @Override
    public List<Suggestion> suggest(String beginning) {
        return answer(snapshot -> suggester.suggest(corpus(snapshot), beginning));
    }

    @Override
    public VectorProgress vectors() {
        return answer(semantics::progress);
    }

    private StructuredOffers.Counting counting(RemoteSnapshot snapshot) {
        return (request, rows) -> {
            Question question = question(snapshot, request, rows);
            return rows == Rows.PATIENTS ? evidence.patientCount(snapshot, question) : papers.count(snapshot, question);
        };
    }

    @Override
    public List<Structured> structured(SearchRequest request) {
        return request.query().isBlank() || !request.cursor().equals(SearchRequest.FIRST_PAGE)
                ? List.of()
                : answer(snapshot -> offers.get().of(counting(snapshot), request));
    }

    @Override
    public List<WorkRow> citedWorks(SearchRequest request) {
        if (!request.cursor().equals(SearchRequest.FIRST_PAGE)) {
            return List.of();
        }
        return answer(snapshot -> question(snapshot, request, Rows.PAPERS).tree() instanceof QueryNode.Words
                ? works.meant(snapshot, request.query())
                : List.<WorkRow>of());
    }

    @Override
    public List<Structured> structuredCompletions(String beginning) {
        return beginning.isBlank()
                ? List.of()
                : answer(snapshot -> offers.get().completing(counting(snapshot), beginning));
    }

    @Override
    public List<FieldDescription> fields() {
        return EmbeddedSearcher.allFields();
    }

    /** Nothing is held open between two answers. */
    @Override
    public void close() {}

    private interface Run<T> {
        void read(RemoteSnapshot snapshot, Consumer<T> each) throws IOException;
    }

    /** What was handed on cannot be taken back, so that it is begun anew only where nothing was. */
    private <T> void run(Consumer<T> each, Run<T> reading) {
        AtomicBoolean begun = new AtomicBoolean();
        answer(snapshot -> {
            try {
                reading.read(snapshot, row -> {
                    begun.set(true);
                    each.accept(row);
                });
                return true;
            } catch (StateLost lost) {
                if (begun.get()) {
                    throw new IndexException(lost.getMessage() + "; what was written ends here: ask again", lost);
                }
                throw lost;
            }
        });
    }
}
