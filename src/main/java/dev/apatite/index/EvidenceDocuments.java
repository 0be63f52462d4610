package dev.apatite.index;

import dev.apatite.paper.AgeUnit;
import dev.apatite.paper.AntibodyResult;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Finding;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Reference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Makes the documents of a paper's findings and patients. */
final class EvidenceDocuments {
    /** The mark of what a reader called wrong. */
    static final String WRONG = "wrong";

    private final ConceptTerms concepts;

    EvidenceDocuments(ConceptTerms concepts) {
        this.concepts = concepts;
    }

    Document finding(Paper paper, Finding finding, @Nullable String mark) {
        return finding(paper, finding, Schema.KIND_FINDING, mark);
    }

    /** A finding that a reader called wrong: it is shown where it is asked for, and counts nowhere. */
    Document struck(Paper paper, Finding finding) {
        return finding(paper, finding, Schema.KIND_STRUCK, WRONG);
    }

    private Document finding(Paper paper, Finding finding, String kind, @Nullable String mark) {
        Document document = new Document();
        document.add(new StringField(Schema.KIND, kind, Field.Store.NO));
        PaperDocuments.addTerm(document, Schema.MARK, mark);
        document.add(new StringField(Schema.FINDING, finding.id(), Field.Store.NO));
        String id = concepts.idOf(MentionType.TREATMENT, finding.concept(), finding.treatment());
        concepts.terms(id).forEach(term -> PaperDocuments.addTerm(document, Schema.TREATMENT, term));
        concepts.paths(id, finding.treatment())
                .forEach(path -> FacetDimensions.add(document, FacetDimensions.FINDING_TREATMENT, path));
        PaperDocuments.addTerm(document, Schema.RESPONSE, finding.response().code());
        FacetDimensions.add(
                document,
                FacetDimensions.FINDING_RESPONSE,
                List.of(finding.response().code()));
        String own = Boolean.toString(finding.own());
        PaperDocuments.addTerm(document, Schema.OWN, own);
        FacetDimensions.add(document, FacetDimensions.FINDING_OWN, List.of(own));
        document.add(key(Schema.TREATMENT_ORDER, finding.treatment()));
        document.add(key(Schema.RESPONSE, finding.response().code()));
        document.add(new NumericDocValuesField(Schema.OWN, finding.own() ? 1 : 0));
        Double confidence = finding.confidence();
        double sure = confidence == null ? 1 : confidence;
        document.add(new DoublePoint(Schema.CONFIDENCE, sure));
        document.add(new DoubleDocValuesField(Schema.CONFIDENCE, sure));
        if (finding.treated() != null) {
            document.add(new NumericDocValuesField(Schema.TREATED, finding.treated()));
        }
        if (finding.patient() != null) {
            document.add(key(Schema.PATIENT, finding.patient()));
        }
        works(paper, finding)
                .forEach(work -> document.add(new SortedSetDocValuesField(Schema.WORKS, new BytesRef(work))));
        document.add(new Field(Schema.SENTENCE, finding.sentence(), Schema.PLAIN_TEXT));
        return document;
    }

    Document patient(Patient patient) {
        Document document = new Document();
        document.add(new StringField(Schema.KIND, Schema.KIND_PATIENT, Field.Store.NO));
        document.add(key(Schema.PATIENT, patient.id()));
        Double years = years(patient);
        if (years != null) {
            document.add(new DoublePoint(Schema.AGE, years));
            document.add(new DoubleDocValuesField(Schema.AGE, years));
            FacetDimensions.add(document, FacetDimensions.PATIENT_AGE, List.of(decade(years)));
        }
        if (patient.sex() != null) {
            PaperDocuments.addTerm(document, Schema.SEX, patient.sex().code());
            FacetDimensions.add(
                    document, FacetDimensions.PATIENT_SEX, List.of(patient.sex().code()));
        }
        for (AntibodyResult result : patient.antibodies()) {
            String id = concepts.idOf(MentionType.ANTIBODY, result.concept(), result.name());
            concepts.terms(id)
                    .forEach(term -> PaperDocuments.addTerm(
                            document,
                            Schema.ANTIBODY,
                            term + ":" + result.status().code()));
        }
        antibodyPaths(patient).forEach(path -> FacetDimensions.add(document, FacetDimensions.PATIENT_ANTIBODY, path));
        given(patient).forEach(term -> PaperDocuments.addTerm(document, Schema.GIVEN, term));
        for (String treatment : patient.treatments()) {
            String id = concepts.idOf(MentionType.TREATMENT, null, treatment);
            concepts.paths(id, treatment)
                    .forEach(path -> FacetDimensions.add(document, FacetDimensions.PATIENT_GIVEN, path));
        }
        return document;
    }

    /** Adds how old a patient is, and the sex, to the paper's facets. */
    void addToPaper(Document paper, Patient patient) {
        Double years = years(patient);
        if (years != null) {
            FacetDimensions.add(paper, FacetDimensions.AGE, List.of(decade(years)));
        }
        if (patient.sex() != null) {
            FacetDimensions.add(
                    paper, FacetDimensions.SEX, List.of(patient.sex().code()));
        }
    }

    /** Terms of what a patient got. */
    Set<String> given(Patient patient) {
        Set<String> terms = new LinkedHashSet<>();
        patient.treatments()
                .forEach(each -> terms.addAll(concepts.terms(concepts.idOf(MentionType.TREATMENT, null, each))));
        return terms;
    }

    /** Terms of what the paper's own patients got by its findings. */
    Set<String> givenInFindings(Paper paper) {
        Set<String> terms = new LinkedHashSet<>();
        paper.findings().stream()
                .filter(Finding::own)
                .forEach(each -> terms.addAll(
                        concepts.terms(concepts.idOf(MentionType.TREATMENT, each.concept(), each.treatment()))));
        return terms;
    }

    /** Terms of the antibodies that a patient has. */
    Set<String> positive(Patient patient) {
        Set<String> terms = new LinkedHashSet<>();
        patient.antibodies().stream()
                .filter(each -> each.status() == AntibodyStatus.POSITIVE)
                .forEach(each ->
                        terms.addAll(concepts.terms(concepts.idOf(MentionType.ANTIBODY, each.concept(), each.name()))));
        return terms;
    }

    /** A patient's antibodies and, below each, its status. */
    Set<List<String>> antibodyPaths(Patient patient) {
        Set<List<String>> paths = new LinkedHashSet<>();
        for (AntibodyResult result : patient.antibodies()) {
            String id = concepts.idOf(MentionType.ANTIBODY, result.concept(), result.name());
            for (List<String> path : concepts.paths(id, result.name())) {
                List<String> withStatus = new java.util.ArrayList<>(path);
                withStatus.add(result.status().code());
                paths.add(withStatus);
            }
        }
        return paths;
    }

    /** The works that a finding cites; a reference without a work id is a work of its paper. */
    static Set<String> works(Paper paper, Finding finding) {
        Set<String> works = new LinkedHashSet<>();
        for (String label : finding.citedReferences()) {
            String work = paper.references().stream()
                    .filter(each -> label.equals(each.label()))
                    .map(Reference::workId)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(paper.id() + "#" + label);
            works.add(PaperDocuments.key(work));
        }
        return works;
    }

    private static SortedDocValuesField key(String field, String value) {
        return new SortedDocValuesField(field, new BytesRef(PaperDocuments.key(value)));
    }

    private static @Nullable Double years(Patient patient) {
        if (patient.age() == null) {
            return null;
        }
        AgeUnit unit = patient.ageUnit() == null ? AgeUnit.YEARS : patient.ageUnit();
        return switch (unit) {
            case YEARS -> patient.age();
            case MONTHS -> patient.age() / 12;
            case WEEKS -> patient.age() * 7 / 365.25;
            case DAYS -> patient.age() / 365.25;
        };
    }

    /** "40..49": the form that the filter {@code age} takes. */
    private static String decade(double years) {
        int from = (int) years / 10 * 10;
        return String.format(Locale.ROOT, "%d..%d", from, from + 9);
    }
}
