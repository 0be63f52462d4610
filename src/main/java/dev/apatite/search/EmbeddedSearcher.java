package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.PapersInMemory;
import dev.apatite.index.TextAnalysis;
import dev.apatite.index.TooSlow;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Span;
import dev.apatite.query.CaseFacts;
import dev.apatite.query.CaseReader;
import dev.apatite.query.ConceptNames;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.query.EvidenceReader;
import dev.apatite.query.QueryCompiler;
import dev.apatite.query.QueryField;
import dev.apatite.query.QueryNode;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers from an index of this machine. */
public final class EmbeddedSearcher implements Searcher {
    /** For one question; then it is refused. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Vocabulary vocabulary;
    private final PaperIndex index;
    private final Semantics semantics;
    private final QuestionReader questions;
    private final PaperSearch papers;
    private final EvidenceSearch evidence;
    private final SentenceSearch sentences;
    private final WorkSearch works;
    private final Related related;
    private final Suggester suggester;
    private final Later<StructuredOffers> offers;
    private final Later<CaseReader> cases;
    private final PatientLikeness likeness;
    private final @Nullable UnsureEvidence unsure;

    /** Searches an index by words alone. */
    public EmbeddedSearcher(PaperIndex index, Vocabulary vocabulary) {
        this(index, vocabulary, Semantics.none());
    }

    /** Searches an index by words and meaning; both stay the caller's to close. */
    public EmbeddedSearcher(PaperIndex index, Vocabulary vocabulary, Semantics semantics) {
        this(index, vocabulary, semantics, null);
    }

    /**
     * The same with findings that the index does not keep.
     *
     * @param every works them out; null where that is not to be done
     */
    public EmbeddedSearcher(
            PaperIndex index, Vocabulary vocabulary, Semantics semantics, @Nullable EveryFinding every) {
        this.vocabulary = vocabulary;
        this.index = index;
        this.semantics = semantics;
        TextAnalysis analysis = new TextAnalysis();
        ConceptNames names = new ConceptNames(vocabulary, analysis);
        EvidenceQueries queries = new EvidenceQueries(names);
        FacetCounter counter = new FacetCounter();
        QueryCompiler compiler = new QueryCompiler(analysis, names, queries);
        questions = new QuestionReader(analysis, names, compiler, new FilterReader(queries));
        papers = new PaperSearch(analysis, counter, semantics, new Ending(compiler));
        evidence = new EvidenceSearch(queries, counter);
        sentences = new SentenceSearch(papers, analysis);
        works = new WorkSearch(queries, analysis);
        related = new Related(analysis);
        suggester = new Suggester(vocabulary, analysis);
        offers = new Later<>(() -> new StructuredOffers(analysis, new EvidenceReader(analysis, names)));
        cases = new Later<>(() -> new CaseReader(analysis, names));
        likeness = new PatientLikeness(queries, analysis);
        unsure = every == null ? null : new UnsureEvidence(every, questions, evidence, new PapersInMemory(vocabulary));
    }

    /** A question that costs too much is refused: half an answer would be taken for a whole one. */
    private <T> T answer(PaperIndex.Reading<T> reading) {
        return answer("", reading);
    }

    /** The page after another is of what that was of, as long as that is kept. */
    private <T> T answer(SearchRequest request, PaperIndex.Reading<T> reading) {
        return answer(Searched.commit(Cursor.searched(request.cursor())), reading);
    }

    private <T> T answer(String commit, PaperIndex.Reading<T> reading) {
        try {
            return semantics.first(() -> index.read(commit, LONGEST, reading));
        } catch (TooSlow e) {
            throw new BadRequest("query", "the query " + e.getMessage());
        }
    }

    /** What costs little however large the index is, and what is handed on as long as somebody takes it. */
    private <T> T read(PaperIndex.Reading<T> reading) {
        return semantics.first(() -> index.read(reading));
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        return answer(request, view -> papers.search(view, question(view, request, Rows.PAPERS)));
    }

    @Override
    public List<String> nearest(SearchRequest request) {
        return answer(request, view -> papers.nearest(view, question(view, request, Rows.PAPERS)));
    }

    @Override
    public void forEachPaper(SearchRequest request, Consumer<Paper> each) {
        search(first(request));
        run(view -> papers.forEach(view, question(view, request, Rows.PAPERS), each));
    }

    @Override
    public EvidenceResponse evidence(SearchRequest request) {
        return answer(request, view -> evidence.findings(view, question(view, request, Rows.FINDINGS)));
    }

    @Override
    public AllEvidence allEvidence(SearchRequest request) {
        UnsureEvidence more = unsure;
        return more == null || !more.isAsked(request)
                ? new AllEvidence(evidence(request), null)
                : answer(request, view -> more.findings(view, request, semantics.known()));
    }

    @Override
    public void forEachOfAllFindings(SearchRequest request, int most, Consumer<EvidenceRow> each) {
        UnsureEvidence more = unsure;
        if (more == null || !more.isAsked(request)) {
            forEachFinding(request, each);
            return;
        }
        evidence(first(request));
        run(view -> more.forEach(view, request, semantics.known(), most, each));
    }

    @Override
    public OptionalDouble likely() {
        return answer(IndexView::likely);
    }

    @Override
    public Concepts concepts() {
        return new Concepts(vocabulary);
    }

    @Override
    public void forEachFinding(SearchRequest request, Consumer<EvidenceRow> each) {
        evidence(first(request));
        run(view -> evidence.forEachFinding(view, question(view, request, Rows.FINDINGS), each));
    }

    @Override
    public PatientsResponse patients(SearchRequest request) {
        return answer(request, view -> evidence.patients(view, question(view, request, Rows.PATIENTS)));
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
                        : answer(view -> likeness.of(new ViewCorpus(view), evidence.all(view), facts, without, most)));
    }

    @Override
    public void forEachPatient(SearchRequest request, Consumer<PatientRow> each) {
        patients(first(request));
        run(view -> evidence.forEachPatient(view, question(view, request, Rows.PATIENTS), each));
    }

    @Override
    public SentencesResponse sentences(SearchRequest request) {
        return answer(request, view -> sentences.sentences(view, question(view, request, Rows.PAPERS)));
    }

    @Override
    public WorksResponse works(SearchRequest request) {
        return answer(
                request, view -> works.works(view, request, question(view, WorkSearch.citing(request), Rows.PAPERS)));
    }

    @Override
    public Optional<WorkDetail> work(String id) {
        return answer(view -> works.work(view, id));
    }

    @Override
    public List<FacetValue> facet(Rows rows, SearchRequest request, FacetRequest wanted) {
        return answer(view -> {
            Question question = question(view, request, rows);
            return switch (rows) {
                case PAPERS -> papers.facet(view, question, wanted);
                case FINDINGS -> evidence.findingFacet(view, question, wanted);
                case PATIENTS -> evidence.patientFacet(view, question, wanted);
            };
        });
    }

    @Override
    public Optional<Paper> paper(String address) {
        return read(view -> {
            StoredRows rows = new StoredRows(view);
            Optional<Integer> document = rows.document(address);
            return document.isEmpty() ? Optional.empty() : Optional.of(rows.paper(document.get()));
        });
    }

    @Override
    public List<PaperEntry> entries(List<String> ids) {
        return read(view -> {
            StoredRows rows = new StoredRows(view);
            List<PaperEntry> entries = new ArrayList<>();
            for (String id : ids) {
                Optional<Integer> document = rows.document(id);
                if (document.isPresent()) {
                    entries.add(PaperEntry.of(rows.listed(document.get())));
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
        return answer(view -> papers.hits(view, question(view, request.withFilters(Map.of()), Rows.PAPERS), id));
    }

    @Override
    public List<CitedReference> references(String id) {
        return of(id, works::references);
    }

    @Override
    public List<PaperCard> citedBy(String id) {
        return of(id, works::citedBy);
    }

    @Override
    public List<PaperCard> versions(String id) {
        return read(view -> papers.versions(view, id));
    }

    @Override
    public List<RelatedPaper> related(String id) {
        return read(view -> {
            StoredRows rows = new StoredRows(view);
            Optional<Integer> document = rows.document(id);
            return document.isEmpty()
                    ? List.<RelatedPaper>of()
                    : related.to(new ViewCorpus(view), rows.paper(document.get()));
        });
    }

    @Override
    public List<Suggestion> suggest(String beginning) {
        return answer(view -> suggester.suggest(new ViewCorpus(view), beginning));
    }

    @Override
    public VectorProgress vectors() {
        return semantics.progress(index);
    }

    @Override
    public List<Structured> structured(SearchRequest request) {
        return request.query().isBlank() || !request.cursor().equals(SearchRequest.FIRST_PAGE)
                ? List.of()
                : answer(view -> offers.get().of(counting(view), request));
    }

    @Override
    public List<WorkRow> citedWorks(SearchRequest request) {
        if (!request.cursor().equals(SearchRequest.FIRST_PAGE)) {
            return List.of();
        }
        return questions.tree(request) instanceof QueryNode.Words
                ? answer(view -> works.meant(view, request.query()))
                : List.<WorkRow>of();
    }

    @Override
    public List<Structured> structuredCompletions(String beginning) {
        return beginning.isBlank() ? List.of() : answer(view -> offers.get().completing(counting(view), beginning));
    }

    @Override
    public List<FieldDescription> fields() {
        return allFields();
    }

    static List<FieldDescription> allFields() {
        return Arrays.stream(QueryField.values())
                .map(each -> new FieldDescription(each.name(), each.description(), each.example()))
                .toList();
    }

    /** Nothing is held open between two answers. */
    @Override
    public void close() {}

    private Question question(IndexView view, SearchRequest request, Rows rows) throws IOException {
        return questions.read(new Searched(view, semantics.known()), request, rows);
    }

    private StructuredOffers.Counting counting(IndexView view) {
        return (request, rows) -> count(view, request, rows);
    }

    private long count(IndexView view, SearchRequest request, Rows rows) throws IOException {
        Question question = question(view, request, rows);
        return rows == Rows.PATIENTS
                ? evidence.patients(view, question).hitCount()
                : papers.search(view, question).hitCount();
    }

    private interface OfPaper<T> {
        List<T> read(IndexView view, Paper paper) throws IOException;
    }

    private <T> List<T> of(String id, OfPaper<T> reading) {
        return read(view -> {
            StoredRows rows = new StoredRows(view);
            Optional<Integer> document = rows.document(id);
            return document.isEmpty() ? List.<T>of() : reading.read(view, rows.paper(document.get()));
        });
    }

    private interface Reading {
        void read(IndexView view) throws IOException;
    }

    /**
     * The first row of many that are to be handed on: it is asked for within the time of a page, so that a query that costs
     * more is refused before anything is sent. How long the rest takes is the reader's to say.
     */
    private static SearchRequest first(SearchRequest request) {
        return request.rowsOnly().withPageSize(1);
    }

    private void run(Reading reading) {
        read(view -> {
            reading.read(view);
            return true;
        });
    }
}
