package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.index.FacetDimensions;
import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.paper.Finding;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Patient;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.query.QueryPrinter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/** Answers requests for findings and for patients: rows of the papers that are asked for. */
final class EvidenceSearch {
    private static final int EXPORT_PAGE = 500;
    /** More than words in a sentence ever score. */
    private static final float ABOVE_ALL = 1000;

    /** Equally good rows as they stand in the papers, by the papers' ids. */
    static final Sort BEST_ROWS_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(Schema.ROW, SortField.Type.STRING));

    private static final Map<String, String> FINDING_FACETS = ordered(
            "treatment", FacetDimensions.FINDING_TREATMENT,
            "response", FacetDimensions.FINDING_RESPONSE,
            "own", FacetDimensions.FINDING_OWN);
    private static final Map<String, String> PATIENT_FACETS = ordered(
            "sex", FacetDimensions.PATIENT_SEX,
            "age", FacetDimensions.PATIENT_AGE,
            "antibody", FacetDimensions.PATIENT_ANTIBODY,
            "given", FacetDimensions.PATIENT_GIVEN);

    private final EvidenceQueries evidence;
    private final FacetCounter counter;

    EvidenceSearch(EvidenceQueries evidence, FacetCounter counter) {
        this.evidence = evidence;
        this.counter = counter;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** Makes rows of documents, and remembers the cards of the papers that it read for it. */
    static final class MadeRows {
        private static final int MOST_CARDS = 1000;

        private final StoredRows stored;
        private final Map<Integer, PaperCard> cards = new HashMap<>();

        MadeRows(IndexView view) {
            stored = new StoredRows(view);
        }

        EvidenceRow finding(int document) throws IOException {
            StoredJson.Placed<Finding> found = stored.placed(document, Finding.class);
            return EvidenceRow.of(card(document + found.place().toPaper()), found);
        }

        PatientRow patient(int document) throws IOException {
            StoredJson.Placed<Patient> patient = stored.placed(document, Patient.class);
            List<Finding> findings = new ArrayList<>();
            for (int back : patient.place().findings()) {
                findings.add(stored.row(document - back, Finding.class));
            }
            return new PatientRow(card(document + patient.place().toPaper()), patient.row(), findings);
        }

        private PaperCard card(int paper) throws IOException {
            PaperCard known = cards.get(paper);
            if (known == null) {
                known = StoredRows.outside(stored.card(paper));
                if (cards.size() > MOST_CARDS) {
                    cards.clear();
                }
                cards.put(paper, known);
            }
            return known;
        }
    }

    /** Of the rows of several versions of one paper, those of one. */
    private static Page.Plan once(IndexView view, Page.Plan plan) throws IOException {
        return plan.without(view.attachment(Versions.class, "", Versions::new)
                .second(view.searcher(), new ConstantScoreQuery(plan.everything())));
    }

    /** The patients of a view. */
    PatientLikeness.Patients all(IndexView view) {
        return (patients, most) -> {
            MadeRows made = new MadeRows(view);
            List<PatientLikeness.Found> best = new ArrayList<>();
            for (ScoreDoc each : view.searcher().search(patients, most, BEST_ROWS_FIRST).scoreDocs) {
                best.add(new PatientLikeness.Found(made.patient(each.doc), Page.score(each)));
            }
            return best;
        };
    }

    EvidenceResponse findings(IndexView view, Question question) throws IOException {
        Page.Plan plan = once(view, findingPlan(view, question));
        Page page = Page.read(view.searcher(), question.request(), plan);
        MadeRows rows = new MadeRows(view);
        List<EvidenceRow> made = new ArrayList<>();
        for (ScoreDoc each : page.rows()) {
            made.add(rows.finding(each.doc));
        }
        List<String> typed = typed(question);
        Summaries.Result summed =
                question.request().facets() ? summary(view, plan.everything()) : new Summaries.Result(List.of(), null);
        return new EvidenceResponse(
                page.hits(),
                made,
                page.facets(),
                summed.share(),
                typed,
                typedFirst(summed.treatments(), typed),
                page.next(),
                question.expansions(),
                null,
                QueryPrinter.print(question.tree()));
    }

    /** The treatments that the query names, as findings would name them; also words that are none. */
    List<String> typed(Question question) {
        Set<String> typed = new LinkedHashSet<>();
        for (Expansion each : question.expansions()) {
            typed.add(evidence.preferred(MentionType.TREATMENT, each.typed()));
            typed.addAll(each.also());
        }
        String all = question.request().query().strip();
        if (!all.isEmpty()) {
            typed.add(evidence.preferred(MentionType.TREATMENT, all));
        }
        return List.copyOf(typed);
    }

    /** Treatments that were typed before the others. */
    static List<TreatmentSummary> typedFirst(List<TreatmentSummary> all, List<String> typed) {
        return all.stream()
                .sorted(Comparator.comparing(each -> typed.stream().noneMatch(each.treatment()::equalsIgnoreCase)))
                .toList();
    }

    /** Findings on the treatments that were typed stand before those on others of the same papers. */
    private Query onTyped(List<String> typed) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        typed.forEach(each -> any.add(evidence.concept(Schema.TREATMENT, MentionType.TREATMENT, each), Occur.SHOULD));
        return new BoostQuery(new ConstantScoreQuery(any.build()), ABOVE_ALL);
    }

    /** Summaries of what was asked lately, for one commit. */
    private static final class Lately {
        private static final int MOST = 200;

        private final Cache<Query, Summaries.Result> summaries =
                Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
    }

    private static Summaries.Result summary(IndexView view, Query findings) throws IOException {
        Cache<Query, Summaries.Result> lately = view.attachment(Lately.class, "", any -> new Lately()).summaries;
        Summaries.Result known = lately.getIfPresent(findings);
        if (known == null) {
            known = new Summaries().of(view.searcher(), findings);
            lately.put(findings, known);
        }
        return known;
    }

    PatientsResponse patients(IndexView view, Question question) throws IOException {
        Page page = Page.read(view.searcher(), question.request(), once(view, patientPlan(view, question)));
        MadeRows rows = new MadeRows(view);
        List<PatientRow> made = new ArrayList<>();
        for (ScoreDoc each : page.rows()) {
            made.add(rows.patient(each.doc));
        }
        return new PatientsResponse(
                page.hits(),
                made,
                page.facets(),
                page.next(),
                question.expansions(),
                null,
                QueryPrinter.print(question.tree()));
    }

    void forEachFinding(IndexView view, Question question, Consumer<EvidenceRow> each) throws IOException {
        MadeRows rows = new MadeRows(view);
        forEach(view, question, findingPlan(view, question), document -> each.accept(rows.finding(document)));
    }

    void forEachPatient(IndexView view, Question question, Consumer<PatientRow> each) throws IOException {
        MadeRows rows = new MadeRows(view);
        forEach(view, question, patientPlan(view, question), document -> each.accept(rows.patient(document)));
    }

    private interface EachDocument {
        void accept(int document) throws IOException;
    }

    private static void forEach(IndexView view, Question question, Page.Plan plan, EachDocument each)
            throws IOException {
        SearchRequest request = question.request().rowsOnly().withPageSize(EXPORT_PAGE);
        for (String cursor = request.cursor(); cursor != null; ) {
            Page page = Page.read(view.searcher(), request.withCursor(cursor), plan);
            for (ScoreDoc row : page.rows()) {
                each.accept(row.doc);
            }
            cursor = page.next();
        }
    }

    private Page.Plan findingPlan(IndexView view, Question question) {
        return findingPlan(question, counter.index(view, FacetDimensions.FINDING_FIELD));
    }

    /** The findings that a question asks for, counted in an index. */
    Page.Plan findingPlan(Question question, FacetIndex counted) {
        Filters filters = question.filters();
        Map<String, Query> choices = new LinkedHashMap<>();
        FINDING_FACETS.forEach((name, dimension) -> {
            Query chosen = filters.findings().get(name);
            if (chosen != null) {
                choices.put(dimension, chosen);
            }
        });
        List<String> marked = question.request().filters().getOrDefault("mark", List.of());
        BooleanQuery.Builder base = rows(question, MarkFilter.findings(marked), List.of());
        for (String name : List.of("finding", "minConfidence")) {
            Query findings = filters.findings().get(name);
            if (findings != null) {
                base.add(findings, Occur.FILTER);
            }
        }
        base.add(onTyped(typed(question)), Occur.SHOULD);
        question.compiled().findings().ifPresent(each -> base.add(each, Occur.FILTER));
        Order order = Order.ofFindings(question.request().sort());
        return plan("findings", question, base.build(), choices, order, facets(question, counted, FINDING_FACETS));
    }

    private Page.Plan patientPlan(IndexView view, Question question) {
        return patientPlan(question, counter.index(view, FacetDimensions.PATIENT_FIELD));
    }

    /** The patients that a question asks for, counted in an index. */
    Page.Plan patientPlan(Question question, FacetIndex counted) {
        Map<String, Query> choices = new LinkedHashMap<>();
        List<String> ofRows = new ArrayList<>();
        PATIENT_FACETS.forEach((name, dimension) -> {
            Query chosen = question.filters().patients().get(name);
            if (chosen != null) {
                choices.put(dimension, chosen);
                ofRows.add(name);
            }
        });
        BooleanQuery.Builder base = rows(question, EvidenceQueries.kind(Schema.KIND_PATIENT), ofRows);
        Order order = Order.ofPatients(question.request().sort());
        return plan("patients", question, base.build(), choices, order, facets(question, counted, PATIENT_FACETS));
    }

    private BooleanQuery.Builder rows(Question question, Query kind, List<String> ofRows) {
        return new BooleanQuery.Builder()
                .add(evidence.rowsOf(question.papersBut(ofRows)), Occur.MUST)
                .add(kind, Occur.FILTER)
                .add(question.sentences(), Occur.SHOULD);
    }

    private Page.Plan plan(
            String kind,
            Question question,
            Query base,
            Map<String, Query> choices,
            Order order,
            Page.FacetPlan facets) {
        return new Page.Plan(
                base,
                base,
                choices,
                Map.of(),
                order,
                Cursor.of(question.request(), kind, order.name(), question.searched()),
                Optional.of(facets));
    }

    private static Page.FacetPlan facets(Question question, FacetIndex counted, Map<String, String> dimensions) {
        return new Page.FacetPlan(counted, dimensions, question.filters().selected());
    }

    /** The values of one facet of the findings. */
    List<FacetValue> findingFacet(IndexView view, Question question, FacetRequest wanted) throws IOException {
        return Page.listed(view.searcher(), once(view, findingPlan(view, question)), wanted);
    }

    /** The values of one facet of the patients. */
    List<FacetValue> patientFacet(IndexView view, Question question, FacetRequest wanted) throws IOException {
        return Page.listed(view.searcher(), once(view, patientPlan(view, question)), wanted);
    }
}
