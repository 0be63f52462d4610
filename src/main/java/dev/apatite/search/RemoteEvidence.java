package dev.apatite.search;

import dev.apatite.engine.RemotePage;
import dev.apatite.engine.RemoteRecord;
import dev.apatite.engine.RemoteRow;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.FacetDimensions;
import dev.apatite.index.IndexException;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.StoredPapers;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Patient;
import dev.apatite.query.QueryPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Answers requests for findings and patients from a cluster. */
final class RemoteEvidence {
    private static final int EXPORT_PAGE = 500;

    private final EvidenceSearch evidence;
    private final RemotePapers papers;
    private final StoredPapers stored = new StoredPapers();
    private final RemoteSummaries summaries = new RemoteSummaries();

    RemoteEvidence(EvidenceSearch evidence, RemotePapers papers) {
        this.evidence = evidence;
        this.papers = papers;
    }

    /** Rows of a page, and where the next one begins. */
    private record Made<T>(
            long total,
            List<T> rows,
            @org.jspecify.annotations.Nullable String next) {}

    EvidenceResponse findings(RemoteSnapshot snapshot, Question question) {
        Page.Plan plan = once(snapshot, findingPlan(snapshot, question));
        Made<EvidenceRow> page = page(snapshot, question, plan, this::finding);
        boolean facets = question.request().facets();
        List<String> typed = evidence.typed(question);
        Summaries.Result summed = facets && page.total() <= RemoteSummaries.MOST_FINDINGS
                ? summaries.of(snapshot, plan.everything())
                : new Summaries.Result(List.of(), null);
        return new EvidenceResponse(
                page.total(),
                page.rows(),
                facets ? RemotePapers.counted(snapshot, plan, FacetDimensions.FINDING_FIELD) : Map.of(),
                summed.share(),
                typed,
                EvidenceSearch.typedFirst(summed.treatments(), typed),
                page.next(),
                question.expansions(),
                null,
                QueryPrinter.print(question.tree()));
    }

    PatientsResponse patients(RemoteSnapshot snapshot, Question question) {
        Page.Plan plan = once(snapshot, patientPlan(snapshot, question));
        Made<PatientRow> page = page(snapshot, question, plan, this::patient);
        return new PatientsResponse(
                page.total(),
                page.rows(),
                question.request().facets()
                        ? RemotePapers.counted(snapshot, plan, FacetDimensions.PATIENT_FIELD)
                        : Map.of(),
                page.next(),
                question.expansions(),
                null,
                QueryPrinter.print(question.tree()));
    }

    /** The patients of a state. */
    PatientLikeness.Patients all(RemoteSnapshot snapshot) {
        return (patients, most) -> {
            List<RemoteRow> rows = snapshot.page(patients, EvidenceSearch.BEST_ROWS_FIRST, null, most)
                    .rows();
            List<PatientRow> made = made(snapshot, rows, this::patient);
            List<PatientLikeness.Found> best = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                best.add(new PatientLikeness.Found(made.get(i), rows.get(i).score()));
            }
            return best;
        };
    }

    /** How many patients a question finds. */
    long patientCount(RemoteSnapshot snapshot, Question question) {
        return snapshot.counts(List.of(patientPlan(snapshot, question).everything()))
                .getFirst();
    }

    private Page.Plan findingPlan(RemoteSnapshot snapshot, Question question) {
        return evidence.findingPlan(asked(snapshot, question), papers.facets(snapshot, FacetDimensions.FINDING_FIELD));
    }

    private Page.Plan patientPlan(RemoteSnapshot snapshot, Question question) {
        return evidence.patientPlan(asked(snapshot, question), papers.facets(snapshot, FacetDimensions.PATIENT_FIELD));
    }

    /** Of the rows of several versions of one paper, those of one. */
    private Page.Plan once(RemoteSnapshot snapshot, Page.Plan plan) {
        RemoteVersions versions = papers.versions(snapshot);
        if (versions.papers().isEmpty()) {
            return plan;
        }
        Map<String, Float> found = new HashMap<>();
        snapshot.values(
                        new BooleanQuery.Builder()
                                .add(plan.everything(), Occur.FILTER)
                                .add(papers(versions.papers()), Occur.FILTER)
                                .build(),
                        Schema.PAPER)
                .keySet()
                .forEach(each -> found.put(each, 0f));
        Set<String> second = versions.second(found);
        return second.isEmpty() ? plan : plan.without(papers(second));
    }

    private static Query papers(Set<String> ids) {
        return new TermInSetQuery(Schema.PAPER, ids.stream().map(BytesRef::new).toList());
    }

    /** The question, with papers that have most of its words where none has all. */
    private Question asked(RemoteSnapshot snapshot, Question question) {
        return papers.loosened(snapshot, question);
    }

    private <T> Made<T> page(
            RemoteSnapshot snapshot, Question question, Page.Plan plan, Function<RemoteRecord, T> making) {
        SearchRequest request = question.request();
        int size = Page.size(request);
        RemotePage page =
                snapshot.page(plan.everything(), plan.order().sort(), RemotePapers.after(request, plan), size + 1);
        boolean more = page.rows().size() > size;
        List<RemoteRow> rows = more ? page.rows().subList(0, size) : page.rows();
        return new Made<>(
                page.total(),
                made(snapshot, rows, making),
                more && size > 0 ? plan.cursor().after(rows.getLast().values().toArray()) : null);
    }

    private static <T> List<T> made(RemoteSnapshot snapshot, List<RemoteRow> rows, Function<RemoteRecord, T> making) {
        Map<String, RemoteRecord> records =
                snapshot.records(rows.stream().map(RemoteRow::id).toList());
        List<T> made = new ArrayList<>();
        for (RemoteRow each : rows) {
            RemoteRecord record = records.get(each.id());
            if (record == null) {
                throw new IndexException("the cluster has found " + each.id() + " and does not have it; ask again");
            }
            made.add(making.apply(record));
        }
        return made;
    }

    /** Findings with where they stand. */
    List<StoredJson.Placed<Finding>> placed(RemoteSnapshot snapshot, List<RemoteRow> rows) {
        return made(snapshot, rows, record -> {
            try {
                return stored.placed(record.fields(), record.row(), Finding.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private EvidenceRow finding(RemoteRecord record) {
        try {
            return EvidenceRow.of(card(record), stored.placed(record.fields(), record.row(), Finding.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PatientRow patient(RemoteRecord record) {
        try {
            List<Finding> findings = new ArrayList<>();
            for (int each : record.findings()) {
                findings.add(stored.row(record.fields(), each, Finding.class));
            }
            return new PatientRow(card(record), stored.row(record.fields(), record.row(), Patient.class), findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PaperCard card(RemoteRecord record) throws IOException {
        return StoredRows.outside(stored.card(record.fields(), record.paper()));
    }

    void forEachFinding(RemoteSnapshot snapshot, Question question, Consumer<EvidenceRow> each) {
        forEach(snapshot, question, findingPlan(snapshot, question), this::finding, each);
    }

    void forEachPatient(RemoteSnapshot snapshot, Question question, Consumer<PatientRow> each) {
        forEach(snapshot, question, patientPlan(snapshot, question), this::patient, each);
    }

    private static <T> void forEach(
            RemoteSnapshot snapshot,
            Question question,
            Page.Plan plan,
            Function<RemoteRecord, T> making,
            Consumer<T> each) {
        List<Object> after = RemotePapers.after(question.request(), plan);
        while (true) {
            List<RemoteRow> rows = snapshot.page(plan.everything(), plan.order().sort(), after, EXPORT_PAGE)
                    .rows();
            if (rows.isEmpty()) {
                return;
            }
            made(snapshot, rows, making).forEach(each);
            after = rows.getLast().values();
        }
    }

    List<FacetValue> findingFacet(RemoteSnapshot snapshot, Question question, FacetRequest wanted) {
        return RemotePapers.listed(
                snapshot, once(snapshot, findingPlan(snapshot, question)), FacetDimensions.FINDING_FIELD, wanted);
    }

    List<FacetValue> patientFacet(RemoteSnapshot snapshot, Question question, FacetRequest wanted) {
        return RemotePapers.listed(
                snapshot, once(snapshot, patientPlan(snapshot, question)), FacetDimensions.PATIENT_FIELD, wanted);
    }
}
