package dev.apatite.index;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.util.BytesRef;

/**
 * The facets of papers, findings and patients, and the fields that their doc values stand in.
 *
 * <p>A doc value is a facet's name and a path of values from the broadest to the one that the document has. Broader values
 * are not stored beside it: they are the beginning of its path.
 */
public final class FacetDimensions {
    /** Of papers. */
    public static final String TREATMENT = "treatment";

    public static final String CONDITION = "condition";
    public static final String ANTIBODY = "antibody";
    public static final String SITE = "site";
    public static final String YEAR = "year";
    public static final String JOURNAL = "journal";
    /** Of the papers' patients. */
    public static final String AGE = "age";

    public static final String SEX = "sex";
    /** Of the papers' findings. */
    public static final String RESPONSE = "response";
    /** The fields in which the papers have text. */
    public static final String SECTION = "section";

    /** The facets of papers in the order in which they are shown. */
    public static final List<String> OF_PAPERS =
            List.of(TREATMENT, CONDITION, ANTIBODY, SITE, YEAR, JOURNAL, AGE, SEX, RESPONSE, SECTION);

    /** Of findings. */
    public static final String FINDING_TREATMENT = "finding.treatment";

    public static final String FINDING_RESPONSE = "finding.response";
    public static final String FINDING_OWN = "finding.own";

    /** Of patients. */
    public static final String PATIENT_SEX = "patient.sex";

    public static final String PATIENT_AGE = "patient.age";
    public static final String PATIENT_ANTIBODY = "patient.antibody";
    public static final String PATIENT_GIVEN = "patient.given";

    /** The doc values of the facets of papers. */
    public static final String PAPER_FIELD = "facets.paper";

    public static final String FINDING_FIELD = "facets.finding";
    public static final String PATIENT_FIELD = "facets.patient";

    /** Stands between the parts of a doc value. */
    private static final String SEPARATOR = "\u001F";

    private FacetDimensions() {}

    /** The facet's name and the path of values that a doc value holds. */
    public static List<String> parts(String term) {
        return List.of(term.split(SEPARATOR));
    }

    /** Adds a value, with the broader ones in front of it, to a document. */
    static void add(Document document, String dimension, List<String> path) {
        List<String> labels = path.stream()
                .map(each -> PaperDocuments.key(each).replace(SEPARATOR, " "))
                .filter(each -> !each.isBlank())
                .toList();
        if (!labels.isEmpty()) {
            String term = Stream.concat(Stream.of(dimension), labels.stream()).collect(Collectors.joining(SEPARATOR));
            document.add(new SortedSetDocValuesField(field(dimension), new BytesRef(term)));
        }
    }

    private static String field(String dimension) {
        if (dimension.startsWith("finding.")) {
            return FINDING_FIELD;
        }
        return dimension.startsWith("patient.") ? PATIENT_FIELD : PAPER_FIELD;
    }
}
